"""The tables of an edition as files of data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def data_tables(
    *, evidence: Mapping[str, Any], stages: Iterable[Mapping[str, Any]]
) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Every table behind the briefs by name: assumptions, sources, the evidence and what the stages made."""
    tables: dict[str, Sequence[Mapping[str, Any]]] = {
        **evidence["tables"],
        "assumptions": evidence["assumptions"],
        "sources": evidence["sources"],
    }
    for stage in stages:
        for name, table in stage["tables"].items():
            tables[name] = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    return tables
