"""Whether one list of misses is smaller than another of the same missions, by an exact paired test."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Floats

# Misses are told apart at this many powers of ten; anything closer is a tie, whatever the last bits say.
TELLING = 1e-12


def paired_chance(misses: Floats, of_the_other: Floats) -> float:
    """The chance (0-1) that misses fall so far below those of the other by luck alone, where neither is better.

    Wilcoxon's signed-rank test, one-sided and exact: all signs of the differences are equally likely, their ranks are
    as observed, ties share the mean rank, differences of nought are dropped. One where nothing differs.
    Source: Wilcoxon 1945.
    """
    gained = np.asarray(of_the_other, dtype=np.float64) - np.asarray(misses, dtype=np.float64)
    gained = gained[np.abs(gained) > TELLING]
    if not len(gained):
        return 1.0
    doubled = _doubled_ranks(np.abs(gained))
    reached = int(doubled[gained > 0].sum())
    ways = np.zeros(int(doubled.sum()) + 1)
    ways[0] = 1.0
    # Half of all signs at each step, so that the sums of ranks carry their probabilities.
    for rank in doubled.tolist():
        shifted = np.zeros_like(ways)
        shifted[rank:] = ways[: len(ways) - rank]
        ways = (ways + shifted) / 2
    return float(min(1.0, ways[reached:].sum()))


def _doubled_ranks(sizes: Floats) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Twice the rank of each size, smallest first: ties share the mean of their ranks, which may be a half."""
    below = (sizes[None, :] < sizes[:, None] - TELLING).sum(axis=1)
    alike = (np.abs(sizes[None, :] - sizes[:, None]) <= TELLING).sum(axis=1)
    return np.asarray(2 * below + alike + 1, dtype=np.int64)
