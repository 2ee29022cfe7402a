"""The sustainable supply curve: how likely the supply is to reach each size of force."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Integers


def standard_sizes(*, largest: int = 200_000, step: int = 1_000) -> Floats:
    """Sizes of force (persons) from zero to the largest."""
    return np.arange(0, largest + step, step, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class SupplyCurve:
    """How many of the draws reach each of `sizes` (persons, rising). Counts are whole, so that parts merge exactly."""

    sizes: Floats
    reached: Integers
    draws: int
    total: int = field(default=0)

    @classmethod
    def of(cls, *, supply: Floats, sizes: Floats) -> SupplyCurve:
        """The curve of draws of supply (whole persons). Raises ValueError unless the sizes rise."""
        if len(sizes) == 0 or np.any(np.diff(sizes) <= 0):
            raise ValueError("the sizes of force must rise from one to the next")
        # A draw reaches as many sizes as there are at or below it.
        below = np.bincount(np.searchsorted(sizes, supply, side="right"), minlength=len(sizes) + 1)
        reached = np.cumsum(below[::-1])[::-1][1:].astype(np.int64)
        return cls(sizes, reached, len(supply), int(supply.astype(np.int64).sum()))

    def merged(self, other: SupplyCurve) -> SupplyCurve:
        """The curve of both sets of draws. Raises ValueError where the sizes differ."""
        if not np.array_equal(self.sizes, other.sizes):
            raise ValueError("two supply curves can only be merged over the same sizes")
        return SupplyCurve(self.sizes, self.reached + other.reached, self.draws + other.draws, self.total + other.total)

    def probabilities(self) -> Floats:
        """P(supply >= size) for each size."""
        return self.reached / self.draws

    def mean(self) -> float:
        """The mean supply (persons)."""
        return self.total / self.draws

    def at(self, *, size: float) -> float:
        """P(supply >= size) for one of the sizes. Raises ValueError where it was not counted."""
        place = int(np.searchsorted(self.sizes, size))
        if place == len(self.sizes) or self.sizes[place] != size:
            raise ValueError(f"the supply curve was not counted at {size:g} persons")
        return float(self.reached[place] / self.draws)
