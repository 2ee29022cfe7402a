"""Ranks over many draws: who is ahead of whom, ties shared fairly, counted in whole numbers."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats, Integers
from peacebrief.uncertainty.draws import REPLICATES

# Values and weights are whole multiples of this, so that weighted sums are exact: equal options tie, and neither the
# order of the criteria nor the machine decides a rank.
GRID = 2.0**26


def on_grid(shares: Floats) -> Floats:
    """Numbers between 0 and 1 as whole numbers of steps."""
    steps = shares * GRID
    return np.asarray(np.rint(steps, out=steps), dtype=np.float64)


def ahead(marks: Floats) -> Booleans:
    """Where (options, options, draws) the first option has a higher mark (options, draws) than the second."""
    return np.asarray(marks[:, None] > marks[None], dtype=np.bool_)


class RankCounts:
    """Draws counted by option, by how many options are better and by how many others are level with it.

    Counts are whole numbers: any cutting into chunks gives the same result. An option with b better and t level
    options shares the ranks from b + 1 to b + t + 1 evenly.
    """

    def __init__(self, *, options: int, criteria: int) -> None:
        self._counts: Integers = np.zeros((REPLICATES, options, options, options), dtype=np.int64)
        self._weights: Integers = np.zeros((options, options, criteria), dtype=np.int64)

    def add(self, replicate: int, beats: Booleans, weights: Floats | None = None) -> None:
        """Count the draws of `beats` (options, options, draws), ranked under `weights` (criteria, draws)."""
        options = len(beats)
        better = beats.sum(axis=0, dtype=np.int64)
        level = options - 1 - better - beats.sum(axis=1, dtype=np.int64)
        for option in range(options):
            cells = np.bincount(better[option] * options + level[option], minlength=options**2)
            self._counts[replicate, option] += cells.reshape(options, options)
            if weights is not None:
                self._add_weights(option, better[option] == 0, level[option], weights)

    def _add_weights(self, option: int, first: Booleans, level: Integers, weights: Floats) -> None:
        for others in np.flatnonzero(np.bincount(level[first])):
            chosen = on_grid(weights[:, first & (level == others)])
            self._weights[option, others] += chosen.sum(axis=1).astype(np.int64)

    def acceptability(self) -> Floats:
        """The share of draws (replicates, options, ranks) in which an option takes a rank."""
        options = self._counts.shape[1]
        shares = np.zeros(self._counts.shape[:3])
        for better in range(options):
            for level in range(options - better):
                part = self._counts[:, :, better, level] / (level + 1)
                shares[:, :, better : better + level + 1] += part[:, :, None]
        return np.asarray(shares / self._counts.sum(axis=(2, 3))[:, :, None], dtype=np.float64)

    def first(self, option: int) -> float:
        """The share of the draws counted in which an option is first, ties shared; not a number where none is."""
        wins = self._counts[:, option, 0].sum(axis=0) / (1 + np.arange(self._counts.shape[1]))
        total = int(self._counts[:, option].sum())
        return float(wins.sum() / total) if total else float("nan")

    def central_weights(self) -> Floats:
        """The mean weights (options, criteria) of the draws that an option wins; not a number where it never does."""
        level = 1 + np.arange(self._counts.shape[1])
        wins = (self._counts[:, :, 0].sum(axis=0) / level).sum(axis=1)
        sums = (self._weights / level[:, None]).sum(axis=1)
        means = sums / np.where(wins > 0, wins, np.nan)[:, None] / GRID
        return np.asarray(means, dtype=np.float64)
