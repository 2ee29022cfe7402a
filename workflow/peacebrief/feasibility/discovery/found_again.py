"""How often the same conditions are found again: on each replicate, and on resamples of all draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import shake_256

import numpy as np

from peacebrief.feasibility.discovery.box import Box, Draws
from peacebrief.feasibility.discovery.peeling import boxes
from peacebrief.uncertainty.arrays import Integers
from peacebrief.uncertainty.draws import REPLICATES

RESAMPLES = 16


def found_again(draws: Draws, found: Sequence[Box], *, seed: int) -> list[float]:
    """For each box the share of runs (0-1) in which a box restricts the same inputs on the same sides.

    The draws are in the order of their replicates, a power of two in all.
    """
    replicate = draws.counted[0] // REPLICATES
    runs = [
        {one.sides(some) for one in boxes(some, replicate=replicate)}
        for some in (draws.only(which) for which in _chosen(draws.counted[0], seed))
    ]
    return [sum(box.sides(draws) in run for run in runs) / len(runs) for box in found]


def _chosen(size: int, seed: int) -> Iterator[Integers]:
    """The places of the draws of each replicate, then those of each resample, drawn with replacement."""
    yield from np.arange(size).reshape(REPLICATES, -1)
    for run in range(RESAMPLES):
        hashed = shake_256(f"{seed}/resample/{run}".encode()).digest(4 * size)
        yield (np.frombuffer(hashed, dtype="<u4") % size).astype(np.int64)
