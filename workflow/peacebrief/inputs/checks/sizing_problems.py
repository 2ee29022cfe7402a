"""Whether missions and methods fit the roles.

Kinds of mission named in one place must exist in the other, the missions must be able to carry the statistics that rest
on them, and some method must fit the definition of every role.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.row_keys import unknown_roles
from peacebrief.inputs.expected.required import PARAMETERS, WORKED_OUT
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables

FEWEST_MISSIONS = 6


def kind_problems(tables: Tables, settings: CaseSettings | None, *, case_file: str) -> Iterator[Problem]:
    """Missions and roles of an unknown type."""
    types = tables.mission_types.values("type")
    if tables.mission_types.complete:
        for index, row in tables.missions.located():
            if row.type not in types:
                yield tables.missions.at(
                    index, "type", f"{shown(row.type)} is not in mission_types.csv; {did_you_mean(row.type, types)}"
                )
    for name, role in settings.roles.items() if settings else ():
        if tables.mission_types.complete and role.mission_type not in types:
            message = (
                f"{shown(role.mission_type)} is not in mission_types.csv; {did_you_mean(role.mission_type, types)}"
            )
            yield Problem(file=case_file, column=f"roles.{name}.mission_type", value=role.mission_type, message=message)


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
    if len(table.rows) < FEWEST_MISSIONS:
        message = f"{len(table.rows)} missions cannot carry the statistics; have at least {FEWEST_MISSIONS}."
        yield Problem(file=table.file, message=message)
    elif len({row.strength for row in table.rows}) == 1:
        yield Problem(file=table.file, column="strength", message="all missions are of one strength; correct them.")
    elif all(_on_one_line(*three) for three in combinations(kinds, 3)):
        message = "all missions are too alike in type and state_adversary to tell what either does; add others."
        yield Problem(file=table.file, message=message)


def _on_one_line(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (c[0] - a[0]) * (b[1] - a[1])


def method_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown roles and methods, and a definition that no method fits."""
    table = tables.role_methods
    if not table.complete:
        return
    methods = tables.sizing_methods.values("method") - set(PARAMETERS) | set(WORKED_OUT)
    yield from unknown_roles(table, settings)
    for index, row in table.located():
        if tables.sizing_methods.complete and row.method not in methods:
            yield table.at(index, "method", f"{shown(row.method)} is not a method; {did_you_mean(row.method, methods)}")
    if len(table.rows) == len(table.cells):
        fitted = {row.role for row in table.rows if row.fits == "yes"}
        for role in settings.roles:
            if role not in fitted:
                message = f"no method fits the definition of the role {role}; write yes for one, or add a row."
                yield Problem(file=table.file, column="fits", value=role, message=message)
