"""Whether the missions can carry the statistics that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.problem import Problem

FEWEST = 6


def history_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Too few or too uniform missions, and a role of a type that no mission has."""
    table = tables.missions
    # Rows that failed may be the ones looked for: say nothing then.
    if not table.complete or len(table.rows) < len(table.cells):
        return
    for name, role in settings.roles.items():
        if role.mission_type in tables.mission_types.values("type") and role.mission_type not in table.values("type"):
            message = f"no mission is of the type {role.mission_type}, which the role {name} has; add one."
            yield Problem(file=table.file, column="type", value=role.mission_type, message=message)
    levels = {row.type: row.mandate_level for row in tables.mission_types.rows}
    kinds = {(levels.get(row.type, 0), row.state_adversary) for row in table.rows}
    if len(table.rows) < FEWEST:
        message = f"{len(table.rows)} missions cannot carry the statistics; have at least {FEWEST}."
        yield Problem(file=table.file, message=message)
    elif len({row.strength for row in table.rows}) == 1:
        yield Problem(file=table.file, column="strength", message="all missions are of one strength; correct them.")
    elif all(_on_one_line(*three) for three in combinations(kinds, 3)):
        message = "all missions are too alike in type and state_adversary to tell what either does; add others."
        yield Problem(file=table.file, message=message)


def _on_one_line(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (c[0] - a[0]) * (b[1] - a[1])
