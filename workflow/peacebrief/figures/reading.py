"""What several figures read from facts and tables: roles in order, the size under test, cells, the source line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from peacebrief.facts.fact import Fact
from peacebrief.figures.registry import Facts, Tables

if TYPE_CHECKING:
    import pandas as pd

REACHING = "sizing.probability_at_least."


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


def role_labels(tables: Tables) -> dict[str, str]:
    """The printed name of each role, in the order of the case."""
    return {str(row["id"]): str(row["label"]) for row in tables["roles"]}


def size_under_test(facts: Facts) -> int:
    """The force size whose chance is published for every role; the smallest where there are several."""
    return min(int(fact_id.removeprefix(REACHING).split(".")[0]) for fact_id in facts if fact_id.startswith(REACHING))


def quantiles(fact: Fact) -> tuple[float, float, float]:
    """p5, p50 and p95 of a quantile fact. Raises ValueError where one is missing."""
    if fact.p5 is None or fact.p50 is None or fact.p95 is None:
        raise ValueError(f"{fact.id} has no quantiles")
    return fact.p5, fact.p50, fact.p95


def value(fact: Fact) -> float:
    """The number of a fact: its value, or its middle where it is published as quantiles."""
    found = fact.p50 if fact.value is None else fact.value
    if found is None or isinstance(found, str):
        raise ValueError(f"{fact.id} is not a number")
    return float(found)


def cell(row: Mapping[str, Any], column: str) -> float | None:
    """A number from a table row; None where the cell is empty."""
    found = row.get(column)
    return None if found in (None, "") else float(found)


def marks(frame: pd.DataFrame) -> list[Any]:
    """The rows of a figure's data, each with its columns as attributes."""
    return list(frame.itertuples(index=False))


def source_line(tables: Tables, parts: Sequence[str]) -> str:
    """The footer of a figure: what it rests on, and how recent the evidence is."""
    case = tables["case"][0]
    cutoff = date.fromisoformat(str(case["evidence_cutoff"]))
    return f"Source: {'; '.join(parts)}. Evidence to {cutoff.day} {cutoff:%B %Y}; edition {case['edition']}."


def draws(tables: Tables, number: float | None = None) -> str:
    """The number of draws behind the model's ranges, or another `number`, in words for a source line."""
    return f"model of this brief, {int(number or tables['case'][0]['draws']):,} draws"
