"""Whether the assumptions are those the model reads, and fit together.

Numbers must come in the units, and methods by the names, that the model knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.cells.problem import Problem, did_you_mean, near_name, shown
from peacebrief.inputs.expected.expected_units import PARAMETER_UNITS, assumption_units
from peacebrief.inputs.expected.required import OF_ACCESSION, OF_COMPARED_ARMY, PARAMETERS, assumption_stages
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.vocabulary import Vocabulary
from peacebrief.inputs.tables.sizing_method import RATIO_UNITS

LISTED = "python -m peacebrief columns quantities lists what is read"
# Quantities have names that are alike: a nearer one than elsewhere must be meant.
NEAR = 0.8


def quantity_problems(tables: Tables, settings: CaseSettings, vocabulary: Vocabulary | None) -> Iterator[Problem]:
    """Assumptions missing or never read, parameters missing, factors that move nothing, times that leave no time."""
    tasks = {name: role.tasks for name, role in settings.roles.items()}
    # Where the vocabulary cannot be read, it may name the army whose contribution is there.
    given = OF_COMPARED_ARMY in tables.assumptions.values("id")
    compared = given if vocabulary is None else vocabulary.compared_army is not None
    accession = not tables.assumptions.values("id").isdisjoint(OF_ACCESSION)
    stages = assumption_stages(
        tasks=tasks,
        postures=settings.logistics.postures,
        compared=compared,
        accession=accession,
        attitude=bool(tables.attitude.rows),
    )
    yield from _assumption_problems(tables, stages)
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
        if row.id not in stages and row.id == OF_COMPARED_ARMY:
            message = "nothing reads it, since vocabulary.yaml names no compared_army; name one, or remove the row."
            yield table.at(index, "id", message)
        elif row.id not in stages:
            of_no_use = f"remove the row, or give a role the task that needs it; {LISTED}."
            remedy = near_name(row.id, missing, cutoff=NEAR) or of_no_use
            message = f"{shown(row.id)} is not read by the model for the roles of this case; {remedy}"
            yield table.at(index, "id", message)
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
    drawn = ("position", "sustained_share")
    known |= {f"{name}.{contributor}" for name in drawn for contributor in tables.contributors.values("id")}
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


def unit_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Numbers in another unit than the model reads, which it would misread in silence, and methods it has not got."""
    expected = assumption_units(roles=list(settings.roles), postures=list(settings.logistics.postures))
    for index, row in tables.assumptions.located():
        unit = expected.get(row.id, row.unit)
        if row.unit != unit:
            yield tables.assumptions.at(index, "unit", _unit_sentence(row.id, row.unit, unit))
    yield from _method_problems(tables)


def _method_problems(tables: Tables) -> Iterator[Problem]:
    for index, method in tables.sizing_methods.located():
        if method.method is None:
            continue
        expected = PARAMETER_UNITS.get(method.method) or RATIO_UNITS.get(method.family)
        if expected is None:
            remedy = did_you_mean(method.method, PARAMETER_UNITS)
            message = f"{shown(method.method)} is not a parameter of the model; {remedy}"
            yield tables.sizing_methods.at(index, "method", message)
        elif method.unit != expected:
            message = _unit_sentence(method.method, method.unit or "", expected)
            yield tables.sizing_methods.at(index, "unit", message)


def _unit_sentence(name: str, found: str, expected: str) -> str:
    return f"{shown(found)} is not the unit of {name}; write {expected} and convert the numbers."
