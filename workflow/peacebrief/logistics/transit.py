"""How long a link takes, and what runs along it while a force moves in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.capacities import Limits
from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

HOURS_PER_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TransitNetwork:
    """Arcs between nodes, numbered from zero: where they start and end, how many days they take and carry a day.

    Freight starts without limit at the nodes marked `supply`. At most `handling_t_per_day` may enter each of the nodes
    `handling_node`. The sectors stand at `sector_node` and get the shares `sector_share` of all that arrives.
    """

    nodes: int
    supply: Integers
    arc_from: Integers
    arc_to: Integers
    transit_days: Floats
    capacity_t_per_day: Floats
    handling_node: Integers
    handling_t_per_day: Floats
    sector_node: Integers
    sector_share: Floats


def transit_days(*, distance_km: Floats, speed_km_per_h: Floats, delay_h: Floats) -> Floats:
    """Days on the way: the run at the mean speed of the whole trip, and the fixed delay at a crossing or a port."""
    return (distance_km / speed_km_per_h + delay_h) / HOURS_PER_DAY


def transit_network(network: Network, *, limits: Limits, case: int) -> TransitNetwork:
    """The supply network for moving in, with speeds and delays of a case (0 low, 1 central, 2 high).

    In the low case trains and lorries are slow and delays long, in the high case the reverse.
    """
    links, arc = network.links, network.arc_link
    # ASSUME: where capacities are low, speeds are low and delays are long as well, and the other way round.
    days = transit_days(
        distance_km=links.distance_km, speed_km_per_h=links.speed_km_per_h[case], delay_h=links.delay_h[-1 - case]
    )
    return TransitNetwork(
        nodes=len(network.nodes),
        supply=np.flatnonzero(network.supply),
        arc_from=network.arc_from,
        arc_to=network.arc_to,
        transit_days=days[arc],
        capacity_t_per_day=limits.arcs_t_per_day,
        handling_node=network.handling.node,
        handling_t_per_day=limits.handling_t_per_day,
        sector_node=network.sector_node,
        sector_share=network.sector_share,
    )
