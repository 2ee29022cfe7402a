"""First-order sensitivity from the draws already made: how far the mean of a result moves with one input.

Inputs are cut into classes of equal probability. Sums are kept in whole numbers, so that they are the same in any
order. Source: Plischke, Borgonovo and Smith 2013 (sensitivity from given data).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Integers

FIXED_POINT = 2.0**30
MOST_CLASSES = 64
FEWEST_CLASSES = 8
DRAWS_PER_CLASS = 1000


class Classes:
    """Sums of one result by class of each input, and the variance of its class means."""

    def __init__(self, *, draws: int) -> None:
        self._number = int(np.clip(draws // DRAWS_PER_CLASS, FEWEST_CLASSES, MOST_CLASSES))
        self._sums: dict[str, Integers] = {}
        self._counts: dict[str, Integers] = {}

    def labels(self, uniforms: Mapping[str, Floats]) -> dict[str, Integers]:
        """The class of each draw, by input."""
        return {name: (values * self._number).astype(np.int64) for name, values in uniforms.items()}

    def add(self, result: str, labels: Mapping[str, Integers], values: Floats) -> None:
        """Count the values of one result under the class labels of its inputs."""
        fixed = np.rint(values * FIXED_POINT)
        for name, label in labels.items():
            key = f"{result}/{name}"
            # Whole numbers below 2**53 add up exactly in floating point.
            sums = np.bincount(label, weights=fixed, minlength=self._number).astype(np.int64)
            self._sums[key] = self._sums.get(key, 0) + sums
            self._counts[key] = self._counts.get(key, 0) + np.bincount(label, minlength=self._number)

    def variance_of_means(self, result: str, name: str) -> float:
        """The variance, over classes of one input, of the mean of one result."""
        sums, counts = self._sums[f"{result}/{name}"], self._counts[f"{result}/{name}"]
        filled = counts > 0
        means = sums[filled] / counts[filled] / FIXED_POINT
        share = counts[filled] / counts.sum()
        mean = float((share * means).sum())
        return float((share * (means - mean) ** 2).sum())


class Moments:
    """Means and variances of named results, exact under any order of adding."""

    def __init__(self) -> None:
        self._sums: dict[str, tuple[int, int, int]] = {}

    def add(self, name: str, values: Floats) -> None:
        """Take in the values of one result."""
        count, first, second = self._sums.get(name, (0, 0, 0))
        ones = int(np.rint(values * FIXED_POINT).astype(np.int64).sum())
        squares = int(np.rint(values * values * FIXED_POINT).astype(np.int64).sum())
        self._sums[name] = (count + len(values), first + ones, second + squares)

    def mean(self, name: str) -> float:
        """The mean of one result."""
        count, first, _ = self._sums[name]
        return first / count / FIXED_POINT

    def mean_square(self, name: str) -> float:
        """The mean of the squares of one result."""
        count, _, second = self._sums[name]
        return second / count / FIXED_POINT
