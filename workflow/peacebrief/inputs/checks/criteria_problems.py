"""Whether criteria, their weights and their scores fit together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.checks.row_keys import coverage_problems, unknown_levels, unknown_names, unknown_options
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables

ROUNDING = 1e-9
COST = "cost_share"


def criteria_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Weights that cannot sum to 1, unknown names, scores missing or of what is worked out, budgets missing."""
    yield from unknown_options(tables.scores, tables)
    yield from unknown_levels(tables.scores, settings)
    yield from unknown_names(tables.scores, "criterion", tables.criteria)
    yield from unknown_names(tables.viewpoints, "criterion", tables.criteria)
    yield from _risk_problems(tables)
    yield from _weight_problems(tables)
    yield from _worked_out_problems(tables)
    yield from _budget_problems(tables)
    if all_read(tables.criteria, tables.options):
        judged = [row.id for row in tables.criteria.rows if not row.computed_by]
        wanted = product([row.id for row in tables.options.rows], judged)
        yield from coverage_problems(tables.scores, ("option", "criterion"), wanted=wanted, settings=settings)


def _risk_problems(tables: Tables) -> Iterator[Problem]:
    known = tables.risks.values("id")
    for index, row in tables.criteria.located():
        if tables.risks.complete and row.risk() and row.risk() not in known:
            message = f"{shown(row.risk())} is not in risks.csv; {did_you_mean(row.risk(), known)}"
            yield tables.criteria.at(index, "computed_by", message)


def _weight_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.criteria
    if not all_read(table):
        return
    least, most = (math.fsum(getattr(row, f"weight_{end}") for row in table.rows) for end in ("low", "high"))
    if most == 0:
        message = "the weights of all criteria are zero; give at least one of them a weight."
        yield Problem(file=table.file, column="weight_high", value="0", message=message)
    elif least > 1 + ROUNDING:
        message = f"the lowest weights sum to {least:g}, above 1; lower some of them."
        yield Problem(file=table.file, column="weight_low", value=f"{least:g}", message=message)
    elif most < 1 - ROUNDING:
        message = f"the highest weights sum to {most:g}, below 1; raise some of them."
        yield Problem(file=table.file, column="weight_high", value=f"{most:g}", message=message)


def _budget_problems(tables: Tables) -> Iterator[Problem]:
    """Options whose cost is set against the budgets of their contributors, none of which is known."""
    if COST not in tables.criteria.values("computed_by") or not all_read(tables.contributors):
        return
    known = {row.id for row in tables.contributors.rows if row.budget_usd_bn}
    members = tables.option_contributors
    for option in tables.options.rows:
        names = {row.contributor for row in members.rows if row.option == option.id}
        if all_read(members) and names and not names & known:
            message = f"no contributor to the option {option.id} has a budget, which {COST} asks for; fill one in."
            yield Problem(file=tables.contributors.file, column="budget_usd_bn", value=option.id, message=message)


def _worked_out_problems(tables: Tables) -> Iterator[Problem]:
    measures = {row.id: row.computed_by for row in tables.criteria.rows}
    for index, row in tables.scores.located():
        if measures.get(row.criterion):
            message = (
                f"{row.criterion} is worked out by {measures[row.criterion]}; remove the row, or clear computed_by."
            )
            yield tables.scores.at(index, "criterion", message)
