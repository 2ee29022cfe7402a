"""The tables that figures and pages read, and the rows of a figure's data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def figure_tables(evidence: Mapping[str, Any], *stages: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The tables figures read: those of the evidence and the stages; `assumptions`, `sources`, `roles`, `case` as rows.

    `evidence` is the resolved `evidence.json`, a stage its record (`sizing.json`) with `tables` of columns and rows.
    """
    case = dict(evidence["case"])
    tables: dict[str, list[dict[str, Any]]] = {name: list(rows) for name, rows in evidence["tables"].items()}
    tables["assumptions"] = list(evidence["assumptions"])
    tables["sources"] = list(evidence["sources"])
    tables["roles"] = [{"id": role, **members} for role, members in case["roles"].items()]
    tables["case"] = [case]
    for stage in stages:
        for name, table in stage.get("tables", {}).items():
            tables[name] = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    return tables


def marks(frame: pd.DataFrame) -> list[Any]:
    """The rows of a figure's data, each with its columns as attributes."""
    return list(frame.itertuples(index=False))
