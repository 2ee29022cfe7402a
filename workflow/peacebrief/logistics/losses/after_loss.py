"""The force that can still be fed after the worst losses, by ways, by what carries on them, and over the last mile.

It is handed on to the gate of supply: with the worst country or corridor lost, and with the worst set of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from peacebrief.logistics.bounds.binding_corridor import binding, corridor_parts, in_words, names_in_sentence
from peacebrief.logistics.bounds.force_by_draw import ForceDraws
from peacebrief.logistics.demand.last_mile import limiting_vehicle
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.given import PLENTY, LogisticsInputs, level_name
from peacebrief.logistics.losses.interdiction import WorstSet, worst_set
from peacebrief.logistics.losses.rolling_stock import Carriage, carriage
from peacebrief.logistics.network.loss import single_losses
from peacebrief.reasoning.simulate import full
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES

ONE, SET = "one", "set"
LOST = (ONE, SET)
LOSABLE = frozenset({"country", "corridor"})
BY_LAST_MILE, BY_CARRIAGE = "last_mile", "carriage"
# ASSUME: wagons, crews and lorries are said to limit a force where they leave a twentieth less of it than the ways do.
LIMITS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Left:
    """The worst losses of one posture, what ways and fleets then feed, and at the centre what limits it, in words."""

    worst: WorstSet
    carriage: Carriage
    limit: str
    central: float


# By what is lost and posture.
AllLeft = Mapping[tuple[str, str], Left]


def all_left(inputs: LogisticsInputs, central: Mapping[str, float], demand: Mapping[str, Floats]) -> AllLeft:
    """What is left of every posture after the loss of one country or corridor, and of the worst set of them."""
    ways, carried = Supply.of(inputs), Supply.of(inputs, with_fleets=True)
    losses = [loss for loss in single_losses(inputs.record) if loss.kind in LOSABLE]
    found = {}
    for posture, needed in demand.items():
        for lost, at_once in ((ONE, 1), (SET, inputs.losses_at_once)):
            worst = worst_set(
                ways.model,
                losses=losses,
                at_once=at_once,
                demand_kg_per_person_day=needed,
                limits=ways.limits["central"],
            )
            found[lost, posture] = _left(inputs, carried, worst, central, posture=posture, demand=needed)
    return found


def _left(
    inputs: LogisticsInputs,
    carried: Supply,
    worst: WorstSet,
    central: Mapping[str, float],
    *,
    posture: str,
    demand: Floats,
) -> Left:
    limits, closed = carried.limits["central"], worst.links
    grid = carriage(carried.model, demand_kg_per_person_day=demand, limits=limits, closed_links=closed)
    by_ways, by_lorry = float(grid.force(width=1.0, level=0.0)), central[f"last_mile.{posture}"]
    if by_lorry < by_ways:
        limit = limiting_vehicle(central, posture)
    else:
        parts = corridor_parts(carried.model, demand_kg_per_person_day=demand, limits=limits, closed_links=closed)
        limit = in_words(binding(parts), in_sentence=names_in_sentence(inputs))
    return Left(worst=worst, carriage=grid, limit=limit, central=min(by_ways, by_lorry))


@dataclass(kw_only=True)
class LossDraws:
    """Looks at every chunk of draws after `force` has: the force left after each loss, and how often what limits it.

    `whole` is the force that the ways can feed at the centre, by posture.
    """

    force: ForceDraws
    left: AllLeft
    whole: Mapping[str, float]
    counts: dict[tuple[str, str, str], list[int]] = field(default_factory=dict)

    @property
    def streams(self) -> set[str]:
        """The uniforms of the ways, and of how plentiful the fleets are."""
        return self.force.streams | ({PLENTY} if self.force.inputs.fleets else set())

    def look(self, replicate: int, uniforms: Mapping[str, Floats], results: Mapping[str, Any]) -> dict[str, Floats]:
        """The largest force of each posture in the draws of a chunk, with nothing lost and after each loss."""
        found = self.force.look(replicate, uniforms, results)
        plenty = self._plenty(uniforms)
        for (lost, posture), left in self.left.items():
            whole = self.whole[posture]
            width = found[f"largest_force.{posture}"] / whole if whole > 0 else np.zeros_like(plenty)
            by_ways = left.carriage.force(width=width, level=plenty)
            by_lorry = full(results[f"last_mile.{posture}"], uniforms)
            scarce = by_ways < width * left.carriage.persons * (1 - LIMITS)
            self._count(replicate, (BY_LAST_MILE, lost, posture), by_lorry < by_ways)
            self._count(replicate, (BY_CARRIAGE, lost, posture), scarce & (by_lorry >= by_ways))
            found[after(lost, posture)] = np.minimum(by_ways, by_lorry)
        return found

    def _plenty(self, uniforms: Mapping[str, Floats]) -> Floats:
        """How plentiful the fleets are in the draws of a chunk."""
        one = next(iter(self.force.inputs.fleets), None)
        return full(self.force.sampled[level_name(one)].drawn(uniforms) if one else 0.0, uniforms)

    def shares(self, limit: str, lost: str, posture: str) -> list[float]:
        """The share of draws in which something limits the force, in each replicate."""
        counts = self.counts[limit, lost, posture]
        return [count * len(counts) / self.force.inputs.draws for count in counts]

    def _count(self, replicate: int, name: tuple[str, str, str], where: Any) -> None:
        self.counts.setdefault(name, [0] * REPLICATES)[replicate] += int(np.count_nonzero(where))


def after(lost: str, posture: str) -> str:
    """What the force after a loss is called among the results."""
    return f"after.{lost}.{posture}"
