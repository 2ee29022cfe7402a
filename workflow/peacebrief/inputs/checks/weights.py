"""Whether the weights of the methods fit the roles."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.checks.known import unknown_roles
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.required import PARAMETERS, WORKED_OUT

TOLERANCE = 1e-9


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
