"""Whether gates, what carries over, conditions, enablers and plans fit the options and levels of the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, product
from math import prod
from typing import Any, get_args

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.checks.row_keys import coverage_problems, unknown_levels, unknown_names, unknown_options
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.tables.prospects.past_mission import PastGateKind
from peacebrief.inputs.tables.prospects.version import LEVELS, POSITIONS

GATE, POSITION = "gate.", "position."
MOST_VERSIONS = 1000


def gate_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown gates, options, levels and enablers; chances missing, or given where the model works them out."""
    for table in (tables.gate_chances, tables.conditions, tables.carry_over):
        yield from unknown_options(table, tables)
        yield from unknown_levels(table, settings)
    yield from unknown_names(tables.gate_chances, "gate", tables.gates)
    yield from unknown_names(tables.conditions, "gate", tables.gates)
    yield from _worked_out_problems(tables)
    yield from _lending_problems(tables, settings)
    yield from unknown_options(tables.enabler_needs, tables)
    yield from unknown_names(tables.enabler_needs, "enabler", tables.enablers)
    if not all_read(tables.gates, tables.options):
        return
    options = [row.id for row in tables.options.rows]
    judged = [row.id for row in tables.gates.rows if row.kind == "judged"]
    chances, wanted = tables.gate_chances, product(judged, options)
    yield from coverage_problems(chances, ("gate", "option"), wanted=wanted, settings=settings)
    alone = [(option,) for option in options]
    yield from coverage_problems(tables.carry_over, ("option",), wanted=alone, settings=settings)
    yield from _need_problems(tables, settings, options)


def _worked_out_problems(tables: Tables) -> Iterator[Problem]:
    kinds = {row.id: row.kind for row in tables.gates.rows}
    for index, row in tables.gate_chances.located():
        if kinds.get(row.gate, "judged") != "judged":
            message = f"{row.gate} is worked out by the model ({kinds[row.gate]}); remove the row."
            yield tables.gate_chances.at(index, "gate", message)


def _lending_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    for index, row in tables.enablers.located():
        if row.lent_at and row.lent_at not in settings.support_levels:
            message = f"{shown(row.lent_at)} is not one of the support_levels of case.yaml; "
            yield tables.enablers.at(index, "lent_at", message + did_you_mean(row.lent_at, settings.support_levels))


def _need_problems(tables: Tables, settings: CaseSettings, options: list[str]) -> Iterator[Problem]:
    table, least = tables.enabler_needs, settings.feasibility.critical_from
    if not all_read(table, tables.enablers):
        return
    given = {(row.enabler, row.option): row.criticality for row in table.rows}
    for option in options:
        for enabler in tables.enablers.rows:
            if (enabler.id, option) not in given:
                label = f"{enabler.id}/{option}"
                yield Problem(file=table.file, label=label, message="the rating is missing; add a row.")
        if not any(rating >= least for (_, name), rating in given.items() if name == option):
            message = f"no enabler is rated {least} or more for the option {option}, which critical_from asks for."
            yield Problem(file=table.file, column="criticality", value=option, message=message)


