"""Keys of rows: names that one table takes from another, rows that say they are the same, rows that are missing.

Names may also come from the settings. Judged numbers must be given wherever the model looks for one, once for all
levels of support or for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table


def unknown_names(table: Table[Any], column: str, other: Table[Any], *, key: str = "id") -> Iterator[Problem]:
    """Names in `column` that are not in the column `key` of another table; an empty cell names nothing."""
    if not other.complete:
        return
    known = other.values(key)
    file = other.file.rpartition("/")[2]
    for index, row in table.located():
        value = getattr(row, column)
        if value and value not in known:
            yield table.at(index, column, f"{shown(value)} is not in {file}; {did_you_mean(value, known)}")


def unknown_levels(table: Table[Any], settings: CaseSettings) -> Iterator[Problem]:
    """Levels of support that case.yaml does not declare; an empty cell stands for all."""
    for index, row in table.located():
        level = row.support_level
        if level and level not in settings.support_levels:
            message = f"{shown(level)} is not one of the support_levels of case.yaml; "
            yield table.at(index, "support_level", message + did_you_mean(level, settings.support_levels))


def unknown_roles(table: Table[Any], settings: CaseSettings) -> Iterator[Problem]:
    """Roles that case.yaml does not declare."""
    for index, row in table.located():
        if row.role not in settings.roles:
            message = f"{shown(row.role)} is not a role of the case; {did_you_mean(row.role, settings.roles)}"
            yield table.at(index, "role", message)


def unknown_options(table: Table[Any], tables: Tables) -> Iterator[Problem]:
    """Options that options.csv has not got."""
    yield from unknown_names(table, "option", tables.options)


def duplicate_problems(tables: Tables) -> Iterator[Problem]:
    """A key, or a method, used by two rows of a table; a quantity that follows two factors."""
    for _, table in tables.evidence():
        yield from _repeated(table, table.rows[0].KEY if table.rows else ())
    yield from _repeated(tables.sizing_methods, ("method",))
    yield from _repeated(tables.correlations, ("quantity",))
    yield from _repeated(tables.contributors, ("country",))
    yield from _repeated(tables.gates, ("place",))
    yield from _repeated(tables.army_strengths, ("contributor", "series", "year"))
    yield from _repeated(tables.sustained_deployments, ("contributor", "year"))


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


def coverage_problems(
    table: Table[Any], columns: tuple[str, ...], *, wanted: Iterable[tuple[str, ...]], settings: CaseSettings
) -> Iterator[Problem]:
    """Combinations of `columns` that are `wanted` and not given, and those given both for all levels and for one."""
    if not all_read(table):
        return
    given: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in table.rows:
        given[tuple(getattr(row, column) for column in columns)].add(row.support_level)
    for names in wanted:
        levels, label = given[names], "/".join(names)
        if "" in levels and len(levels) > 1:
            message = "one row holds at all levels and another at one of them; keep the one, or a row for each level."
            yield Problem(file=table.file, label=label, column="support_level", message=message)
        elif not levels:
            yield Problem(file=table.file, label=label, message="the judged number is missing; add a row.")
        elif "" not in levels:
            for level in settings.support_levels:
                if level not in levels:
                    message = f"there is no row for the level {level}; add it."
                    yield Problem(file=table.file, label=label, column="support_level", value=level, message=message)
