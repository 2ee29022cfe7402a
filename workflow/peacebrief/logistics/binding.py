"""Which corridors bind: what part of the largest force hangs on the limits of each, by the shadow prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from peacebrief.logistics.capacities import Limits
from peacebrief.logistics.cuts import Cut
from peacebrief.logistics.flow_model import FlowModel
from peacebrief.logistics.force_result import LargestForce
from peacebrief.logistics.generic_weights import generic_weights
from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Floats

# ASSUME: a corridor is said to bind where its limits account for at least a twentieth of the largest force.
BINDS = 0.05
# Far above the tolerance of the solver, and far below the differences between capacities as they are written.
SLIGHTLY = 1e-6


def corridor_parts(model: FlowModel, *, demand_kg_per_person_day: Floats, limits: Limits) -> dict[str, float]:
    """The part of the largest force that hangs on the limits of each corridor: prices times limits; they add up to one.

    Where limits tie, prices are not the only ones: the limits are made slightly uneven, by fixed generic weights keyed
    by the names of links and nodes, so that the parts do not depend on the order of the rows.
    """
    found = model.largest_force(demand_kg_per_person_day=demand_kg_per_person_day, limits=uneven(model.network, limits))
    return parts_of(model.network, limits, found)


def parts_of(network: Network, limits: Limits, found: LargestForce) -> dict[str, float]:
    """The part of each corridor by the prices of a solved program, largest first."""
    arcs = found.arc_price.copy()
    arcs[network.racked] += found.rack_price * limits.tank_wagon_share
    arcs[network.hazardous] += found.hazard_price * limits.hazardous_share
    worth = dict.fromkeys(network.corridors, 0.0)
    for link, value in zip(network.arc_link.tolist(), (arcs * limits.arcs_t_per_day).tolist(), strict=True):
        worth[network.links.corridor[link]] += value
    handled = (found.handling_price * limits.handling_t_per_day).tolist()
    for corridor, value in zip(network.handling.corridor, handled, strict=True):
        worth[corridor] += value
    return _shares(worth)


def parts_of_cut(
    network: Network, cut: Cut, *, force_share: float, tank_wagon_share: float, hazardous_share: float
) -> dict[str, float]:
    """The part of each corridor in a cut, with every corridor at its central level, largest first."""
    kinds = np.array([1.0, tank_wagon_share, hazardous_share])[:, None, None]
    sharing = np.array([1.0, force_share])[None, None, :]
    worth = (cut.worth[..., 0] * kinds * sharing).sum(axis=(0, 2))
    return _shares(dict(zip(network.corridors, worth.tolist(), strict=True)))


def binding(parts: Mapping[str, float]) -> tuple[str, ...]:
    """The corridors that bind, the most important first."""
    return tuple(corridor for corridor, part in parts.items() if part >= BINDS)


def in_words(corridors: Sequence[str], *, in_sentence: Mapping[str, str]) -> str:
    """The corridors as part of a sentence, in the words of the table of corridors."""
    *first, last = [in_sentence[corridor] for corridor in corridors] or ["no corridor"]
    return f"{', '.join(first)} and {last}" if first else last


def uneven(network: Network, limits: Limits) -> Limits:
    """The same limits, each larger by a different hair."""
    ends = zip(network.arc_link.tolist(), network.arc_from.tolist(), strict=True)
    arcs = generic_weights(f"{network.links.ids[link]}/{network.nodes[start]}" for link, start in ends)
    nodes = generic_weights(network.nodes[node] for node in network.handling.node.tolist())
    return Limits(
        arcs_t_per_day=limits.arcs_t_per_day * (1 + SLIGHTLY * arcs),
        handling_t_per_day=limits.handling_t_per_day * (1 + SLIGHTLY * nodes),
        tank_wagon_share=limits.tank_wagon_share,
        hazardous_share=limits.hazardous_share,
    )


def _shares(worth: Mapping[str, float]) -> dict[str, float]:
    total = sum(worth.values())
    by_size = sorted(worth.items(), key=lambda item: (-round(item[1] / total, 9) if total else 0.0, item[0]))
    return {corridor: value / total if total else 0.0 for corridor, value in by_size}
