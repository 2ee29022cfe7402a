"""The loss of any two links: what share of the largest force each pair leaves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.capacities import Limits
from peacebrief.logistics.flow_model import FlowModel
from peacebrief.logistics.pair_search import PairSearch
from peacebrief.logistics.series_links import first_in_series
from peacebrief.uncertainty.arrays import Floats

LEAST_LOSS = 1e-7  # a smaller loss is the solver's rounding
DIGITS = 9  # of a share, beyond which equal pairs go by their ids


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPair:
    """Two links by id, the lesser first; the share of the largest force left without both, and without the worse."""

    first: str
    second: str
    remaining: float
    remaining_without_worse: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPairs:
    """The pairs of links whose loss costs anything, the worst first.

    `asked` says how many pairs there are in all, `solved` how many programs it took.
    """

    pairs: tuple[LinkPair, ...]
    asked: int
    solved: int

    def worst(self, count: int, *, leaving_out: Collection[str] = ()) -> tuple[LinkPair, ...]:
        """The worst `count` pairs, those with a link to leave out passed over."""
        kept = (pair for pair in self.pairs if pair.first not in leaving_out and pair.second not in leaving_out)
        return tuple(pair for pair, _ in zip(kept, range(count), strict=False))


def link_pairs(model: FlowModel, *, demand_kg_per_person_day: Floats, limits: Limits) -> LinkPairs:
    """Every pair of open links, for a demand by class and the limits of a capacity case.

    No pair costs anything where nothing could be supplied in the first place.
    """
    first = first_in_series(model.network)
    search = PairSearch(model, links=np.unique(first), demand_kg_per_person_day=demand_kg_per_person_day, limits=limits)
    persons = search.persons if search.persons > 0 else np.inf
    left = search.persons_left()[np.ix_(first, first)] / persons
    alone = np.minimum(np.diagonal(left)[:, None], np.diagonal(left)[None, :])
    ids = model.network.links.ids
    places = np.argwhere(np.triu(left < 1 - LEAST_LOSS, k=1)) if search.persons > 0 else np.zeros((0, 2), dtype=int)
    pairs = [_pair(ids[i], ids[j], left=left[i, j], alone=alone[i, j]) for i, j in places.tolist()]
    return LinkPairs(
        pairs=tuple(sorted(pairs, key=lambda pair: (round(pair.remaining, DIGITS), pair.first, pair.second))),
        asked=len(ids) * (len(ids) - 1) // 2,
        solved=search.solved,
    )


def _pair(one: str, other: str, *, left: float, alone: float) -> LinkPair:
    return LinkPair(
        first=min(one, other), second=max(one, other), remaining=float(left), remaining_without_worse=float(alone)
    )
