"""What binds: what part of the largest force hangs on the limits of each corridor or fleet, by the shadow prices.

Its facts say which corridors limit the force: by capacity case in words, and how often over all draws.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from peacebrief.logistics.bounds.cut import Cut
from peacebrief.logistics.bounds.force_by_draw import ForceDraws
from peacebrief.logistics.demand.daily_demand import gross_demand, posture_of
from peacebrief.logistics.flow.flow_model import FlowModel, Supply
from peacebrief.logistics.flow.largest_supplied_force import LargestForce
from peacebrief.logistics.flow.linear_program import generic_weights
from peacebrief.logistics.given import CASES, LogisticsInputs, case_of
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.logistics.origins import force_because
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.uncertainty.arrays import Floats

# ASSUME: a corridor is said to bind where its limits account for at least a twentieth of the largest force.
BINDS = 0.05
# Far above the tolerance of the solver, and far below the differences between capacities as they are written.
SLIGHTLY = 1e-6

METHOD = (
    "The corridors that account for a twentieth of the largest force at least. A limit accounts for as much as one "
    "more unit of it would add to the force, times the limit (its shadow price)."
)
OFTEN = (
    "Share of draws in which the corridor makes up a twentieth of the bound that holds, at central levels, at least."
)


def corridor_parts(
    model: FlowModel, *, demand_kg_per_person_day: Floats, limits: Limits, closed_links: Collection[str] = ()
) -> dict[str, float]:
    """The part of the largest force that hangs on each corridor, and on each fleet of a network that is made with them.

    They are prices times limits, and add up to one.

    Where limits tie, prices are not the only ones: the limits are made slightly uneven, by fixed generic weights keyed
    by the names of links and nodes, so that the parts do not depend on the order of the rows.
    """
    found = model.largest_force(
        demand_kg_per_person_day=demand_kg_per_person_day,
        limits=uneven(model.network, limits),
        closed_links=closed_links,
    )
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
    fleets = zip(network.fleets.ids, (found.fleet_price * limits.fleets_tkm_per_day).tolist(), strict=True)
    return _shares(worth | {fleet_key(fleet): value for fleet, value in fleets})


def fleet_key(fleet: str) -> str:
    """What a fleet is called among the parts, so that no corridor has the same name."""
    return f"fleet.{fleet}"


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
        fleets_tkm_per_day=limits.fleets_tkm_per_day * (1 + SLIGHTLY * generic_weights(network.fleets.ids)),
    )


def _shares(worth: Mapping[str, float]) -> dict[str, float]:
    total = sum(worth.values())
    by_size = sorted(worth.items(), key=lambda item: (-round(item[1] / total, 9) if total else 0.0, item[0]))
    return {corridor: value / total if total else 0.0 for corridor, value in by_size}


def binding_facts(
    inputs: LogisticsInputs, *, supply: Supply, central: Mapping[str, float], draws: ForceDraws
) -> Iterator[Record]:
    """Words for every posture and capacity case, and a frequency for every corridor that ever binds."""
    in_sentence = names_in_sentence(inputs)
    for posture in inputs.postures:
        demand = gross_demand(central, posture)
        for case in CASES:
            parts = corridor_parts(supply.model, demand_kg_per_person_day=demand, limits=supply.limits[case])
            yield words_record(
                "logistics.binding.{case}.{posture}",
                {"case": case_of(case), "posture": posture_of(posture)},
                label="what limits the largest force, {case} capacity, {posture}",
                method=METHOD,
                because=force_because(inputs, posture),
                words=in_words(binding(parts), in_sentence=in_sentence),
            )
        yield from _frequencies(inputs, supply, draws, posture)


def names_in_sentence(inputs: LogisticsInputs) -> dict[str, str]:
    """Corridors and fleets as they stand in a sentence."""
    fleets = {fleet_key(fleet.id): fleet.in_sentence for fleet in inputs.fleets}
    return {corridor.id: corridor.in_sentence for corridor in inputs.corridors} | fleets


def _frequencies(inputs: LogisticsInputs, supply: Supply, draws: ForceDraws, posture: str) -> Iterator[Record]:
    counts = sum(draws.binding[posture]).tolist()
    shares = supply.shares["central"]
    parts = [parts_of_cut(supply.network, cut, **shares) for cut in draws.cuts]
    for corridor in inputs.corridors:
        often = sum(count for count, part in zip(counts, parts, strict=True) if part.get(corridor.id, 0.0) >= BINDS)
        if often:
            yield record(
                "logistics.binding_frequency.{corridor}.{posture}",
                {"corridor": corridor, "posture": posture_of(posture)},
                label="{corridor}: how often it limits the largest force, {posture}",
                unit="probability",
                kind="probability",
                method=OFTEN,
                because=[f"fact:logistics.largest_force_drawn.{posture}"],
                value=often / inputs.draws,
            )
