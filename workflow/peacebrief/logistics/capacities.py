"""What the force may use of the network: capacities of arcs and handling in a capacity case."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.classes import CASES
from peacebrief.logistics.links import Flags
from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limits:
    """What limits the flow: tonnes a day by arc and by handling node, and shares of an arc's capacity.

    At most `tank_wagon_share` of an arc with racks may carry fuel, and at most `hazardous_share` of an arc that enters
    the theatre may carry ammunition.
    """

    arcs_t_per_day: Floats
    handling_t_per_day: Floats
    tank_wagon_share: float
    hazardous_share: float


def limits_of_case(
    network: Network, *, case: str, force_share: float, tank_wagon_share: float, hazardous_share: float
) -> Limits:
    """The limits of the `low`, `central` or `high` case, with the force's share of civil capacity."""
    row = CASES.index(case)
    links = force_part(network.links.capacity_t_per_day[row], network.links.shared, force_share)
    return Limits(
        arcs_t_per_day=links[network.arc_link],
        handling_t_per_day=force_part(network.handling.capacity_t_per_day[row], network.handling.shared, force_share),
        tank_wagon_share=tank_wagon_share,
        hazardous_share=hazardous_share,
    )


def force_part(capacity_t_per_day: Floats, shared: Flags, force_share: float) -> Floats:
    """What the force gets: its share of what is shared with civil traffic, and all of the rest."""
    return np.where(shared, capacity_t_per_day * force_share, capacity_t_per_day)
