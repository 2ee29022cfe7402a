"""Names that one table takes from another, or from the settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.table import Table


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
    """Levels of United States support that case.yaml does not declare; an empty cell stands for all."""
    for index, row in table.located():
        level = row.us_level
        if level and level not in settings.us_levels:
            message = f"{shown(level)} is not one of the us_levels of case.yaml; "
            yield table.at(index, "us_level", message + did_you_mean(level, settings.us_levels))


def unknown_roles(table: Table[Any], settings: CaseSettings) -> Iterator[Problem]:
    """Roles that case.yaml does not declare."""
    for index, row in table.located():
        if row.role not in settings.roles:
            message = f"{shown(row.role)} is not a role of the case; {did_you_mean(row.role, settings.roles)}"
            yield table.at(index, "role", message)


def unknown_options(table: Table[Any], tables: Tables) -> Iterator[Problem]:
    """Options that options.csv has not got."""
    yield from unknown_names(table, "option", tables.options)
