"""How many draws have how many troops, counted by whole persons: exact, in memory that does not grow with draws."""

from __future__ import annotations

from math import ceil

import numpy as np

from peacebrief.feasibility.verdict import printed
from peacebrief.uncertainty.arrays import Floats, Integers

HALF_A_PERCENT = 0.005


class SupplyCounts:
    """Draws by whole troops, of several named supplies."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], Integers] = {}

    def add(self, name: tuple[str, str, str], persons: Floats) -> None:
        """Count the draws of one supply (whole persons)."""
        fresh = np.bincount(persons.astype(np.int64))
        known = self._counts.get(name, np.zeros(0, dtype=np.int64))
        if len(fresh) < len(known):
            fresh = np.concatenate([fresh, np.zeros(len(known) - len(fresh), dtype=np.int64)])
        fresh[: len(known)] += known
        self._counts[name] = fresh

    def reached_with(self, name: tuple[str, str, str], chance: float) -> float:
        """The largest size (persons) that a share of the draws reaches which is printed as `chance` or more."""
        reached = np.cumsum(self._counts[name][::-1])[::-1]
        draws = int(reached[0])
        needed = ceil((chance - HALF_A_PERCENT) * draws - 1e-9)
        while printed(needed / draws) < chance:
            needed += 1
        return float(np.flatnonzero(reached >= needed)[-1])
