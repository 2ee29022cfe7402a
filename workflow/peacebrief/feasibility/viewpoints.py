"""Viewpoints: sets of weights that somebody could hold, stated by bounds and by an order of importance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from peacebrief.feasibility.weights import bounded, ordered, respects, simplex
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.points import streams

# Beyond this many proposals a weight the bounds and the order contradict each other for all practical purposes.
MOST_PROPOSALS = 2**10


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
    # ASSUME: a named viewpoint, such as deterrence first, says only which criteria no other criterion outweighs; all
    # weights that agree with it count alike.
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
