"""Lexicographic fairness in whole numbers: the largest load share as small as it can be, then the next, and so on.

Shares are loads divided by weights, compared as exact fractions. Each level is found by bisection over the shares that
whole loads can have. Where several items could stand at a level, only as many as must do, and which of them is left
open for the later levels to decide; so the answer is exact although loads are whole.
Source: Ogryczak and Sliwinski 2006 (lexicographic minimax in discrete problems).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """At most `count` of the items carry the given loads; which of them is open."""

    loads: Mapping[int, int]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most that each item carries: `base`, or its load at one of the open levels."""

    base: tuple[int, ...]
    levels: tuple[Level, ...] = ()

    def most(self) -> list[int]:
        """The most of each item, whatever the open levels decide."""
        return [
            max([most, *(level.loads[item] for level in self.levels if item in level.loads)])
            for item, most in enumerate(self.base)
        ]

    def lowered(self, loads: Mapping[int, int]) -> Bounds:
        """The same bounds with another base for some items."""
        return replace(self, base=tuple(loads.get(item, most) for item, most in enumerate(self.base)))

    def settled(self, loads: Mapping[int, int]) -> Bounds:
        """The same bounds with some items at their final loads, and no longer open."""
        levels = tuple(
            replace(level, loads={item: load for item, load in level.loads.items() if item not in loads})
            for level in self.levels
        )
        return replace(self.lowered(loads), levels=levels)


class Reach(Protocol):
    """What can be reached within bounds: `bound` is quick and never wrongly says no; the others are exact."""

    def bound(self, bounds: Bounds) -> bool:
        """Whether the bounds may be possible."""

    def possible(self, bounds: Bounds) -> bool:
        """Whether the bounds are possible."""

    def fewest(self, bounds: Bounds, loads: Mapping[int, int]) -> int:
        """The fewest items that must carry `loads` and not less."""


def fairest(*, weights: Sequence[Fraction], most: Sequence[int], reach: Reach) -> Bounds:
    """The bounds that only the lexicographically fairest loads keep; `most` must itself be possible."""
    bounds = Bounds(base=tuple(most))
    rungs = Rungs({item: (weight, most[item]) for item, weight in enumerate(weights) if most[item] > 0})
    ratio = rungs.top()
    while rungs.items:
        within = _within(bounds, rungs)
        if _possible(reach, within(Fraction(0))):
            return within(Fraction(0))
        ratio = _smallest(reach, within, rungs, ratio)
        loads = rungs.at(ratio)
        reached = within(ratio)
        count = 1 if len(loads) == 1 else reach.fewest(reached, loads)
        if count == len(loads):
            bounds = bounds.settled(loads)
            rungs = rungs.without(loads)
        else:
            bounds = replace(bounds, levels=(*bounds.levels, Level(loads=loads, count=count)))
    return bounds


class Rungs:
    """The shares that whole loads can have: `items` gives the weight and the largest load of each open item."""

    def __init__(self, items: Mapping[int, tuple[Fraction, int]]) -> None:
        self.items = items

    def loads(self, ratio: Fraction) -> dict[int, int]:
        """The largest load of each item at or below a share."""
        return {item: min(most, int(ratio * weight)) for item, (weight, most) in self.items.items()}

    def at(self, ratio: Fraction) -> dict[int, int]:
        """The loads of those items that can stand exactly at a share."""
        return {item: load for item, load in self.loads(ratio).items() if load == ratio * self.items[item][0]}

    def below(self, ratio: Fraction) -> Fraction:
        """The largest share at or below `ratio`."""
        return max(load / self.items[item][0] for item, load in self.loads(ratio).items())

    def above(self, ratio: Fraction) -> Fraction:
        """The smallest share above `ratio`; there must be one."""
        return min(
            (load + 1) / self.items[item][0] for item, load in self.loads(ratio).items() if load < self.items[item][1]
        )

    def top(self) -> Fraction:
        """The largest share of all, zero where there are no items."""
        return max((most / weight for weight, most in self.items.values()), default=Fraction(0))

    def without(self, items: Mapping[int, int]) -> Rungs:
        """The rungs of the other items."""
        return Rungs({item: held for item, held in self.items.items() if item not in items})


def _within(bounds: Bounds, rungs: Rungs) -> Callable[[Fraction], Bounds]:
    return lambda ratio: bounds.lowered(rungs.loads(ratio))


def _possible(reach: Reach, bounds: Bounds) -> bool:
    return reach.bound(bounds) and reach.possible(bounds)


def _smallest(reach: Reach, within: Callable[[Fraction], Bounds], rungs: Rungs, ratio: Fraction) -> Fraction:
    low, high = rungs.above(Fraction(0)), rungs.below(ratio)
    # The quick bound finds the level almost always; the exact test then costs one program instead of twenty.
    quick = _bisect(lambda share: reach.bound(within(share)), rungs, low, high)
    if reach.possible(within(quick)):
        return quick
    # Where it does not, the level is most often a few rungs higher: longer and longer steps up come first.
    low = rungs.above(quick)
    step = low - quick
    while (tried := rungs.below(quick + step)) < high and not _possible(reach, within(tried)):
        low, step = rungs.above(tried), 4 * step
    return _bisect(lambda share: _possible(reach, within(share)), rungs, low, min(tried, high))


def _bisect(passes: Callable[[Fraction], bool], rungs: Rungs, low: Fraction, high: Fraction) -> Fraction:
    """The smallest share between two that passes, where `high` does."""
    while low < high:
        middle = (low + high) / 2
        if passes(middle):
            high = rungs.below(middle)
        else:
            low = rungs.above(middle)
    return high
