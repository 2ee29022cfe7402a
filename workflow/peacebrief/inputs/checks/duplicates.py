"""Rows that say they are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.inputs.case import Tables
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.table import Table


def duplicate_problems(tables: Tables) -> Iterator[Problem]:
    """A key, or a method, used by two rows of a table; a quantity that follows two factors."""
    for _, table in tables.evidence():
        yield from _repeated(table, table.rows[0].KEY if table.rows else ())
    yield from _repeated(tables.sizing_methods, ("method",))
    yield from _repeated(tables.correlations, ("quantity",))
    yield from _repeated(tables.contributors, ("country",))
    yield from _repeated(tables.gates, ("place",))
    yield from _repeated(tables.army_strengths, ("contributor", "series", "year"))


def _repeated(table: Table[Any], columns: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[tuple[Any, ...], int] = {}
    for index, row in table.located():
        written = tuple(getattr(row, column) for column in columns)
        if None in written or not written:
            continue
        # A name in other capitals is the same name to a reader.
        key = tuple(str(part).casefold() for part in written)
        if key in first:
            shown_key = shown("/".join(str(part) for part in written))
            message = f"{shown_key} is already in row {table.numbers[first[key]]}; keep one of the two."
            yield table.at(index, columns[-1], message)
        first.setdefault(key, index)
