"""What the network says as sampled numbers: kilometres by leg, transhipments, and tonnes a day of every stage.

Tonnes a day of a stage of the deployment are what the network lets through with room enough in the other stages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.demand.way_of_a_tonne import LEGS
from peacebrief.logistics.deployment.arrival import STAGES
from peacebrief.logistics.flow.cheapest_plan import Cheapest
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.given import CASES, CLASSES, KG_PER_TONNE, LogisticsInputs
from peacebrief.logistics.network.links import Flags
from peacebrief.logistics.network.supply_network import SUPPLIES
from peacebrief.logistics.origins import limits_because, plan_because
from peacebrief.logistics.sampled_supply import drawn
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.subject import Named, number_of

DEPLOYMENT_STREAM = "capacity.deployment"
STAGE_METHOD = (
    "Largest tonnage that the links and nodes of this stage let through when all other stages have room enough, "
    "in the low, central and high capacity case; drawn from a triangular distribution over the three."
)

AMPLE_T_PER_DAY = 1e9
PORTS = {"seaport", "river_port", "airport"}
WATER = {"sea", "ferry"}


def way_numbers(inputs: LogisticsInputs, plans: Mapping[str, Cheapest]) -> Iterator[Sampled]:
    """The average way of a tonne in the cheapest plan of each posture."""
    # ASSUME: every draw takes the ways of the cheapest plan at the central point; only prices and lorries vary.
    for posture, found in plans.items():
        about = {"size": number_of(inputs.reference_size), "posture": posture_of(posture)}
        came_from = plan_because(inputs, posture)
        for leg in LEGS:
            yield Sampled(
                id=f"leg.{leg.id}.{posture}",
                central=found.km[leg.id],
                origins=came_from,
                family="logistics.leg_km.{leg}.{posture}" if found.km[leg.id] > 0 else "",
                about={"leg": leg, **about},
                label="kilometres of a tonne by {leg}, for {size} troops, {posture}",
                unit="km",
                method="Tonne-kilometres of the cheapest plan over the tonnes delivered.",
            )
        yield Sampled(
            id=f"transhipped.{posture}",
            central=found.transhipped,
            origins=came_from,
            family="logistics.transhipped.{posture}",
            about=about,
            label="times a tonne changes gauge, for {size} troops, {posture}",
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
            family="logistics.deployment_stage.{stage}",
            about={"stage": Named(stage, told)},
            label="tonnes a day through {stage}, for a deployment",
            unit="t_per_day",
            method=STAGE_METHOD,
        )


def stage_tonnes(supply: Supply, record: Mapping[str, Any], *, case: str) -> dict[str, float]:
    """Tonnes a day through each stage in a capacity case, spread over the sectors by their shares.

    Stages are `origin` (leaving origins, and handling in ports), `trunk` (lines outside the theatre), `border` (the
    crossings, and handling where the gauge changes before them) and `onward` (lines inside the theatre).
    """
    links, handling = link_stages(supply, record), handling_stages(supply, record)
    tonne_each = np.array([KG_PER_TONNE if name == "other" else 0.0 for name in CLASSES])
    limits = supply.limits[case]
    found = {}
    for stage, members in links.items():
        alone = replace(
            limits,
            arcs_t_per_day=np.where(members[supply.network.arc_link], limits.arcs_t_per_day, AMPLE_T_PER_DAY),
            handling_t_per_day=np.where(handling[stage], limits.handling_t_per_day, AMPLE_T_PER_DAY),
        )
        found[stage] = supply.model.largest_persons(demand_kg_per_person_day=tonne_each, limits=alone)
    return found


def link_stages(supply: Supply, record: Mapping[str, Any]) -> dict[str, Flags]:
    """Which open links belong to each stage."""
    links = supply.network.links
    kinds = {str(node["id"]): str(node["kind"]) for node in record["nodes"]}
    starts = np.array([kinds[node] in SUPPLIES for node in links.from_node], dtype=bool)
    water = np.array([mode in WATER for mode in links.mode], dtype=bool)
    outside = ~links.inside & ~links.enters_theatre
    return {
        "origin": starts,
        # ASSUME: a crossing by water is a trunk line as well, since no other line leads from the port to the theatre.
        "trunk": (outside & ~starts) | (links.enters_theatre & water),
        "border": links.enters_theatre,
        "onward": links.inside,
    }


def handling_stages(supply: Supply, record: Mapping[str, Any]) -> dict[str, Flags]:
    """Which nodes of limited handling belong to each stage."""
    rows = [record["nodes"][place] for place in supply.network.handling.node.tolist()]
    own = {row["country"] for row in record["nodes"] if row["id"] in {sector["node"] for sector in record["sectors"]}}
    inside = np.array([row["country"] in own for row in rows], dtype=bool)
    port = np.array([row["kind"] in PORTS for row in rows], dtype=bool)
    nowhere = np.zeros(len(rows), dtype=bool)
    return {"origin": ~inside & port, "trunk": nowhere, "border": ~inside & ~port, "onward": inside}
