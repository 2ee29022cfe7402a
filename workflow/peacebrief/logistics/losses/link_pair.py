"""The loss of any two links: what share of the largest force each pair leaves, from far fewer programs than pairs.

A solution bounds from below every pair of links it does not use; the loss of one link of a pair bounds it from above.
Where the two meet, the pair is known. Solutions are sought that use as few as they can of the links still in doubt.

Links may be in series: where only two links meet, the loss of one is the loss of the other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.losses.closure import carrying
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

LEAST_LOSS = 1e-7  # a smaller loss is the solver's rounding
DIGITS = 9  # of a share, beyond which equal pairs go by their ids

SAME = 1e-9  # two forces that differ by a smaller share are the same
FEW = 3  # so few links in doubt are settled one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPair:
    """Two links by id, the lesser first; the share of the largest force left without both."""

    first: str
    second: str
    remaining: float


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
    ids = model.network.links.ids
    places = np.argwhere(np.triu(left < 1 - LEAST_LOSS, k=1)) if search.persons > 0 else np.zeros((0, 2), dtype=int)
    pairs = [_pair(ids[i], ids[j], left=left[i, j]) for i, j in places.tolist()]
    return LinkPairs(
        pairs=tuple(sorted(pairs, key=lambda pair: (round(pair.remaining, DIGITS), pair.first, pair.second))),
        asked=len(ids) * (len(ids) - 1) // 2,
        solved=search.solved,
    )


def _pair(one: str, other: str, *, left: float) -> LinkPair:
    return LinkPair(first=min(one, other), second=max(one, other), remaining=float(left))


class PairSearch:
    """The search on one network, among `links` given by place."""

    def __init__(self, model: FlowModel, *, links: Integers, demand_kg_per_person_day: Floats, limits: Limits) -> None:
        self._model, self._links = model, links
        self._demand, self._limits = demand_kg_per_person_day, limits
        self._ids = np.array(model.network.links.ids)
        count = len(self._ids)
        self._least = np.zeros((count, count))  # what is known to be left, at least
        self.solved = 0
        self.persons, self._basis = self._solve([], avoid=[], start=None)
        self._most = np.full((count, count), self.persons)

    def persons_left(self) -> Floats:
        """The largest force after the loss of each pair of links, by place; of one link on the diagonal."""
        bases = self._lose_one()
        worst_first = sorted(self._links.tolist(), key=lambda link: self._most[link, link])
        for number, link in enumerate(worst_first):
            self._lose_another(link, np.array(worst_first[number + 1 :], dtype=np.int64), start=bases.get(link))
        return self._most

    def _lose_one(self) -> dict[int, Any]:
        """Settle the loss of each link alone; the bases of those that needed a program."""
        bases = {}
        start = self._detour([], self._links, start=self._basis)
        for link in self._in_doubt([], self._links).tolist():
            self._most[link, link], bases[link] = self._solve([link], avoid=[], start=start)
        alone = np.diagonal(self._most)
        self._most = np.minimum(alone[:, None], alone[None, :])
        return bases

    def _lose_another(self, link: int, others: Integers, *, start: Any) -> None:
        """Settle the pairs of `link` and each of `others`."""
        start = self._detour([link], others, start=self._basis if start is None else start)
        while len(doubtful := self._in_doubt([link], others)):
            other = int(doubtful[0])
            persons, _ = self._solve([link, other], avoid=doubtful, start=start)
            self._most[link, other] = self._most[other, link] = persons

    def _detour(self, closed: list[int], others: Integers, *, start: Any) -> Any:
        """Look for solutions as good that leave out links in doubt, while that settles more than a few at once."""
        before, doubtful = len(others) + FEW, self._in_doubt(closed, others)
        while len(doubtful) >= FEW and before - len(doubtful) >= FEW:
            before = len(doubtful)
            _, start = self._solve(closed, avoid=doubtful, start=start)
            doubtful = self._in_doubt(closed, others)
        return start

    def _in_doubt(self, closed: list[int], others: Integers) -> Integers:
        """Those of `others` whose loss, beside the closed link, might cost more."""
        beside = closed[0] if closed else others
        doubtful = self._least[beside, others] < self._most[beside, others] * (1 - SAME)
        return np.asarray(others[doubtful], dtype=np.int64)

    def _solve(self, closed: list[int], *, avoid: Integers | list[int], start: Any) -> tuple[float, Any]:
        """The largest force with some links closed; all pairs that its flows leave out are bounded by it."""
        found = self._model.largest_force(
            demand_kg_per_person_day=self._demand,
            limits=self._limits,
            closed_links=frozenset(self._ids[closed].tolist()) if closed else (),
            avoid=frozenset(self._ids[avoid].tolist()) if len(avoid) else (),
            start=start,
        )
        self.solved += 1
        persons = max(found.persons, 0.0) + 0.0  # no negative zero
        unused = ~carrying(self._model, found.flow_t_per_day)
        np.maximum(self._least, persons * (unused[:, None] & unused[None, :]), out=self._least)
        return persons, found.basis


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
