"""Cuts: the least of a library of bounds on the largest force, each from the shadow prices of one linear program.

The prices of any program are feasible for every other one with the same network, so they bound its largest force from
above, and the prices of its own optimum give it exactly. Source: Ahuja, Magnanti and Orlin 1993 (duality).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.flow.largest_supplied_force import PERSONS, LargestForce
from peacebrief.logistics.network.limits import CENTRAL, HIGH, LOW, DrawnLimits
from peacebrief.logistics.network.links import Flags
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

# Kinds of limits: the whole of a link or of handling, tank-wagon racks, dangerous goods.
KINDS = ("whole", "racks", "hazards")
PARTS = 3  # the central capacity, its rise to the high case, its fall to the low case


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """One bound: `worth` (kinds, corridors, shared or not, parts) over the needs of a force.

    `worth` is in persons: the prices times capacities. `price` (classes) is what a tonne a day of supply is worth.
    """

    worth: Floats
    price: Floats


def cut_of(network: Network, found: LargestForce) -> Cut:
    """The bound that the shadow prices of a solved program give."""
    place = {name: number for number, name in enumerate(network.corridors)}
    by_arc = np.array([place[name] for name in network.links.corridor], dtype=np.int64)[network.arc_link]
    by_node = np.array([place[name] for name in network.handling.corridor], dtype=np.int64)
    capacity, shared = network.links.capacity_t_per_day[:, network.arc_link], network.links.shared[network.arc_link]
    racked, hazardous = network.racked, network.hazardous
    worth = np.zeros((len(KINDS), len(network.corridors), 2, PARTS))
    _add(worth[0], by_arc, shared, capacity, found.arc_price)
    _add(worth[0], by_node, network.handling.shared, network.handling.capacity_t_per_day, found.handling_price)
    _add(worth[1], by_arc[racked], shared[racked], capacity[:, racked], found.rack_price)
    _add(worth[2], by_arc[hazardous], shared[hazardous], capacity[:, hazardous], found.hazard_price)
    return Cut(worth=worth, price=found.delivery_price)


def largest_force_by_draw(
    cuts: Sequence[Cut], drawn: DrawnLimits, demand_kg_per_person_day: Floats
) -> tuple[Floats, Integers]:
    """The largest force (persons) in each of n draws, and which cut says so, for several demands at once.

    `demand_kg_per_person_day` is (demands, classes, n); both results are (demands, n).
    """
    shape = (len(demand_kg_per_person_day), drawn.force_share.size)
    persons, binding = np.full(shape, np.inf), np.zeros(shape, dtype=np.int64)
    features = Features(drawn)
    for number, cut in enumerate(cuts):
        worth = features.sum(cut.worth)
        for row, demand in enumerate(demand_kg_per_person_day):
            bound = worth / (_weighted(cut.price, demand) / PERSONS)
            binding[row][bound < persons[row]] = number
            np.minimum(persons[row], bound, out=persons[row])
    return persons, binding


class Features:
    """The numbers of each draw that the worth of a cut is linear in, each made when a cut first asks for it."""

    def __init__(self, drawn: DrawnLimits) -> None:
        one = np.ones(drawn.force_share.size)
        self._of_kind = (one, drawn.tank_wagon_share, drawn.hazardous_share)
        self._of_sharing = (one, drawn.force_share)
        self._levels = drawn.levels
        self._known: dict[tuple[int, ...], Floats] = {}

    def sum(self, worth: Floats) -> Floats:
        """The worth of a cut in each draw, added up term by term, so that every machine rounds alike."""
        total = np.zeros(self._levels.shape[1])
        # The central part is the same feature in every corridor.
        central = worth[..., 0].sum(axis=1)
        for kind, sharing in np.argwhere(central).tolist():
            total += central[kind, sharing] * self._feature(kind, 0, sharing, 0)
        for kind, corridor, sharing, part in np.argwhere(worth[..., 1:]).tolist():
            total += worth[kind, corridor, sharing, part + 1] * self._feature(kind, corridor, sharing, part + 1)
        return total

    def _feature(self, kind: int, corridor: int, sharing: int, part: int) -> Floats:
        key = (kind, corridor, sharing, part)
        if key not in self._known:
            level = self._levels[corridor]
            moved = (np.ones_like(level), np.maximum(level, 0.0), np.minimum(level, 0.0))[part]
            self._known[key] = self._of_kind[kind] * self._of_sharing[sharing] * moved
        return self._known[key]


def _add(worth: Floats, corridor: Integers, shared: Flags, capacity: Floats, price: Floats) -> None:
    parts = np.stack([capacity[CENTRAL], capacity[HIGH] - capacity[CENTRAL], capacity[CENTRAL] - capacity[LOW]])
    np.add.at(worth, (corridor, shared.astype(np.int64)), (parts * price).T)


def _weighted(price: Floats, demand: Floats) -> Floats:
    total = np.zeros(demand.shape[1])
    for one, needed in zip(price.tolist(), demand, strict=True):
        total += one * needed
    return total
