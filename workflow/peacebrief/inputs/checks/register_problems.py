"""Whether the register of risks, the table of past operations and that of earlier verdicts fit together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.checks.row_keys import coverage_problems, unknown_levels, unknown_names, unknown_options
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.tables.prospects.verdict_change import OF_CHANGE


def register_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Unknown risks, options and levels, chances that are missing, a horizon that no past operation reached."""
    yield from unknown_options(tables.risk_chances, tables)
    yield from unknown_levels(tables.risk_chances, settings)
    yield from unknown_names(tables.risk_chances, "risk", tables.risks)
    yield from _link_problems(tables)
    yield from _consequence_problems(tables)
    yield from _horizon_problems(tables, settings)
    if all_read(tables.risks, tables.options):
        wanted = product([row.id for row in tables.risks.rows], [row.id for row in tables.options.rows])
        yield from coverage_problems(tables.risk_chances, ("risk", "option"), wanted=wanted, settings=settings)


def spell_problems(tables: Tables) -> Iterator[Problem]:
    """Operations that follow on an unknown or a later one, and a table without any that resembles the case."""
    table = tables.durations
    yield from unknown_names(table, "successor_of", table)
    starts = {row.id: row.start for row in table.rows}
    for index, row in table.located():
        before = starts.get(row.successor_of)
        if before is not None and before >= row.start:
            message = f"{row.successor_of} did not start before {row.start}; correct successor_of or a start."
            yield table.at(index, "successor_of", message)
    if all_read(table) and not any(row.analogue and row.ended and not row.garrison for row in table.rows):
        message = "no operation that has ended resembles the case; write analogue = 1 where one does."
        yield Problem(file=table.file, column="analogue", message=message)


def change_problems(tables: Tables) -> Iterator[Problem]:
    """Earlier verdicts of an unknown option, and rows of one change that tell it differently."""
    table = tables.verdict_changes
    yield from unknown_options(table, tables)
    first: dict[str, int] = {}
    for index, row in table.located():
        before = first.setdefault(row.id, index)
        for column in OF_CHANGE:
            if getattr(row, column) != getattr(table.rows[before], column):
                message = f"row {table.numbers[before]} says otherwise of {row.id}; write the same in every row of it."
                yield table.at(index, column, message)


def _horizon_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    table, horizon = tables.durations, settings.feasibility.planning_horizon
    years = [row.years for row in table.rows if row.analogue and not row.garrison]
    if all_read(table) and years and max(years) < horizon:
        message = (
            f"no operation that resembles the case lasted more than {max(years):g} years; "
            f"lower the planning_horizon of {horizon} in case.yaml, or write analogue = 1 for one that lasted longer."
        )
        yield Problem(file=table.file, column="analogue", value=str(horizon), message=message)


def _consequence_problems(tables: Tables) -> Iterator[Problem]:
    """What costs is unknown of a risk, or of no risk; what was counted is not known, or of another unit."""
    table, past = tables.risk_consequences, {row.id: row.toll for row in tables.past_tolls.rows}
    yield from unknown_names(table, "risk", tables.risks)
    for index, row in table.located():
        for name in row.past() if tables.past_tolls.complete else ():
            if name not in past:
                yield table.at(index, "counted", f"{shown(name)} is not in past_tolls.csv; {did_you_mean(name, past)}")
            elif past[name] != row.toll:
                message = f"{name} was counted as {past[name]} and not as {row.toll}; remove it, or correct the toll."
                yield table.at(index, "counted", message)
    if all_read(table) and "killed" not in table.values("toll"):
        message = "no risk of the register costs lives; write killed where one does."
        yield Problem(file=table.file, column="toll", message=message)
    known = table.values("risk")
    for risk in tables.risks.rows if all_read(table) else ():
        if risk.id not in known:
            yield Problem(file=table.file, label=risk.id, message="nothing says what it costs; add a row.")


def _link_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.risks
    known = table.values("id")
    for index, row in table.located():
        for other in row.others():
            if table.complete and other not in known:
                message = f"{shown(other)} is no risk of the register; {did_you_mean(other, known)}"
                yield table.at(index, "correlated_with", message)
