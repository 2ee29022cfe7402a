"""A scenario, and its facts: the force leaves when the host joins the alliance, if it has not left before.

Accession competes with every other reason of ending. From an earliest year on it comes with a constant annual chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

import numpy as np

from peacebrief.feasibility.duration.duration_facts import group_origin, years_of
from peacebrief.feasibility.duration.past_operation import USUAL, Durations
from peacebrief.feasibility.duration.survival import SurvivalCurve, checked_horizon, still_there
from peacebrief.feasibility.given import FeasibilityInputs, setting
from peacebrief.reasoning.record import Record, record
from peacebrief.uncertainty.arrays import Number
from peacebrief.uncertainty.power import natural_log, power

# ASSUME: accession and the other reasons of ending come independently of each other, and the force leaves at accession.


# Below this annual chance the fall over a mission is lost in rounding.
NEGLIGIBLE = 1e-9

EARLIEST, CHANCE = "accession_earliest", "accession_chance"
SCENARIO = (
    "Scenario: from the earliest year on, accession comes with a constant chance a year and ends the mission, unless "
    "it has ended before as past operations did. No forecast of accession is made."
)

# ASSUME: accession enters as a scenario at its central figures and is no part of any other result.


@dataclass(frozen=True, slots=True, kw_only=True)
class Accession:
    """The earliest year of accession, counted from deployment, and its annual chance from then on (0 to below 1)."""

    earliest_years: float
    annual_chance: float

    def __post_init__(self) -> None:
        if self.earliest_years < 0 or not 0 <= self.annual_chance < 1:
            raise ValueError("accession needs an earliest year of zero or more and an annual chance from 0 to below 1")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Shares that add up to one: still there, left at accession, left before it for another reason."""

    still_there: float
    left_at_accession: float
    left_before: float


def not_yet_acceded(*, accession: Accession, after: Number) -> Number:
    """The probability that accession has not come `after` so many years."""
    return power(1 - accession.annual_chance, np.maximum(after - accession.earliest_years, 0.0))


def still_there_with_exit(*, curve: SurvivalCurve, accession: Accession, after: Number) -> Number:
    """The share of forces still there `after` so many years when accession also ends them."""
    return still_there(curve=curve, after=after) * not_yet_acceded(accession=accession, after=after)


def whereabouts(*, curve: SurvivalCurve, accession: Accession, after: float) -> Whereabouts:
    """Where forces are `after` so many years, exactly: between two steps of the curve only accession ends a mission."""
    left = [
        height * float(_waiting(accession, start) - _waiting(accession, stop))
        for height, start, stop in _pieces(curve, after)
    ]
    there = float(still_there_with_exit(curve=curve, accession=accession, after=after))
    at_accession = fsum(left)
    return Whereabouts(there, at_accession, 1.0 - there - at_accession)


def years_present_with_exit(*, curve: SurvivalCurve, accession: Accession, horizon_years: float) -> float:
    """Years a force is there on average until the horizon when accession also ends it. Raises as `years_present`."""
    checked_horizon(curve, horizon_years)
    return fsum(height * _area(accession, start, stop) for height, start, stop in _pieces(curve, horizon_years))


def _pieces(curve: SurvivalCurve, until: float) -> list[tuple[float, float, float]]:
    stops = [*curve.times[1:].tolist(), np.inf]
    steps = zip(curve.survival.tolist(), curve.times.tolist(), stops, strict=True)
    return [(height, start, min(stop, until)) for height, start, stop in steps if start < until]


def _area(accession: Accession, start: float, stop: float) -> float:
    """The area under the probability of not yet having acceded, from one year to another."""
    certain = max(min(stop, accession.earliest_years) - start, 0.0)
    if accession.annual_chance < NEGLIGIBLE:
        return stop - start
    fall = _waiting(accession, start) - _waiting(accession, stop)
    return certain + fall / -float(natural_log(1 - accession.annual_chance))


def _waiting(accession: Accession, after: float) -> float:
    return float(not_yet_acceded(accession=accession, after=after))


def accession_facts(inputs: FeasibilityInputs, found: Durations) -> Iterator[Record]:
    """Shares of missions that left at accession, that left before, and that are still there.

    None where the inputs know of no accession.
    """
    if all(quantity.id != EARLIEST for quantity in inputs.quantities):
        return
    scenario = accession(inputs)
    origins = [group_origin(USUAL), *(inputs.quantity(name).origin for name in (EARLIEST, CHANCE))]
    for years in found.years:
        told = _told(whereabouts(curve=found.usual, accession=scenario, after=years))
        for name, (label, value) in told.items():
            yield record(
                f"feasibility.{name}.{{years}}",
                {"years": years_of(years)},
                label=label,
                unit="probability",
                kind="probability",
                method=SCENARIO,
                because=[*origins, setting("years")],
                value=value,
            )
    yield record(
        "feasibility.years_present_with_accession",
        label="years that a force is there on average within the planning horizon if it leaves at accession",
        unit="years",
        method=SCENARIO,
        because=[*origins, "fact:feasibility.planning_horizon"],
        value=years_present_with_exit(curve=found.usual, accession=scenario, horizon_years=found.horizon),
    )


def accession(inputs: FeasibilityInputs) -> Accession:
    """The scenario at its central figures."""
    earliest, chance = (inputs.quantity(name).central_point() for name in (EARLIEST, CHANCE))
    return Accession(earliest_years=earliest, annual_chance=chance)


def _told(where: Whereabouts) -> dict[str, tuple[str, float]]:
    return {
        "exit_by_accession": ("left at accession within {years} years", where.left_at_accession),
        "exit_before_accession": ("left before accession within {years} years", max(where.left_before, 0.0)),
        "still_there_with_accession": ("still there after {years} years, if it leaves at accession",
                                       where.still_there),
    }  # fmt: skip
