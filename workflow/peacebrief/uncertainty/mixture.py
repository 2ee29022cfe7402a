"""Weighted mixtures of distributions, from the merged histograms of their parts and not by sampling again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.histogram import Histogram, edges


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
