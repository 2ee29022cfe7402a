"""Whether gates, what carries over, conditions and enablers fit the options and levels of the case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network_problems import all_read
from peacebrief.inputs.checks.row_keys import coverage_problems, unknown_levels, unknown_names, unknown_options
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables


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
        if row.lent_at and row.lent_at not in settings.us_levels:
            message = f"{shown(row.lent_at)} is not one of the us_levels of case.yaml; "
            yield tables.enablers.at(index, "lent_at", message + did_you_mean(row.lent_at, settings.us_levels))


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
