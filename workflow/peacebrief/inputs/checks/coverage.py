"""Whether judged numbers are given wherever the model looks for one, once for all levels of support or for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.checks.network import all_read
from peacebrief.inputs.problem import Problem
from peacebrief.inputs.table import Table


def coverage_problems(
    table: Table[Any], columns: tuple[str, ...], *, wanted: Iterable[tuple[str, ...]], settings: CaseSettings
) -> Iterator[Problem]:
    """Combinations of `columns` that are `wanted` and not given, and those given both for all levels and for one."""
    if not all_read(table):
        return
    given: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in table.rows:
        given[tuple(getattr(row, column) for column in columns)].add(row.us_level)
    for names in wanted:
        levels, label = given[names], "/".join(names)
        if "" in levels and len(levels) > 1:
            message = "one row holds at all levels and another at one of them; keep the one, or a row for each level."
            yield Problem(file=table.file, label=label, column="us_level", message=message)
        elif not levels:
            yield Problem(file=table.file, label=label, message="the judged number is missing; add a row.")
        elif "" not in levels:
            for level in settings.us_levels:
                if level not in levels:
                    message = f"there is no row for the level {level}; add it."
                    yield Problem(file=table.file, label=label, column="us_level", value=level, message=message)
