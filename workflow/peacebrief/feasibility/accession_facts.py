"""The scenario in which the force leaves when the host joins the alliance, as facts."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.duration_facts import group_origin
from peacebrief.feasibility.durations import USUAL, Durations
from peacebrief.feasibility.exit_by_accession import Accession, Whereabouts, whereabouts, years_present_with_exit
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.naming import setting
from peacebrief.reasoning.record import Record, record

EARLIEST, CHANCE = "accession_earliest", "accession_chance"
SCENARIO = (
    "Scenario: from the earliest year on, accession comes with a constant chance a year and ends the mission, unless "
    "it has ended before as past operations did. No forecast of accession is made."
)

# ASSUME: accession enters as a scenario at its central figures and is no part of any other result.


def accession_facts(inputs: FeasibilityInputs, found: Durations) -> Iterator[Record]:
    """Shares of missions that have left at accession, that left before, and that are still there."""
    scenario = accession(inputs)
    origins = [group_origin(USUAL), *(inputs.quantity(name).origin for name in (EARLIEST, CHANCE))]
    for years in found.years:
        told = _told(whereabouts(curve=found.usual, accession=scenario, after=years), years)
        for name, (label, value) in told.items():
            yield record(
                f"feasibility.{name}.{years:g}",
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


def _told(where: Whereabouts, years: float) -> dict[str, tuple[str, float]]:
    return {
        "exit_by_accession": (f"left at accession within {years:g} years", where.left_at_accession),
        "exit_before_accession": (f"left before accession within {years:g} years", max(where.left_before, 0.0)),
        "still_there_with_accession": (f"still there after {years:g} years, if it leaves at accession",
                                       where.still_there),
    }  # fmt: skip