def plan_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown options, years out of order or beyond the horizon, missions whose readings make no course."""
    yield from unknown_options(tables.planned_strength, tables)
    yield from unknown_options(tables.staged, tables)
    yield from _year_problems(tables.planned_strength, settings.feasibility.planning_horizon)
    yield from _course_problems(tables.mission_strengths)


def _year_problems(table: Table[Any], horizon: int) -> Iterator[Problem]:
    for rows in _by(table, "option").values():
        for (_, before), (index, row) in pairwise(rows):
            if row.year < before.year:
                message = f"year {row.year} comes after year {before.year}; put the years of an option in order."
                yield table.at(index, "year", message)
    for index, row in table.located():
        if row.year > horizon:
            message = f"{row.year} is beyond the planning_horizon of {horizon} years of case.yaml; remove the row."
            yield table.at(index, "year", message)


def _course_problems(table: Table[Any]) -> Iterator[Problem]:
    if not all_read(table):
        return
    for mission, rows in _by(table, "mission").items():
        starts = sum(row.moment == "start" for _, row in rows)
        index, first = rows[0]
        if starts != 1:
            message = f"{mission} has {starts} readings at the start; keep one row whose moment is start."
            yield table.at(index, "moment", message)
        for place, row in rows:
            if (row.name, row.kind) != (first.name, first.kind):
                yield table.at(
                    place, "name", f"{mission} is told with two names or kinds; write the same in every row."
                )
        later = [(place, row) for place, row in rows if row.moment != "staged"]
        for (_, before), (place, row) in pairwise(later):
            if row.date <= before.date:
                message = f"{row.date} is not after {before.date}; put the readings of a mission in order of time."
                yield table.at(place, "date", message)
        if starts == 1 and later[0][1].moment != "start":
            message = f"{mission} has a later reading before its start; put the start first."
            yield table.at(later[0][0], "moment", message)


def _by(table: Table[Any], column: str) -> dict[str, list[tuple[int, Any]]]:
    found: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for index, row in table.located():
        found[getattr(row, column)].append((index, row))
    return found


def past_problems(tables: Tables) -> Iterator[Problem]:
    """Gates and outcomes of unknown past missions, and past missions that lack a gate or an outcome."""
    missions = tables.past_verdicts
    for table in (tables.past_gates, tables.past_outcomes):
        yield from unknown_names(table, "mission", missions)
    if not all_read(missions, tables.past_gates, tables.past_outcomes):
        return
    given = {(row.mission, row.gate) for row in tables.past_gates.rows}
    known = {row.mission for row in tables.past_outcomes.rows}
    for mission in (row.id for row in missions.rows):
        for gate in get_args(PastGateKind):
            if (mission, gate) not in given:
                message = "the judged chance is missing; add a row."
                yield Problem(file=tables.past_gates.file, label=f"{mission}/{gate}", message=message)
        if mission not in known:
            message = "what came of this past mission is missing; add a row."
            yield Problem(file=tables.past_outcomes.file, label=mission, message=message)


def version_problems(tables: Tables) -> Iterator[Problem]:
    """Factors of attitude without a gate, gates that are not judged, ties told twice, and too many versions."""
    yield from _attitude_problems(tables)
    yield from _factorial_problems(tables)


def _attitude_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.attitude
    if not all_read(table, tables.gates, tables.correlations) or not table.rows:
        return
    judged = {f"{GATE}{row.id}" for row in tables.gates.rows if row.kind == "judged"}
    for index, row in table.located():
        if row.quantity != POSITIONS and row.quantity not in judged:
            message = f"{shown(row.quantity)} is no judged gate of gates.csv; {did_you_mean(row.quantity, judged)}"
            yield table.at(index, "quantity", message)
        if row.factor != table.rows[0].factor:
            message = f"{row.factor} is a second factor beside {table.rows[0].factor}; one attitude ties all rows."
            yield table.at(index, "factor", message)
    if all(row.quantity == POSITIONS for row in table.rows):
        message = (
            f"{table.rows[0].factor} names no gate; add a row for a judged gate, such as {min(judged, default='')}."
        )
        yield table.at(0, "quantity", message)
    yield from _told_twice(tables)


def _told_twice(tables: Tables) -> Iterator[Problem]:
    """The same factor cannot tie a stream in two ways: its own part would not be its own."""
    following = {(row.factor, row.quantity) for row in tables.attitude.rows}
    for index, row in tables.correlations.located():
        quantity = POSITIONS if row.quantity.startswith(POSITION) else row.quantity
        if (row.factor, quantity) in following:
            message = f"{row.quantity} follows {row.factor} in attitude.csv already; keep one of the two rows."
            yield tables.correlations.at(index, "quantity", message)


def _factorial_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.versions
    if not all_read(table) or not table.rows:
        return
    if (found := prod(len(row.chosen()) for row in table.rows)) > MOST_VERSIONS:
        message = f"{found:,} versions are more than the {MOST_VERSIONS:,} that are tried; name fewer levels."
        yield table.at(len(table.rows) - 1, "levels", message)
        return
    for index, row in table.located():
        chosen, known = row.chosen(), LEVELS[row.factor]
        for level in dict.fromkeys(chosen):
            if level not in known:
                message = f"{shown(level)} is no level of {row.factor}; {did_you_mean(level, known)}"
                yield table.at(index, "levels", message)
        if len(set(chosen)) < len(chosen):
            yield table.at(index, "levels", f"{shown(row.levels)} names a level twice; keep one.")
        if row.factor == "attitude_loading" and not tables.attitude.rows and chosen != ["none"]:
            yield table.at(index, "levels", "attitude.csv ties nothing; write none, or add its rows.")
