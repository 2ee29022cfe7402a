"""Rows of the tables that the map is drawn from: flows, nodes and the capacity of the crossings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.logistics.classes import CASES
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.inputs import span_of
from peacebrief.logistics.open_links import is_set, open_links
from peacebrief.logistics.single_losses import plain_mode

Rows = Iterator[list[Any]]
SHOWN_CASE = "central"


def flow_rows(found: Findings) -> Rows:
    """Every open link with what it carries in the cheapest plan of the reference size in the calmest posture."""
    posture, network = found.inputs.postures[0], found.supply.network
    nodes = {node["id"]: node for node in found.inputs.record["nodes"]}
    rows = {row["id"]: row for row in found.inputs.record["links"]}
    carried = network.link_flow(found.plans[posture].plan.flow_t_per_day).sum(axis=1)
    for place, link in enumerate(network.links.ids):
        row = rows[link]
        start, end = nodes[row["from_node"]], nodes[row["to_node"]]
        tonnes, capacity = float(carried[place]), _capacity(found, place)
        yield [
            *(link, start["id"], end["id"], start["lat"], start["lon"], end["lat"], end["lon"]),
            *(row["mode"], row["corridor"], is_set(row["gauge_break"]), is_set(row["enters_theatre"])),
            *(tonnes, capacity, tonnes / capacity if capacity > 0 else 0.0),
            *(found.inputs.reference_size, posture, SHOWN_CASE),
        ]


def node_rows(found: Findings) -> Rows:
    """Every node with its place on the map."""
    for node in found.inputs.record["nodes"]:
        yield [node[column] for column in ("id", "name", "kind", "lat", "lon")]


def capacity_rows(found: Findings) -> Rows:
    """Capacity of the open crossings by corridor and mode, in three cases, before the share of the force."""
    crossings = [row for row in open_links(found.inputs.record) if is_set(row["enters_theatre"])]
    for corridor in found.inputs.corridors:
        own = [row for row in crossings if row["corridor"] == corridor.id]
        for mode in dict.fromkeys(plain_mode(str(row["mode"])) for row in own):
            spans = [span_of(row, "capacity") for row in own if plain_mode(str(row["mode"])) == mode]
            yield [corridor.id, corridor.label, mode, *(sum(column) for column in zip(*spans, strict=True))]


def _capacity(found: Findings, place: int) -> float:
    """What the force may use of a link in the case shown, both directions apart."""
    links = found.supply.network.links
    share = found.supply.shares[SHOWN_CASE]["force_share"] if links.shared[place] else 1.0
    return float(links.capacity_t_per_day[CASES.index(SHOWN_CASE), place]) * share
