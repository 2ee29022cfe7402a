"""Mergeable summaries: counts by the leading bits of a number, the same under any order and any cutting."""

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
