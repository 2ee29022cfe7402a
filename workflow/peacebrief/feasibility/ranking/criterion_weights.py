"""Weights of criteria: uniform over the whole simplex, within bounds, or in an order of importance.

A viewpoint is a set of weights that somebody could hold, stated by bounds and by an order of importance.
Source: Rubinstein 1982 (uniform points on a simplex from exponentials); Lahdelma and Salminen 2001 (SMAA-2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import fsum

import numpy as np

from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.inverse_table import InverseTable
from peacebrief.uncertainty.points import streams

# Whole numbers below 2**53 add up exactly, so that the sum does not depend on the order of the criteria.
FINE_GRID = 2.0**40
ROUNDING = 1e-12

# Beyond this many proposals a weight the bounds and the order contradict each other for all practical purposes.
MOST_PROPOSALS = 2**10


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewpoint:
    """Weights are between `low` and `high` (0-1; 0 and 1 where not stated) and follow the order of `tiers`.

    Every criterion of a tier weighs at least as much as every criterion of the next; those in no tier are free.
    """

    id: str
    tiers: tuple[tuple[str, ...], ...] = ()
    low: Mapping[str, float] = field(default_factory=dict)
    high: Mapping[str, float] = field(default_factory=dict)


WHOLE_SIMPLEX = Viewpoint(id="whole_simplex")


def foremost(*, viewpoint: str, first: Sequence[str], criteria: Sequence[str]) -> Viewpoint:
    """The viewpoint in which no other criterion weighs more than those named first."""
    # ASSUME: a named viewpoint says only which criteria no other criterion outweighs; all weights that agree with it
    # count alike.
    rest = tuple(sorted(set(criteria) - set(first)))
    return Viewpoint(id=viewpoint, tiers=tuple(tier for tier in (tuple(sorted(first)), rest) if tier))


def weight_chunks(
    viewpoint: Viewpoint, *, criteria: Sequence[str], draws: int, seed: int, rows: int = ROWS
) -> Iterator[Floats]:
    """Weights (criteria, draws) of one viewpoint, chunk by chunk in the order of the design of `draws`.

    A criterion's stream is keyed by its name, so viewpoints share their draws. Raises ValueError for an unknown
    criterion, one in two tiers, bounds that no weights meet, and bounds and order that hardly any weights meet.
    """
    tiers = _tiers(viewpoint, criteria)
    for replicate in range(REPLICATES):
        size = draws // REPLICATES
        accepted = _accepted(viewpoint, tiers, criteria=criteria, seed=seed, replicate=replicate, size=size)
        waiting = np.empty((len(criteria), 0))
        for start in range(0, size, rows):
            wanted = min(rows, size - start)
            blocks = [waiting]
            while sum(block.shape[1] for block in blocks) < wanted:
                blocks.append(next(accepted))
            found = np.concatenate(blocks, axis=1) if len(blocks) > 1 else waiting
            yield found[:, :wanted]
            waiting = found[:, wanted:]


def _accepted(
    viewpoint: Viewpoint, tiers: list[list[int]], *, criteria: Sequence[str], seed: int, replicate: int, size: int
) -> Iterator[Floats]:
    """Blocks of weights that keep to the viewpoint."""
    names = [f"weight/{criterion}" for criterion in criteria]
    found = streams(names, seed=seed, replicate=replicate, points=size)
    block = min(size, ROWS)
    for start in range(0, size * MOST_PROPOSALS, block):
        uniforms = np.array([found[name].uniforms(start, start + block) for name in names])
        if not viewpoint.low and not viewpoint.high:
            yield ordered(simplex(uniforms), tiers)
            continue
        low = np.array([viewpoint.low.get(criterion, 0.0) for criterion in criteria])
        high = np.array([viewpoint.high.get(criterion, 1.0) for criterion in criteria])
        kept = bounded(uniforms, low=low, high=high)
        yield kept[:, respects(kept, tiers)]
    raise ValueError(f"{viewpoint.id}: hardly any weights keep to its bounds and its order of importance")


def _tiers(viewpoint: Viewpoint, criteria: Sequence[str]) -> list[list[int]]:
    """The rows of each tier."""
    named = [criterion for tier in viewpoint.tiers for criterion in tier]
    unknown = sorted({*named, *viewpoint.low, *viewpoint.high} - set(criteria))
    if unknown:
        raise ValueError(f"{viewpoint.id}: no criterion is called {', '.join(unknown)}")
    if len(set(named)) < len(named) or not all(viewpoint.tiers):
        raise ValueError(f"{viewpoint.id}: an order of importance names no criterion twice and has no empty tier")
    return [[list(criteria).index(criterion) for criterion in tier] for tier in viewpoint.tiers]
