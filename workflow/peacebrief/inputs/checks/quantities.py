"""Whether the assumptions are those the model reads, and fit together."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.required import OPTIONAL, PARAMETERS, assumption_stages


def quantity_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Assumptions missing or never read, parameters missing, factors that move nothing, times that leave no time."""
    tasks = {name: role.tasks for name, role in settings.roles.items()}
    yield from _assumption_problems(tables, assumption_stages(tasks=tasks, postures=settings.logistics.postures))
    if tables.sizing_methods.complete:
        for method in PARAMETERS:
            if method not in tables.sizing_methods.values("method"):
                message = f"no row has the method {method}, which the model reads; add it."
                yield Problem(file=tables.sizing_methods.file, column="method", message=message)
    yield from _correlation_problems(tables)
    yield from _time_problems(tables)


def _assumption_problems(tables: Tables, stages: dict[str, str]) -> Iterator[Problem]:
    table = tables.assumptions
    if not table.complete:
        return
    missing = frozenset(stages) - table.values("id")
    for index, row in table.located():
        expected = stages.get(row.id, "sizing")
        if row.id not in stages and row.id not in OPTIONAL:
            near = (
                did_you_mean(row.id, missing) if missing else "remove the row, or give a role the task that needs it."
            )
            yield table.at(index, "id", f"{shown(row.id)} is not read by the model for the roles of this case; {near}")
        elif set(row.stages()) != set(expected.split(";")):
            named = f"stages {expected.replace(';', ' and ')}" if ";" in expected else f"stage {expected}"
            yield table.at(index, "stage", f"{row.id} is read by the {named}; write {expected}.")
    for name in sorted(missing):
        yield Problem(file=table.file, label=name, message="the assumption is missing; add a row with this id.")


def _correlation_problems(tables: Tables) -> Iterator[Problem]:
    if not (tables.assumptions.complete and tables.sizing_methods.complete):
        return
    fixed = {row.id for row in tables.assumptions.rows if row.distribution == "fixed"}
    fixed |= {row.method for row in tables.sizing_methods.rows if row.method and row.distribution == "fixed"}
    known = tables.assumptions.values("id") | tables.sizing_methods.values("method")
    known |= {f"consumption.{item}" for item in tables.consumption.values("item")}
    known |= {f"position.{contributor}" for contributor in tables.contributors.values("id")}
    known |= {f"risk.{risk}" for risk in tables.risks.values("id")}
    known |= {f"gate.{gate}" for gate in tables.gates.values("id")}
    for index, row in tables.correlations.located():
        if row.quantity not in known:
            message = (
                f"{shown(row.quantity)} is no assumption, no method and no item; {did_you_mean(row.quantity, known)}"
            )
            yield tables.correlations.at(index, "quantity", message)
        elif row.quantity in fixed:
            yield tables.correlations.at(
                index, "quantity", f"{shown(row.quantity)} is fixed and follows no factor; remove the row."
            )


def _time_problems(tables: Tables) -> Iterator[Problem]:
    """A helicopter must have some of the golden hour left to fly."""
    rows = {row.id: row for row in tables.assumptions.rows}
    notice, limit = rows.get("medical_notice"), rows.get("golden_hour")
    if notice is None or limit is None:
        return
    longest, shortest = notice.high or notice.central, limit.low or limit.central
    if longest is not None and shortest is not None and longest >= shortest:
        message = f"{longest:g} leaves no time to fly within the {shortest:g} minutes of golden_hour; shorten it."
        yield tables.assumptions.at(
            tables.assumptions.rows.index(notice), "high" if notice.high else "central", message
        )
