"""Patient rule induction: boxes of at most three inputs in which draws of interest are dense.

A box is peeled from the whole, of the boxes on the way one is chosen, it is pasted back where that helps, and a term
that carries little is dropped. Source: Friedman and Fisher 1999; Bryant and Lempert 2010 (scenario discovery).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np

from peacebrief.feasibility.discovery.box import Box, Draws, correlation, luck
from peacebrief.uncertainty.arrays import Floats, Integers

# ASSUME: a peel takes away a twentieth of a box at least, a box keeps a twentieth of all draws, it restricts three
# inputs at most, and at most two boxes are told of a question, each of which covers a twentieth of what is of interest.
PEEL, LEAST = 0.05, 0.05
MOST_TERMS, MOST_BOXES = 3, 2
# ASSUME: a term is dropped that luck would do without with a chance of one in twenty, or that adds less than a
# hundredth to the correlation of the box with what is of interest.
BY_LUCK, LEAST_RISE = 0.05, 0.01


@dataclass(frozen=True, slots=True)
class Aim:
    """What a box must keep (draws) and how dense it must be (0-1); `scale` is the size of a replicate in all draws."""

    fewest: int
    density: float
    scale: float

    @classmethod
    def of(cls, draws: Draws, *, replicate: int) -> Aim:
        """That of some draws: dense enough halfway from their base rate to one."""
        size, of_interest = draws.counted
        return cls(fewest=ceil(LEAST * size), density=(1 + of_interest / size) / 2, scale=min(replicate / size, 1.0))


def boxes(draws: Draws, *, replicate: int) -> list[Box]:
    """The boxes of some draws, each found in those that the ones before it leave; `replicate` is the size of one."""
    aim, left = Aim.of(draws, replicate=replicate), draws
    found: list[Box] = []
    needed = LEAST * draws.counted[1]
    while len(found) < MOST_BOXES:
        box = _best_box(left, aim)
        if box is None or box.counted(left)[1] < needed:
            break
        found.append(box)
        left = left.only(~box.within(left))
    return found


def _best_box(draws: Draws, aim: Aim) -> Box | None:
    """The box whose terms all carry something; None where no box is dense enough."""
    free = set(range(len(draws.codes)))
    while True:
        on_the_way = [box for box in trajectory(draws, free, aim.fewest) if _is_dense(draws, box, aim)]
        if not on_the_way:
            return None
        box = _pasted(draws, max(on_the_way, key=lambda one: _goes_with(draws, one)), aim)
        weak = _weakest(draws, box, aim)
        if weak is None:
            return box
        free -= {weak}


def _is_dense(draws: Draws, box: Box, aim: Aim) -> bool:
    held, hits = box.counted(draws)
    return bool(box.limits) and hits >= aim.density * held


def _goes_with(draws: Draws, box: Box) -> float:
    size, of_interest = draws.counted
    held, hits = box.counted(draws)
    return correlation(held=held, hits=hits, draws=size, of_interest=of_interest)


def trajectory(draws: Draws, free: set[int], fewest: int) -> Iterator[Box]:
    """The boxes from the whole inwards that keep at least so many draws, restricting only the inputs that are free."""
    box, inside = Box(), draws
    while True:
        tried = sorted(box.limits if len(box.limits) == MOST_TERMS else free)
        peel = _best_peel(inside, tried, fewest)
        if peel is None:
            return
        place, lowest, highest = peel
        before = box.limits.get(place, (0, draws.highest[place]))
        box = box.limited(draws, place, max(lowest, before[0]), min(highest, before[1]))
        own = inside.codes[place]
        inside = inside.only((own >= lowest) & (own <= highest))
        yield box


def _best_peel(inside: Draws, tried: list[int], fewest: int) -> tuple[int, int, int] | None:
    """The input and the classes that the best peel keeps of it; of equal ones the first input, its low side first.

    Best is the largest distance of the mean of what stays from the mean of what goes.
    """
    size, of_interest = inside.counted
    if not tried or not 0 < of_interest < size:
        return None
    totals, hits = _by_class(inside, tried)
    gone = ceil(PEEL * size)
    last, found = totals.shape[1] - 1, []
    for turned in (False, True):
        sums, hit = ((part[:, ::-1] if turned else part).cumsum(axis=1) for part in (totals, hits))
        # The first class up to which as much goes as has to.
        cut = (sums >= gone).argmax(axis=1)
        rows = np.arange(len(tried))
        away, lost = sums[rows, cut], hit[rows, cut]
        gain = _gain(size - away, of_interest - lost, away, lost, fewest)
        found.append((gain, last - cut if turned else cut))
    gains = np.array([found[0][0], found[1][0]]).T
    best = int(gains.argmax())
    if not gains.flat[best] > 0:
        return None
    row, side = divmod(best, 2)
    cut_at = int(found[side][1][row])
    return (tried[row], cut_at + 1, last) if side == 0 else (tried[row], 0, cut_at - 1)


def _by_class(inside: Draws, tried: list[int]) -> tuple[Integers, Integers]:
    """Draws, and those of interest, by input and class."""
    width = max(inside.highest[place] for place in tried) + 1
    first = 2 * width * np.arange(len(tried))[:, None] + inside.of_interest
    cells = 2 * inside.codes[tried] + first
    counts = np.bincount(cells.ravel(), minlength=2 * width * len(tried)).reshape(-1, width, 2)
    return counts.sum(axis=2), counts[:, :, 1]


def _gain(stays: Integers, kept: Integers, away: Integers, lost: Integers, fewest: int) -> Floats:
    """The mean of what stays less that of what goes; endlessly little where too few draws would stay."""
    allowed = stays >= max(fewest, 1)
    means = kept / np.maximum(stays, 1) - lost / np.maximum(away, 1)
    return np.asarray(np.where(allowed, means, -np.inf), dtype=np.float64)


def _pasted(draws: Draws, box: Box, aim: Aim) -> Box:
    """The box widened class by class as long as it goes better with what is of interest, and is dense enough."""
    best = _goes_with(draws, box)
    while True:
        wider = [one for one in _widened(draws, box) if _is_dense(draws, one, aim)]
        found = max(wider, key=lambda one: _goes_with(draws, one), default=box)
        if not _goes_with(draws, found) > best:
            return box
        box, best = found, _goes_with(draws, found)


def _widened(draws: Draws, box: Box) -> Iterator[Box]:
    for place in sorted(box.limits):
        lowest, highest = box.limits[place]
        if lowest > 0:
            yield box.limited(draws, place, lowest - 1, highest)
        if highest < draws.highest[place]:
            yield box.limited(draws, place, lowest, highest + 1)


def _weakest(draws: Draws, box: Box, aim: Aim) -> int | None:
    """The input whose term carries least, where it carries too little; None where every term carries enough."""
    held, hits = (round(count * aim.scale) for count in box.counted(draws))
    rises = {}
    for place in sorted(box.limits):
        without = box.without(place)
        more, more_hits = without.counted(draws)
        rise = _goes_with(draws, box) - _goes_with(draws, without)
        if rise < LEAST_RISE or luck(held=held, hits=hits, share=more_hits / more) >= BY_LUCK:
            rises[place] = rise
    return min(rises, key=lambda place: rises[place], default=None)
