"""Judged rows replaced by what experts answered, where they were asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from peacebrief.elicitation.panel import ANSWERS, ELICITED, QUESTIONS, Elicited, panel
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table

Replaced = tuple[dict[str, Any], ...]


def answered(tables: Tables) -> tuple[Tables, Replaced]:
    """The tables with low, central and high of the rows that answers replace, and `elicited` as their basis.

    Beside them what these rows said before, by question.
    """
    asked = {name: [row.model_dump() for row in getattr(tables, name).rows] for name in (QUESTIONS, ANSWERS)}
    found: dict[str, dict[str, Elicited]] = {}
    for one in panel(asked).elicited:
        found.setdefault(one.table, {})[one.row] = one
    changed: dict[str, Any] = {name: _replaced(getattr(tables, name), rows) for name, rows in found.items()}
    before = tuple(record for name, rows in found.items() for record in _judged(getattr(tables, name), rows))
    return replace(tables, **changed), before


def _judged(table: Table[Any], found: Mapping[str, Elicited]) -> Iterator[dict[str, Any]]:
    for row in table.rows:
        if row.row_key() in found:
            question = found[row.row_key()].question
            yield {"question": question, "low": row.low, "central": row.central, "high": row.high}


def _replaced(table: Table[Any], found: Mapping[str, Elicited]) -> Table[Any]:
    return replace(table, rows=tuple(_row(row, found.get(row.row_key())) for row in table.rows))


def _row(row: Any, elicited: Elicited | None) -> Any:
    if elicited is None:
        return row
    low, central, high = elicited.judged
    return row.model_copy(
        update={
            "low": low,
            "central": central,
            "high": high,
            "basis": ELICITED,
            "locator": f"{ANSWERS}.csv#{elicited.question}",
        }
    )
