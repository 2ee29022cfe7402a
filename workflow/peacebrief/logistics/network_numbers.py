"""What the network says as sampled numbers: kilometres by leg, transhipments, and tonnes a day of every stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from peacebrief.logistics.cheapest import Cheapest
from peacebrief.logistics.classes import CASES
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.deployment_network import stage_tonnes
from peacebrief.logistics.deployment_steps import STAGES
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.leg import LEGS
from peacebrief.logistics.reasons import limits_because, plan_because
from peacebrief.logistics.sampled import Sampled, drawn
from peacebrief.logistics.supply import Supply

DEPLOYMENT_STREAM = "capacity.deployment"
STAGE_METHOD = (
    "Largest tonnage that the links and nodes of this stage let through when all other stages have room enough, "
    "in the low, central and high capacity case; drawn from a triangular distribution over the three."
)


def way_numbers(inputs: LogisticsInputs, plans: Mapping[str, Cheapest]) -> Iterator[Sampled]:
    """The average way of a tonne in the cheapest plan of each posture."""
    # ASSUME: every draw takes the ways of the cheapest plan at the central point; only prices and lorries vary.
    for posture, found in plans.items():
        told = f"for {inputs.reference_size:,.0f} troops, {posture_label(posture)}"
        came_from = plan_because(inputs, posture)
        for leg in LEGS:
            yield Sampled(
                id=f"leg.{leg.id}.{posture}",
                central=found.km[leg.id],
                origins=came_from,
                fact=f"logistics.leg_km.{leg.id}.{posture}" if found.km[leg.id] > 0 else "",
                label=f"kilometres of a tonne by {leg.label}, {told}",
                unit="km",
                method="Tonne-kilometres of the cheapest plan over the tonnes delivered.",
            )
        yield Sampled(
            id=f"transhipped.{posture}",
            central=found.transhipped,
            origins=came_from,
            fact=f"logistics.transhipped.{posture}",
            label=f"times a tonne changes gauge, {told}",
            unit="ratio",
            method="Tonnes that cross gauge breaks in the cheapest plan over the tonnes delivered.",
        )


def stage_numbers(inputs: LogisticsInputs, supply: Supply) -> Iterator[Sampled]:
    """Tonnes a day through every stage of the deployment, from the low to the high capacity case."""
    # ASSUME: in a deployment the capacities of all stages are good or bad together.
    by_case = {case: stage_tonnes(supply, inputs.record, case=case) for case in CASES}
    for stage, told in STAGES.items():
        low, central, high = (by_case[case][stage] for case in CASES)
        one = drawn(
            inputs,
            name=f"stage.{stage}",
            stream=DEPLOYMENT_STREAM,
            distribution="triangular",
            span=(low, central, high),
            origin="",
        )
        yield replace(
            one,
            origins=limits_because(inputs),
            fact=f"logistics.deployment_stage.{stage}",
            label=f"tonnes a day through {told}, for a deployment",
            unit="t_per_day",
            method=STAGE_METHOD,
        )
