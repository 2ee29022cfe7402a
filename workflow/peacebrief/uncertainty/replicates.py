"""What eight independent replicates of the design say: quantiles of the whole, and an honest Monte Carlo error.

Quantiles of numbers that may be negative come from the summaries of their positive and their negative parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES
from peacebrief.uncertainty.histogram import Histogram, Mixture, merged

PUBLISHED = (0.05, 0.50, 0.95)

# A difference of equal numbers may miss zero by the last bit.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Spread:
    """p5, p50 and p95, with the Monte Carlo error of p50."""

    p5: float
    p50: float
    p95: float
    standard_error: float

    @property
    def quantiles(self) -> tuple[float, float, float]:
        """As tables have them."""
        return self.p5, self.p50, self.p95

    def times(self, factor: float) -> Spread:
        """The spread of the quantity multiplied by `factor`."""
        return Spread(self.p5 * factor, self.p50 * factor, self.p95 * factor, self.standard_error * factor)


class Tally:
    """Histograms of named outputs, one a replicate."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Histogram]] = {}
        self._known: dict[tuple[tuple[str, float], ...], Spread] = {}

    def add(self, replicate: int, outputs: Mapping[str, Floats]) -> None:
        """Count the values of each output in this replicate."""
        self._known.clear()
        for name, values in outputs.items():
            if name not in self._parts:
                self._parts[name] = [Histogram() for _ in range(REPLICATES)]
            parts = self._parts[name]
            parts[replicate] = parts[replicate].merged(Histogram.of(values))

    def spread(self, name: str) -> Spread:
        """The spread of one output."""
        return self.mixed_spread({name: 1.0})

    def mixture(self, weights: Mapping[str, float]) -> Mixture:
        """The weighted mixture of several outputs over all replicates."""
        return Mixture([merged(self._parts[name]) for name in weights], list(weights.values()))

    def mixed_spread(self, weights: Mapping[str, float]) -> Spread:
        """The spread of a weighted mixture of outputs."""
        key = tuple(weights.items())
        if key not in self._known:
            self._known[key] = self._spread(weights)
        return self._known[key]

    def _spread(self, weights: Mapping[str, float]) -> Spread:
        p5, p50, p95 = self.mixture(weights).quantiles(PUBLISHED)
        medians = [
            Mixture([self._parts[name][replicate] for name in weights], list(weights.values())).quantiles([0.5])[0]
            for replicate in range(REPLICATES)
        ]
        return Spread(p5, p50, p95, standard_error(medians))


def standard_error(replicated: Sequence[float]) -> float:
    """The standard error of the mean of independent replicates of one estimate."""
    count = len(replicated)
    mean = fsum(replicated) / count
    return sqrt(fsum((value - mean) ** 2 for value in replicated) / (count * (count - 1)))


def signed_parts(name: str, values: Floats) -> dict[str, Floats]:
    """The two parts of `values` under the names that `signed_spread` looks for."""
    found = np.where(np.abs(values) < ROUNDING, 0.0, values)
    # Adding zero gives a zero without a sign.
    return {f"{name}:above": np.maximum(found, 0.0) + 0.0, f"{name}:below": np.maximum(-found, 0.0) + 0.0}


def signed_spread(tally: Tally, name: str) -> Spread:
    """The spread of numbers whose `parts` were counted."""
    above, below = tally.spread(f"{name}:above"), tally.spread(f"{name}:below")
    return Spread(
        above.p5 or -below.p95 + 0.0,
        above.p50 or -below.p50 + 0.0,
        above.p95 or -below.p5 + 0.0,
        max(above.standard_error, below.standard_error),
    )
