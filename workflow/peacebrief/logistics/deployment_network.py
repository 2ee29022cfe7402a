"""What the network lets through a day in every stage of a deployment, with room enough in the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from peacebrief.logistics.classes import CLASSES
from peacebrief.logistics.links import Flags
from peacebrief.logistics.network import SUPPLIES
from peacebrief.logistics.supply import Supply

AMPLE_T_PER_DAY = 1e9
KG_PER_TONNE = 1000.0
PORTS = {"seaport", "river_port", "airport"}
WATER = {"sea", "ferry"}


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
