"""The library of cuts of a case: those of its capacity cases, and those that a sample of its draws needs.

It is built by solving programs until no new cut turns up, and checked on programs left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from peacebrief.logistics.bounds.cut import Cut, cut_of, largest_force_by_draw
from peacebrief.logistics.bounds.force_by_draw import demands, drawn_limits, limit_names
from peacebrief.logistics.demand.daily_demand import gross_demand, gross_name
from peacebrief.logistics.flow.flow_model import FlowModel, Supply
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.logistics.network.limits import DrawnLimits
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats, Integers

# The sample of draws that cuts are looked for in, and how many in a row without a new one end the search.
SAMPLE = 8 * 1024
QUIET = 24

# A bound that overstates the largest force by no more than this is the same bound.
SAME = 1e-9
# How many draws are tried in a round for each pair of cuts that lie closest to each other there.
TRIES = 2
Place = tuple[int, int]  # a demand and a draw


def cuts_of_case(
    inputs: LogisticsInputs,
    supply: Supply,
    steps: Mapping[str, Step],
    sampled: Mapping[str, Sampled],
    central: Mapping[str, float],
) -> list[Cut]:
    """The cuts of the three capacity cases, and those that a sample of draws needs beyond them."""
    known = list(_of_capacity_cases(inputs, supply, central))
    uniforms, results = sample(inputs, steps, sampled)
    limits = drawn_limits(inputs, sampled, uniforms)
    return build_cuts(supply.model, limits, demands(inputs, results, uniforms), quiet=QUIET, known=known)


def sample(
    inputs: LogisticsInputs, steps: Mapping[str, Step], sampled: Mapping[str, Sampled], *, seed: int | None = None
) -> tuple[dict[str, Floats], Mapping[str, Any]]:
    """The uniforms of a sample of draws, and the demands in them; with the seed of the case unless another is given."""
    needed = behind([gross_name(posture, name) for posture in inputs.postures for name in CLASSES], steps)
    numbers = [name for name in {*needed, *limit_names(inputs)} if name in sampled]
    names = {sampled[name].stream for name in numbers} - {""}
    chunks = list(design(names, SAMPLE, inputs.seed if seed is None else seed, ties=inputs.ties).chunks())
    uniforms = {name: np.concatenate([uniform[name] for _, uniform in chunks]) for name in names}
    values = {name: sampled[name].drawn(uniforms) for name in numbers}
    return uniforms, values | evaluate([step for name, step in steps.items() if name in needed], values)


def behind(names: Sequence[str], steps: Mapping[str, Step]) -> set[str]:
    """The steps and sampled numbers that results rest on, themselves included."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += steps[name].takes.values() if name in steps else ()
    return found


def _of_capacity_cases(inputs: LogisticsInputs, supply: Supply, central: Mapping[str, float]) -> Iterator[Cut]:
    for posture in inputs.postures:
        demand = gross_demand(central, posture)
        for limits in supply.limits.values():
            found = supply.model.largest_force(demand_kg_per_person_day=demand, limits=limits)
            yield cut_of(supply.network, found)


def build_cuts(
    model: FlowModel,
    drawn: DrawnLimits,
    demand_kg_per_person_day: Floats,
    *,
    quiet: int,
    known: Sequence[Cut] = (),
) -> list[Cut]:
    """The known cuts, and those that a sample of draws needs beyond them, in the order in which they turn up.

    `demand_kg_per_person_day` is (demands, classes, n). First draws are tried in order, until `quiet` in a row gave no
    new cut. A cut that is missing cuts a corner off where known ones meet: so, in rounds, the draws are tried where two
    cuts are nearly the same, until a round gives no new cut.
    """
    search = Search(model, drawn, demand_kg_per_person_day, list(known))
    silent = 0
    for draw in range(drawn.force_share.size):
        silent = 0 if search.finds((draw % len(demand_kg_per_person_day), draw)) else silent + 1
        if silent == quiet:
            break
    while sum([search.finds(place) for place in search.corners()]):
        pass
    return search.cuts


@dataclass
class Search:
    """The cuts found so far, what each says in every draw of the sample, and the places that were tried."""

    model: FlowModel
    drawn: DrawnLimits
    demands: Floats
    cuts: list[Cut]
    tried: set[Place] = field(default_factory=set)
    said: list[Floats] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.said = [self._says(cut) for cut in self.cuts]

    def finds(self, place: Place) -> bool:
        """Whether the program at a place, now tried, gives a new cut."""
        self.tried.add(place)
        demand, draw = place
        limits = self.drawn.limits(self.model.network, draw)
        found = self.model.largest_force(demand_kg_per_person_day=self.demands[demand, :, draw], limits=limits)
        known = min((float(said[place]) for said in self.said), default=np.inf)
        if known <= found.persons * (1 + SAME):
            return False
        self.cuts.append(cut_of(self.model.network, found))
        self.said.append(self._says(self.cuts[-1]))
        return True

    def corners(self) -> list[Place]:
        """For each pair of cuts that are the two lowest somewhere, the places not tried where they are closest."""
        if len(self.cuts) < 2:
            return []
        said = np.stack(self.said)
        two = np.argpartition(said, 1, axis=0)[:2]
        lower, upper = np.take_along_axis(said, two, axis=0)
        pairs = (np.minimum(*two) * len(said) + np.maximum(*two)).ravel()
        gaps = (np.abs(upper - lower) / np.maximum(np.minimum(lower, upper), 1.0)).ravel()
        order = np.lexsort((gaps, pairs))
        edges = np.flatnonzero(np.diff(pairs[order])) + 1
        return [place for pair in np.split(order, edges) for place in self._untried(pair)]

    def _untried(self, places: Integers) -> Iterator[Place]:
        width, left = self.demands.shape[2], TRIES
        for place in (divmod(int(one), width) for one in places):
            if place not in self.tried and left:
                left -= 1
                yield place

    def _says(self, cut: Cut) -> Floats:
        return largest_force_by_draw([cut], self.drawn, self.demands)[0]
