"""Draws by class of each input, and a box: a range of classes of a few of them, with the draws that it holds.

Everything is counted in whole numbers, so that results are the same on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats, Integers

MOST_CLASSES = 64
LOW, HIGH = "low", "high"


def class_edges(values: Floats) -> Floats:
    """The least value of each class but the first: every value where they are few, or else quantiles."""
    distinct = np.unique(values)
    if len(distinct) <= MOST_CLASSES:
        return np.asarray(distinct[1:], dtype=np.float64)
    ordered = np.sort(values)
    starts = np.arange(1, MOST_CLASSES) * len(values) // MOST_CLASSES
    return np.asarray(np.unique(ordered[starts][ordered[starts] > ordered[0]]), dtype=np.float64)


def classes_of(values: Floats, edges: Floats) -> Integers:
    """The class of each value, from nought."""
    return np.asarray(np.searchsorted(edges, values, side="right"), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Draws:
    """The class (inputs, draws) of every input in every draw, the highest class of each, and which are of interest."""

    codes: Integers
    highest: tuple[int, ...]
    of_interest: Booleans

    def only(self, which: Booleans | Integers) -> Draws:
        """Some of the draws, some of them perhaps more than once."""
        return Draws(self.codes[:, which], self.highest, self.of_interest[which])

    @property
    def counted(self) -> tuple[int, int]:
        """How many draws there are, and how many of interest."""
        return self.of_interest.size, int(self.of_interest.sum())


@dataclass(frozen=True, slots=True)
class Box:
    """The lowest and the highest class that a box holds, by the place of the input; other inputs are free."""

    limits: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    def within(self, draws: Draws) -> Booleans:
        """The draws that it holds."""
        found = np.ones(draws.of_interest.size, dtype=np.bool_)
        for place, (lowest, highest) in self.limits.items():
            own = draws.codes[place]
            found &= (own >= lowest) & (own <= highest)
        return found

    def counted(self, draws: Draws) -> tuple[int, int]:
        """How many draws it holds, and how many of interest."""
        inside = self.within(draws)
        return int(inside.sum()), int((inside & draws.of_interest).sum())

    def limited(self, draws: Draws, place: int, lowest: int, highest: int) -> Box:
        """The box with another range of one input; the whole range leaves it free."""
        others = {name: limits for name, limits in self.limits.items() if name != place}
        whole = lowest <= 0 and highest >= draws.highest[place]
        return Box(others if whole else {**others, place: (lowest, highest)})

    def without(self, place: int) -> Box:
        """The box with one input free."""
        return Box({name: limits for name, limits in self.limits.items() if name != place})

    def sides(self, draws: Draws) -> frozenset[tuple[int, str]]:
        """The sides on which it restricts inputs."""
        low = {(place, LOW) for place, (lowest, _) in self.limits.items() if lowest > 0}
        high = {(place, HIGH) for place, (_, highest) in self.limits.items() if highest < draws.highest[place]}
        return frozenset(low | high)


def correlation(*, held: int, hits: int, draws: int, of_interest: int) -> float:
    """How membership of a box goes together with being of interest: the correlation of two yes-or-no numbers.

    `held` of all `draws` are in the box, `hits` of these are of interest. Nought where either is all or nothing.
    """
    spread = held * (draws - held) * of_interest * (draws - of_interest)
    return (hits * draws - held * of_interest) / sqrt(spread) if spread else 0.0


def luck(*, held: int, hits: int, share: float) -> float:
    """The chance that `held` draws hold `hits` of interest or more where a `share` (0-1) of draws is.

    Source: Bryant and Lempert 2010 (quasi-p-value), by the binomial distribution.
    """
    from scipy.special import betainc

    return 1.0 if hits <= 0 else float(betainc(hits, held - hits + 1, share))
