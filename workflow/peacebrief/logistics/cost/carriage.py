"""The cost of carrying one tonne to the units as steps: every leg of the way, gauge breaks and the last mile."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.cost.mission_cost import handling_cost, leg_cost
from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.way_of_a_tonne import LEGS
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.reasoning.step import Step

METHOD = (
    "Kilometres of a tonne by mode in the cheapest plan times the cost of a tonne-kilometre, with war risk inside the "
    "theatre, plus transhipment at gauge breaks and the last mile by military convoy."
)


def haul_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Euros a tonne from the origins to the units, by posture."""
    for posture in inputs.postures:
        for leg in LEGS:
            takes = {"km_per_tonne": f"leg.{leg.id}.{posture}", "per_tkm": leg.cost}
            takes |= {"ratio": "war_risk_ratio"} if leg.inside else {}
            constants = () if leg.inside else (("ratio", 1.0),)
            yield Step(id=f"haul.{leg.id}.{posture}", formula=leg_cost, takes=takes, constants=constants)
        takes = {"times": f"transhipped.{posture}", "per_tonne": "transhipment_cost"}
        yield Step(id=f"haul.transhipment.{posture}", formula=handling_cost, takes=takes)
        last_mile = {"km_per_tonne": "last_mile_distance", "per_tkm": "road_cost", "ratio": "convoy_ratio"}
        yield Step(id=f"haul.last_mile.{posture}", formula=leg_cost, takes=last_mile)
        parts = [*(leg.id for leg in LEGS), "transhipment", "last_mile"]
        yield Step(
            id=f"per_tonne.{posture}",
            formula=summed,
            takes={part: f"haul.{part}.{posture}" for part in parts},
            unit="EUR_2025_per_t",
            label="cost of carrying a tonne to the units, {posture}",
            method=METHOD,
            family="logistics.line_haul_cost.{posture}",
            about={"posture": posture_of(posture)},
        )
