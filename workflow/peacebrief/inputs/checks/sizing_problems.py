"""Whether missions, proposals and the weights of the methods fit the roles.

Kinds of mission and proposal named in one place must exist in the other, and the missions must be able to carry the
statistics that rest on them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.row_keys import unknown_roles
from peacebrief.inputs.expected.required import PARAMETERS, WORKED_OUT
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables

FEWEST_MISSIONS = 6

TOLERANCE = 1e-9


def kind_problems(tables: Tables, settings: CaseSettings | None, *, case_file: str) -> Iterator[Problem]:
    """Missions and roles of an unknown type, and roles that weigh proposals where none has a number."""
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
        if _weighs_proposals(tables, name) and not _has_proposal(tables, role.proposal_class):
            message = f"no proposal of the class {role.proposal_class} has a number for published_proposals; add one."
            yield Problem(file=tables.proposals.file, column="role_class", value=role.proposal_class, message=message)


def _weighs_proposals(tables: Tables, role: str) -> bool:
    return any(row.role == role and row.method == "published_proposals" for row in tables.method_weights.rows)


def _has_proposal(tables: Tables, role_class: str) -> bool:
    # Rows that failed may be the ones looked for: say nothing then.
    failed = len(tables.proposals.rows) < len(tables.proposals.cells) or not tables.proposals.complete
    return failed or any(row.role_class == role_class and row.force_central for row in tables.proposals.rows)


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


def weight_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown roles and methods, and weights of a role that do not sum to 1."""
    table = tables.method_weights
    if not table.complete:
        return
    methods = tables.sizing_methods.values("method") - set(PARAMETERS) | set(WORKED_OUT)
    yield from unknown_roles(table, settings)
    for index, row in table.located():
        if tables.sizing_methods.complete and row.method not in methods:
            yield table.at(index, "method", f"{shown(row.method)} is not a method; {did_you_mean(row.method, methods)}")
    if len(table.rows) == len(table.cells):
        yield from _sum_problems(tables, settings)


def _sum_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    weights: dict[str, list[float]] = defaultdict(list)
    for row in tables.method_weights.rows:
        weights[row.role].append(row.weight)
    for role in settings.roles:
        total = math.fsum(weights[role])
        if abs(total - 1) > TOLERANCE:
            message = f"the weights of the role {role} sum to {total:g}; change them so that they sum to 1."
            yield Problem(file=tables.method_weights.file, column="weight", value=f"{total:g}", message=message)
