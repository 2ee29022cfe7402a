"""The worst set of losses: of so many countries or corridors, those whose loss leaves the smallest force.

Whoever takes ways out wants the force that can still be fed to be small; it is fed as well as the ways left allow. The
search is exact. A loss that no flow of an optimum uses leaves the optimum as it is, so a set that leaves less than the
ways at hand holds a loss that they use: only those are branched on, and a loss that has been tried is left out of what
follows. Source: Wood 1993 (network interdiction), with the search of this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.losses.closure import links_used
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.loss import SingleLoss
from peacebrief.uncertainty.arrays import Floats

SAME = 1e-9  # two forces that differ by a smaller share are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstSet:
    """The losses, in the order in which they were given, the force left without them, and the share of all it is.

    `solved` counts the programs that the search took. Where fewer losses than asked for leave as little as more would,
    they are told alone.
    """

    losses: tuple[SingleLoss, ...]
    persons: float
    remaining: float
    solved: int

    @property
    def links(self) -> frozenset[str]:
        """The links that close."""
        return frozenset[str]().union(*(loss.links for loss in self.losses))


def undominated(losses: Sequence[SingleLoss]) -> tuple[SingleLoss, ...]:
    """The losses without those that close nothing beyond what another one does; of equal ones the first stays."""
    return tuple(
        one
        for place, one in enumerate(losses)
        if not any(
            one.links < other.links or (one.links == other.links and number < place)
            for number, other in enumerate(losses)
        )
    )


def worst_set(
    model: FlowModel, *, losses: Sequence[SingleLoss], at_once: int, demand_kg_per_person_day: Floats, limits: Limits
) -> WorstSet:
    """The set of at most `at_once` losses that leaves the smallest force; of equal ones the one met first."""
    search = _Search(model, undominated(losses), demand_kg_per_person_day, limits)
    search.branch((), at_once, frozenset(), start=None)
    return WorstSet(
        losses=tuple(sorted(search.best, key=list(losses).index)),
        persons=search.least,
        remaining=search.least / search.whole if search.whole > 0 else 0.0,
        solved=search.solved,
    )


@dataclass
class _Search:
    """The best set so far, and how many programs were solved."""

    model: FlowModel
    losses: Sequence[SingleLoss]
    demand: Floats
    limits: Limits
    best: tuple[SingleLoss, ...] = ()
    least: float = float("inf")
    whole: float = 0.0
    solved: int = field(default=0)

    def branch(self, lost: tuple[SingleLoss, ...], left: int, tried: frozenset[str], *, start: Any) -> None:
        """Try every set that holds `lost` and at most `left` more, none of which is among those `tried`."""
        closed = frozenset[str]().union(*(loss.links for loss in lost))
        found = self.model.largest_force(
            demand_kg_per_person_day=self.demand, limits=self.limits, closed_links=closed, start=start
        )
        self.solved += 1
        persons = max(found.persons, 0.0) + 0.0  # no negative zero
        if not lost:
            self.whole = persons
        if persons < self.least - SAME * self.whole or not lost:
            self.best, self.least = lost, persons
        if left == 0 or persons <= 0:
            return
        used = links_used(self.model, found.flow_t_per_day)
        for loss in self.losses:
            if loss.id not in tried and loss not in lost and loss.links & used:
                self.branch((*lost, loss), left - 1, tried, start=found.basis)
                tried |= {loss.id}
