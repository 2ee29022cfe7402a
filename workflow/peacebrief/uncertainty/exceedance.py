"""Exceedance: the probability that something is at least so large, at every threshold, from exact counts.

Counts of draws are the same however the draws are cut, ordered or spread over machines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Integers
from peacebrief.uncertainty.draws import REPLICATES
from peacebrief.uncertainty.replicates import standard_error


@dataclass(frozen=True, slots=True)
class ExceedanceCurve:
    """The probability of at least each threshold (k), with its Monte Carlo standard error (k)."""

    thresholds: tuple[float, ...]
    probability: Floats
    standard_error: Floats


class Exceedance:
    """Counts of the draws that reach each of the rising `thresholds`, one row a replicate.

    Raises ValueError unless there are thresholds and they rise.
    """

    def __init__(self, thresholds: Sequence[float]) -> None:
        self._thresholds = np.array(thresholds, dtype=np.float64)
        if not len(self._thresholds) or (np.diff(self._thresholds) <= 0).any():
            raise ValueError("thresholds must rise from one to the next")
        self._reached: Integers = np.zeros((REPLICATES, len(self._thresholds)), dtype=np.int64)
        self._draws: Integers = np.zeros(REPLICATES, dtype=np.int64)

    def add(self, replicate: int, values: Floats) -> None:
        """Count the values of one replicate."""
        steps = np.searchsorted(self._thresholds, values, side="right")
        counts = np.bincount(steps, minlength=len(self._thresholds) + 1)
        self._reached[replicate] += counts[::-1].cumsum()[::-1][1:]
        self._draws[replicate] += len(values)

    def curve(self) -> ExceedanceCurve:
        """The curve over all replicates. Raises ValueError where one of them has no draws."""
        if self._draws.min() == 0:
            raise ValueError("an exceedance curve needs draws in every replicate")
        shares = self._reached / self._draws[:, None]
        errors = [standard_error(column.tolist()) for column in shares.T]
        whole = self._reached.sum(axis=0) / self._draws.sum()
        return ExceedanceCurve(tuple(self._thresholds.tolist()), whole, np.array(errors))
