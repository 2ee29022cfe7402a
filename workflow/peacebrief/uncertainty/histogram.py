"""Mergeable summaries: counts by the leading bits of a number, the same under any order and any cutting.

Weighted mixtures of distributions come from the merged histograms of their parts and not by sampling again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Integers

SHIFT = 52 - 11
ENDLESS = 2047 << 11


class Histogram:
    """Integers of numbers of zero or more in cells of 1/2048 of an octave (a width of 0.05 per cent at most)."""

    __slots__ = ("counts", "first", "zeros")

    def __init__(self, *, first: int = 0, counts: Integers | None = None, zeros: int = 0) -> None:
        self.first = first
        self.counts: Integers = np.zeros(0, dtype=np.int64) if counts is None else counts
        self.zeros = zeros

    @classmethod
    def of(cls, values: Floats) -> Histogram:
        """The histogram of `values`. Raises ValueError where one is negative or not finite."""
        # The bits of numbers of zero or more are in the order of the numbers; those of negative ones are below zero.
        cells = values.view(np.int64) >> SHIFT
        first = int(cells.min())
        if first < 0 or int(cells.max()) >= ENDLESS:
            raise ValueError("a histogram takes finite numbers of zero or more")
        if first == 0:
            positive = values[cells > 0]
            rest = cls.of(positive) if len(positive) else cls()
            return cls(first=rest.first, counts=rest.counts, zeros=len(values) - len(positive))
        cells -= first
        return cls(first=first, counts=np.bincount(cells))

    @property
    def total(self) -> int:
        """How many numbers were counted."""
        return int(self.counts.sum()) + self.zeros

    def merged(self, other: Histogram) -> Histogram:
        """The histogram of both sets of numbers."""
        if not len(self.counts) or not len(other.counts):
            kept = self if len(self.counts) else other
            return Histogram(first=kept.first, counts=kept.counts, zeros=self.zeros + other.zeros)
        first = min(self.first, other.first)
        stop = max(self.first + len(self.counts), other.first + len(other.counts))
        counts = np.zeros(stop - first, dtype=np.int64)
        for part in (self, other):
            counts[part.first - first : part.first - first + len(part.counts)] += part.counts
        return Histogram(first=first, counts=counts, zeros=self.zeros + other.zeros)


def edges(cells: Integers) -> Floats:
    """The lower edges of cells."""
    return (cells << SHIFT).view(np.float64)


def merged(histograms: Sequence[Histogram]) -> Histogram:
    """The histogram of all numbers counted in `histograms`."""
    whole = Histogram()
    for part in histograms:
        whole = whole.merged(part)
    return whole


class Mixture:
    """A mixture of histograms by weight; the weights are divided by their sum.

    Inside a cell the numbers are taken as evenly spread. Raises ValueError unless the weights are zero or more and add
    up to something.
    """

    def __init__(self, histograms: Sequence[Histogram], weights: Sequence[float]) -> None:
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            raise ValueError("the weights of a mixture must be zero or more and add up to something")
        kept = [(part, weight / total) for part, weight in zip(histograms, weights, strict=True) if weight > 0]
        filled = [part for part, _ in kept if len(part.counts)]
        first = min((part.first for part in filled), default=0)
        stop = max((part.first + len(part.counts) for part in filled), default=0)
        below = np.zeros(stop - first + 1)
        for part, weight in kept:
            place = part.first - first + 1
            if len(part.counts):
                below[place : place + len(part.counts)] += part.counts * (weight / part.total)
        self._cells = np.arange(first, stop + 1, dtype=np.int64)
        below[0] = sum(weight * part.zeros / part.total for part, weight in kept)
        self._below = np.cumsum(below)

    def quantiles(self, probabilities: Sequence[float]) -> list[float]:
        """The numbers below which the given shares of the mixture lie."""
        return [self._quantile(probability) for probability in probabilities]

    def exceedance(self, thresholds: Floats) -> Floats:
        """The share of the mixture at or above each threshold."""
        if len(self._cells) < 2:
            return np.where(thresholds > 0, 0.0, 1.0)
        share = np.interp(thresholds, edges(self._cells), self._below / self._below[-1])
        at_zero = np.where(thresholds > 0, share, 0.0)
        return np.clip(1.0 - at_zero, 0.0, 1.0)

    def _quantile(self, probability: float) -> float:
        target = probability * self._below[-1]
        if target <= self._below[0] or len(self._cells) < 2:
            return 0.0
        cell = int(np.searchsorted(self._below, target, side="left"))
        cell = min(max(cell, 1), len(self._below) - 1)
        low, high = self._below[cell - 1], self._below[cell]
        share = (target - low) / (high - low) if high > low else 1.0
        first, last = edges(self._cells[cell - 1 : cell + 1]).tolist()
        return float(first + share * (last - first))
