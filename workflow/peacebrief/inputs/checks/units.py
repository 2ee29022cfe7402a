"""Whether numbers come in the units, and methods by the names, that the model knows."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.case import Tables
from peacebrief.inputs.case_settings import CaseSettings
from peacebrief.inputs.expected_units import PARAMETER_UNITS, assumption_units
from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown
from peacebrief.inputs.sizing_method import RATIO_UNITS


def unit_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Numbers in another unit than the model reads, which it would misread in silence, and methods it has not got."""
    expected = assumption_units(roles=list(settings.roles), postures=list(settings.logistics.postures))
    for index, row in tables.assumptions.located():
        unit = expected.get(row.id, row.unit)
        if row.unit != unit:
            yield tables.assumptions.at(index, "unit", _sentence(row.id, row.unit, unit))
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
            message = _sentence(method.method, method.unit or "", expected)
            yield tables.sizing_methods.at(index, "unit", message)


def _sentence(name: str, found: str, expected: str) -> str:
    return f"{shown(found)} is not the unit of {name}; write {expected} and convert the numbers."
