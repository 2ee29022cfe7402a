"""Partial pooling of published effects: a normal hierarchical fit, and what it says of a case that was not studied.

The spread between studies is summed over a grid. Given that spread, the common effect is normal and so is the effect
in a further case; the result is the mixture of those normal distributions.
Source: Higgins, Thompson and Spiegelhalter 2009 (the predictive distribution of random effects).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable
from peacebrief.uncertainty.power import exponential, natural_log

# ASSUME: before the studies are looked at, the standard deviation of the logarithm of the ratio between them is half
# normal with a scale of one half: two studies seldom differ by more than a factor of three for reasons of their own.
PRIOR_SPREAD = 0.5
LARGEST_SPREAD, SPREADS = 2.5, 51
# ASSUME: studies are pooled as if their cases were apart, although some wars are in two of them.
# ASSUME: what is drawn is the effect in a further case, not the mean of the studies, so that the spread between
# studies counts in full.
FARTHEST, HALVINGS = 9.0, 60


@dataclass(frozen=True, slots=True, eq=False)
class PooledEffect:
    """By spread between studies: its probability, and mean and deviation of the effect in a further case.

    `middle` is the mean of the common effect; all are logarithms of a ratio.
    """

    chances: Floats
    means: Floats
    deviations: Floats
    middle: float

    def below(self, values: Floats) -> Floats:
        """The chance that the effect in a further case lies below each of `values`."""
        from scipy.special import ndtr

        found: Floats = ndtr((values[:, None] - self.means) / self.deviations) @ self.chances
        return found

    def above(self, values: Floats) -> Floats:
        """The chance that it lies above each of `values`."""
        from scipy.special import ndtr

        found: Floats = ndtr((self.means - values[:, None]) / self.deviations) @ self.chances
        return found

    def density(self, values: Floats) -> Floats:
        """The density at each of `values`."""
        deviate = (values[:, None] - self.means) / self.deviations
        found: Floats = exponential(-(deviate**2) / 2) / (self.deviations * np.sqrt(2 * np.pi)) @ self.chances
        return found


def pooled(*, log_ratios: Sequence[float], errors: Sequence[float]) -> PooledEffect:
    """The fit to estimates with standard errors. Raises ValueError where an error is not above zero."""
    effects, variances = np.asarray(log_ratios, dtype=np.float64), np.asarray(errors, dtype=np.float64) ** 2
    if not len(effects) or not (variances > 0).all():
        raise ValueError("estimates to be pooled need standard errors above zero")
    spreads = np.linspace(0.0, LARGEST_SPREAD, SPREADS)
    widths = variances + spreads[:, None] ** 2
    variance = 1 / (1 / widths).sum(axis=1)
    means = variance * (effects / widths).sum(axis=1)
    fit = ((effects - means[:, None]) ** 2 / widths).sum(axis=1) + natural_log(widths).sum(axis=1)
    score = (natural_log(variance) - fit - (spreads / PRIOR_SPREAD) ** 2) / 2
    chances = exponential(score - score.max())
    chances /= chances.sum()
    return PooledEffect(chances, means, np.sqrt(variance + spreads**2), float(chances @ means))


@lru_cache(maxsize=256)
def pooled_inverse(log_ratios: tuple[float, ...], errors: tuple[float, ...]) -> tuple[PooledEffect, InverseTable]:
    """The fit, and the inverse distribution of the effect in a further case."""
    found = pooled(log_ratios=log_ratios, errors=errors)

    def lower(probabilities: Floats) -> tuple[Floats, Floats]:
        values = _quantiles(found, probabilities, from_above=False)
        return values, 1 / found.density(values)

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        values = _quantiles(found, probabilities, from_above=True)
        return values, -1 / found.density(values)

    return found, InverseTable(lower=lower, upper=upper)


def _quantiles(found: PooledEffect, probabilities: Floats, *, from_above: bool) -> Floats:
    """By halving: the mixture has no inverse that could be written down."""
    reach = FARTHEST * found.deviations.max()
    low = np.full(len(probabilities), found.means.min() - reach)
    high = np.full(len(probabilities), found.means.max() + reach)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        short = found.above(middle) > probabilities if from_above else found.below(middle) < probabilities
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    halfway: Floats = (low + high) / 2
    return halfway
