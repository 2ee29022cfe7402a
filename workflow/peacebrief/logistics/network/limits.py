"""What the force may use of the network: capacities of arcs and handling, in a capacity case or from draw to draw.

Limits that vary from draw to draw follow a level for each corridor, and the shares the force gets.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from peacebrief.logistics.given import CASES
from peacebrief.logistics.network.links import Flags
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats

LOW, CENTRAL, HIGH = range(len(CASES))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limits:
    """What limits the flow: tonnes a day by arc and by handling node, tonne-kilometres a day by fleet, and shares.

    At most `tank_wagon_share` of an arc with racks may carry fuel, and at most `hazardous_share` of an arc that enters
    the theatre may carry ammunition. Fleets are limits of a network that is made with them.
    """

    arcs_t_per_day: Floats
    handling_t_per_day: Floats
    tank_wagon_share: float
    hazardous_share: float
    fleets_tkm_per_day: Floats = field(default_factory=lambda: np.zeros(0))


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
        fleets_tkm_per_day=network.fleets.capacity_tkm_per_day[row],
    )


def force_part(capacity_t_per_day: Floats, shared: Flags, force_share: float) -> Floats:
    """What the force gets: its share of what is shared with civil traffic, and all of the rest."""
    return np.where(shared, capacity_t_per_day * force_share, capacity_t_per_day)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawnLimits:
    """What limits the flow in each of n draws.

    `levels` (corridors, n) run from -1, every link of the corridor at its low capacity, over 0, central, to 1, high.
    The three shares (n) are those of `Limits` and the force's share of civil capacity.
    """

    levels: Floats
    force_share: Floats
    tank_wagon_share: Floats
    hazardous_share: Floats

    def limits(self, network: Network, draw: int) -> Limits:
        """The limits of one draw."""
        # ASSUME: within a corridor all links are good or bad together, and corridors vary apart from each other.
        level = dict(zip(network.corridors, self.levels[:, draw].tolist(), strict=True))
        links, handling = network.links, network.handling
        share = float(self.force_share[draw])
        by_link = at_level(links.capacity_t_per_day, np.array([level[name] for name in links.corridor]))
        by_node = at_level(handling.capacity_t_per_day, np.array([level[name] for name in handling.corridor]))
        return Limits(
            arcs_t_per_day=force_part(by_link, links.shared, share)[network.arc_link],
            handling_t_per_day=force_part(by_node, handling.shared, share),
            tank_wagon_share=float(self.tank_wagon_share[draw]),
            hazardous_share=float(self.hazardous_share[draw]),
        )


def at_level(by_case: Floats, level: Floats) -> Floats:
    """Capacity (t/day) between the cases: linear from low at -1 over central at 0 to high at 1."""
    rise, fall = by_case[HIGH] - by_case[CENTRAL], by_case[CENTRAL] - by_case[LOW]
    return np.asarray(by_case[CENTRAL] + np.maximum(level, 0) * rise + np.minimum(level, 0) * fall, dtype=np.float64)
