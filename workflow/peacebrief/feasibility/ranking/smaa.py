"""SMAA-2: how often each option takes each rank when neither weights nor scores are settled.

Source: Lahdelma and Salminen 2001.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, Viewpoint, weight_chunks
from peacebrief.feasibility.ranking.ranks import RankCounts, ahead, on_grid
from peacebrief.feasibility.ranking.scores import Scores, score_chunks
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptability:
    """What one viewpoint says of the options.

    `ranks` (options, ranks): share of draws in which an option takes a rank; rows and columns add up to one.
    `errors`: Monte Carlo standard errors of `ranks`. `central_weights` (options, criteria): the mean weights that put
    an option first, and `confidence` (options,): the chance that it is first under just these weights; both are not a
    number for an option that is never first.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    ranks: Floats
    errors: Floats
    central_weights: Floats
    confidence: Floats

    def leader(self) -> str:
        """The option most often first; of equal ones the first by name."""
        return self.options[int(np.argmax(self.ranks[:, 0]))]


def utilities(*, values: Floats, weights: Floats) -> Floats:
    """Weighted sums (options, draws) in steps of the grid squared, exact.

    `values` is (options, criteria, draws) and `weights` (criteria, draws), both 0-1; either may have one draw only.
    """
    return _sums(on_grid(values), on_grid(weights))


def smaa(
    *,
    scores: Scores,
    draws: int,
    seed: int,
    viewpoints: Sequence[Viewpoint] = (WHOLE_SIMPLEX,),
    confident_in: Collection[str] | None = None,
    ties: Mapping[str, Tie] | None = None,
    rows: int = ROWS,
) -> dict[str, Acceptability]:
    """The acceptability of the options by viewpoint, all viewpoints on the same draws of scores.

    Confidence is worked out for all viewpoints, or only for those of `confident_in`, and is not a number elsewhere.
    `draws` is eight times a power of two. The result is the same for any number of rows a chunk and any order of
    options and criteria. Raises ValueError as `weight_chunks` and `design`.
    """
    shape = {"options": len(scores.options), "criteria": len(scores.criteria)}
    counts = {viewpoint.id: RankCounts(**shape) for viewpoint in viewpoints}
    weights = [
        weight_chunks(viewpoint, criteria=scores.criteria, draws=draws, seed=seed, rows=rows)
        for viewpoint in viewpoints
    ]
    values = score_chunks(scores, draws=draws, seed=seed, ties=ties, rows=rows)
    for (replicate, drawn), *weighings in zip(values, *weights, strict=True):
        exact = on_grid(drawn)
        for viewpoint, weighing in zip(viewpoints, weighings, strict=True):
            beats = ahead(_sums(exact, on_grid(weighing)))
            counts[viewpoint.id].add(replicate, beats, weighing)
    central = {name: found.central_weights() for name, found in counts.items()}
    asked = {name: part for name, part in central.items() if confident_in is None or name in confident_in}
    unknown = np.full(len(scores.options), np.nan)
    confidence = dict.fromkeys(central, unknown) | _confidence(
        scores, asked, score_chunks(scores, draws=draws, seed=seed, ties=ties, rows=rows)
    )
    return {name: _result(scores, counts[name], central[name], confidence[name]) for name in counts}


def _result(scores: Scores, counts: RankCounts, central: Floats, confidence: Floats) -> Acceptability:
    by_replicate = counts.acceptability()
    return Acceptability(
        options=scores.options,
        criteria=scores.criteria,
        ranks=by_replicate.mean(axis=0),
        errors=by_replicate.std(axis=0, ddof=1) / np.sqrt(REPLICATES),
        central_weights=central,
        confidence=confidence,
    )


def _confidence(
    scores: Scores, central: Mapping[str, Floats], chunks: Iterator[tuple[int, Floats]]
) -> dict[str, Floats]:
    """The share of the draws of scores in which an option is first, ties shared, when its central weights hold."""
    shape = {"options": len(scores.options), "criteria": len(scores.criteria)}
    if not central:
        return {}
    counts = {name: [RankCounts(**shape) for _ in scores.options] for name in central}
    for replicate, values in chunks:
        exact = on_grid(values)
        for name, weights in central.items():
            for option in np.flatnonzero(~np.isnan(weights[:, 0])).tolist():
                beats = ahead(_sums(exact, on_grid(weights[option][:, None])))
                counts[name][option].add(replicate, beats)
    return {name: np.array([one.first(row) for row, one in enumerate(found)]) for name, found in counts.items()}


def _sums(values: Floats, weights: Floats) -> Floats:
    """Weighted sums of whole numbers of steps."""
    total = values[:, 0] * weights[0]
    for row in range(1, len(weights)):
        total += values[:, row] * weights[row]
    return np.asarray(total, dtype=np.float64)
