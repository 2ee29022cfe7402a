"""The supply network as plain arrays: nodes, links, the arcs that run along them, and the sectors they feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.logistics.network.fleets import Fleets, fleets_of
from peacebrief.logistics.network.links import SHARED, Flags, Links, Rows, by_case, links_of, texts
from peacebrief.uncertainty.arrays import Floats, Integers

SUPPLIES = {"origin", "air_origin"}
TERMINALS = {"hub"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Handling:
    """The nodes where loading and unloading limit what may arrive (t/day), with three cases as the first axis."""

    node: Integers
    capacity_t_per_day: Floats
    shared: Flags
    corridor: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """Nodes, links and sectors by place. An arc is one direction of a link: `arc_link` is its place among the links.

    `supply` marks the nodes where freight starts without limit. `racked` marks the arcs on which fuel needs tank-wagon
    racks, `hazardous` those on which ammunition is limited by the rules for dangerous goods. `fleets` are what carries.
    """

    nodes: tuple[str, ...]
    supply: Flags
    links: Links
    arc_link: Integers
    arc_from: Integers
    arc_to: Integers
    racked: Flags
    hazardous: Flags
    handling: Handling
    fleets: Fleets
    corridors: tuple[str, ...]
    sectors: tuple[str, ...]
    sector_node: Integers
    sector_share: Floats

    def arcs_of(self, links: Collection[str]) -> Integers:
        """The arcs that run along links, given by id; a link that is not open has none."""
        closed = np.array([link in links for link in self.links.ids], dtype=bool)
        return np.flatnonzero(closed[self.arc_link])

    def link_flow(self, arc_flow: Floats) -> Floats:
        """What runs along each link, both directions together, from the flow of each arc (arcs, ...)."""
        flow = np.zeros((len(self.links.ids), *arc_flow.shape[1:]))
        np.add.at(flow, self.arc_link, arc_flow)
        return flow


def network_of(record: Mapping[str, Any], *, with_fleets: bool = False) -> Network:
    """The network of a resolved record, made of its open links; with the fleets that carry on them where asked for.

    The countries of the theatre are those of the sectors' nodes. Raises KeyError where a row names a node that is not
    in the table of nodes.
    """
    nodes, sectors, corridors = record["nodes"], record["sectors"], record["corridors"]
    place = {str(node["id"]): number for number, node in enumerate(nodes)}
    country_of = {str(node["id"]): str(node["country"]) for node in nodes}
    links = links_of(record["links"], country_of=country_of, own={country_of[row["node"]] for row in sectors})
    ends = np.array([[place[node] for node in names] for names in (links.from_node, links.to_node)], dtype=np.int64)
    back = np.flatnonzero(links.two_way)
    arc_link = np.concatenate([np.arange(len(links.ids)), back])
    arc_from = np.concatenate([ends[0], ends[1, back]])
    # ASSUME: fuel needs tank-wagon racks at gauge breaks and on the railways that leave a terminal of limited handling.
    terminal = np.array([row["kind"] in TERMINALS and _limited(row) for row in nodes], dtype=bool)
    rail = np.array([mode.startswith("rail") for mode in links.mode], dtype=bool)
    return Network(
        nodes=tuple(place),
        supply=np.array([row["kind"] in SUPPLIES for row in nodes], dtype=bool),
        links=links,
        arc_link=arc_link,
        arc_from=arc_from,
        arc_to=np.concatenate([ends[1], ends[0, back]]),
        racked=links.gauge_break[arc_link] | (rail[arc_link] & terminal[arc_from]),
        hazardous=links.enters_theatre[arc_link],
        handling=_handling(nodes, links),
        fleets=fleets_of(record["fleets"] if with_fleets else (), links=links, arc_link=arc_link),
        corridors=texts(corridors, "id"),
        sectors=texts(sectors, "id"),
        sector_node=np.array([place[row["node"]] for row in sectors], dtype=np.int64),
        sector_share=np.array([float(row["share"]) for row in sectors]),
    )


def _limited(row: Mapping[str, Any]) -> bool:
    return row["handling_central"] not in {None, ""} and row["kind"] not in SUPPLIES


def _handling(nodes: Rows, links: Links) -> Handling:
    touched = {*links.from_node, *links.to_node}
    limited = [(number, row) for number, row in enumerate(nodes) if _limited(row) and row["id"] in touched]
    rows = [row for _, row in limited]
    return Handling(
        node=np.array([number for number, _ in limited], dtype=np.int64),
        capacity_t_per_day=by_case(rows, "handling"),
        shared=np.array([row["scope"] == SHARED for row in rows], dtype=bool),
        corridor=tuple(_corridor(str(row["id"]), links) for row in rows),
    )


def _corridor(node: str, links: Links) -> str:
    """The corridor of most links that leave a node, or else of those that reach it; the first by name where tied."""
    # ASSUME: handling at a node is as good or bad as the corridor that most of the links leaving it belong to.
    leaving, reaching = (
        Counter(corridor for end, corridor in zip(ends, links.corridor, strict=True) if end == node)
        for ends in (links.from_node, links.to_node)
    )
    count = leaving or reaching
    return min(count, key=lambda corridor: (-count[corridor], corridor))
