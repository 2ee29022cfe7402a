"""Weights of criteria: uniform over the whole simplex, within bounds, or in an order of importance.

Source: Rubinstein 1982 (uniform points on a simplex from exponentials); Lahdelma and Salminen 2001 (SMAA-2).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import fsum

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.inverse_table import InverseTable

# Whole numbers below 2**53 add up exactly, so that the sum does not depend on the order of the criteria.
FINE_GRID = 2.0**40
ROUNDING = 1e-12


@cache
def exponential() -> InverseTable:
    """The exponential distribution with mean one."""

    def lower(probabilities: Floats) -> tuple[Floats, Floats]:
        return -np.log1p(-probabilities), 1 / (1 - probabilities)

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        return -np.log(probabilities), -1 / probabilities

    return InverseTable(lower=lower, upper=upper)


def simplex(uniforms: Floats) -> Floats:
    """Weights (criteria, draws) that add up to one in each draw, every set alike, from uniforms of that shape."""
    waits = np.rint(exponential()(uniforms) * FINE_GRID)
    return np.asarray(waits / waits.sum(axis=0), dtype=np.float64)


def ordered(weights: Floats, tiers: Sequence[Sequence[int]]) -> Floats:
    """Weights (criteria, draws) with every row of a tier at least as heavy as every row of the next.

    The weights of the rows named are dealt out afresh: the heaviest to the first tier, kept in their own order within
    a tier. From uniform weights this gives uniform weights among those that respect the order.
    """
    if not tiers:
        return weights
    named = [row for tier in tiers for row in tier]
    heaviest = -np.sort(-weights[named], axis=0)
    found, start = weights.copy(), 0
    for tier in tiers:
        places = np.argsort(np.argsort(-weights[list(tier)], axis=0, kind="stable"), axis=0, kind="stable")
        found[list(tier)] = np.take_along_axis(heaviest[start : start + len(tier)], places, axis=0)
        start += len(tier)
    return found


def respects(weights: Floats, tiers: Sequence[Sequence[int]]) -> Booleans:
    """Where (draws,) the weights follow the order of the tiers."""
    follows = np.ones(weights.shape[1], dtype=np.bool_)
    for tier, after in pairwise(tiers):
        follows &= weights[list(tier)].min(axis=0) >= weights[list(after)].max(axis=0)
    return follows


def bounded(uniforms: Floats, *, low: Floats, high: Floats) -> Floats:
    """Weights (criteria, draws kept) between `low` and `high` (criteria,), every such set alike.

    Uniforms (criteria, draws) become weights in the smaller simplex around the bounds, and those outside are left out;
    a criterion whose bounds are equal keeps its weight. Raises ValueError where no set of weights adds up to one.
    """
    # Exact sums: the answer may not depend on the order of the criteria.
    spare, excess = 1 - fsum(low), fsum(high) - 1
    if min(low) < 0 or max(high) > 1 or np.any(low > high) or min(spare, excess) < -ROUNDING:
        raise ValueError("bounds of weights lie between 0 and 1, low below high, and some weights within them sum to 1")
    free = high > low
    candidates = np.repeat(low[:, None], uniforms.shape[1], axis=1)
    if not free.any():
        return candidates
    rest = simplex(uniforms[free])
    if spare <= excess:
        candidates[free] += max(spare, 0.0) * rest
        return candidates[:, np.all(candidates <= high[:, None] + ROUNDING, axis=0)]
    candidates[free] = high[free, None] - max(excess, 0.0) * rest
    return candidates[:, np.all(candidates >= low[:, None] - ROUNDING, axis=0)]
