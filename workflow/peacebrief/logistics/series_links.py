"""Links in series: where only two links meet, the loss of one is the loss of the other."""

from __future__ import annotations

import numpy as np

from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Integers


def first_in_series(network: Network) -> Integers:
    """For each link, by place, the first link of the series it belongs to: itself where it stands alone.

    Two links are in series at a node that neither supplies nor is a sector, and that no third link touches.
    """
    place = {node: number for number, node in enumerate(network.nodes)}
    touching: list[list[int]] = [[] for _ in network.nodes]
    for link, ends in enumerate(zip(network.links.from_node, network.links.to_node, strict=True)):
        for node in set(ends):
            touching[place[node]].append(link)
    kept = set(network.sector_node.tolist()) | set(np.flatnonzero(network.supply).tolist())
    first = np.arange(len(network.links.ids))
    for number, links in enumerate(touching):
        if number not in kept and len(links) == 2:
            one, other = sorted(int(first[link]) for link in links)
            first[first == other] = one
    return first
