"""The ranking again by rules that do not let strength on one criterion pay for weakness on another.

They run on the same draws of scores and weights.
Source: Brans and Vincke 1985 (PROMETHEE II); Dubois, Fargier and Prade 1996 (leximin).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, Viewpoint, weight_chunks
from peacebrief.feasibility.ranking.ranks import GRID, RankCounts, ahead, on_grid
from peacebrief.feasibility.ranking.scores import Scores, score_chunks
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Booleans, Floats
from peacebrief.uncertainty.draws import ROWS

# Coarser than the grid of weights, so that flows over many options still add up exactly.
DEGREES = 2.0**22


def weakest_link(values: Floats) -> Floats:
    """The lowest value (options, draws) of each option over its criteria; `values` is (options, criteria, draws)."""
    return np.asarray(values.min(axis=1), dtype=np.float64)


def ahead_by_weakest_link(values: Floats) -> Booleans:
    """Where (options, options, draws) the first option's weakest criterion is better than the second's.

    Equal weakest criteria are set aside and the next weakest compared, until one differs. Weights play no part.
    """
    rising = np.sort(on_grid(values), axis=1)
    found = np.zeros((len(values), len(values), values.shape[2]), dtype=np.bool_)
    level = np.ones_like(found)
    for place in range(values.shape[1]):
        mine, theirs = rising[:, None, place], rising[None, :, place]
        found |= level & (mine > theirs)
        level &= mine == theirs
    return found


def net_flows(*, values: Floats, weights: Floats, indifference: float = 0.0, preference: float = 0.0) -> Floats:
    """PROMETHEE II net outranking flows (options, draws), -1 to 1, from values (options, criteria, draws).

    On each criterion a lead of up to `indifference` counts for nothing, one above `preference` in full, and between
    the two by a straight line; leads and thresholds are in value (0-1). `weights` is (criteria, draws). With both
    thresholds at zero any lead counts in full; an option alone has a flow of zero. Raises ValueError unless
    0 <= indifference <= preference.
    """
    if not 0 <= indifference <= preference or not len(values):
        raise ValueError("outranking needs an option and thresholds with 0 <= indifference <= preference")
    draws = np.broadcast_shapes(values.shape[2:], weights.shape[1:])
    total = np.zeros((len(values), *draws))
    for row in range(len(weights)):
        lead = values[:, None, row] - values[None, :, row]
        degree = np.rint(_preferred(lead, indifference, preference) * DEGREES)
        # Whole numbers of steps add up exactly in any order.
        total += (degree.sum(axis=1) - degree.sum(axis=0)) * on_grid(weights[row])
    return np.asarray(total / (DEGREES * GRID) / max(len(values) - 1, 1), dtype=np.float64)


def _preferred(lead: Floats, indifference: float, preference: float) -> Floats:
    full = lead > preference
    if preference == indifference:
        return full.astype(np.float64)
    part = np.clip((lead - indifference) / (preference - indifference), 0.0, 1.0)
    return np.where(full, 1.0, part)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """Shares of draws (options, ranks) by weakest link and by PROMETHEE II; rows and columns add up to one."""

    options: tuple[str, ...]
    weakest_link: Floats
    outranking: Floats

    def leaders(self) -> tuple[str, str]:
        """The option most often first by weakest link, and by outranking; of equal ones the first by name."""
        weakest, outranking = (int(np.argmax(ranks[:, 0])) for ranks in (self.weakest_link, self.outranking))
        return self.options[weakest], self.options[outranking]


def cross_check(
    *,
    scores: Scores,
    draws: int,
    seed: int,
    viewpoint: Viewpoint = WHOLE_SIMPLEX,
    indifference: float = 0.0,
    preference: float = 0.0,
    ties: Mapping[str, Tie] | None = None,
    rows: int = ROWS,
) -> CrossCheck:
    """Ranks by the two rules on the draws that `smaa` uses.

    Weights enter the outranking only. Raises ValueError as `smaa`, and for thresholds out of order.
    """
    size = {"options": len(scores.options), "criteria": len(scores.criteria)}
    weakest, outranking = RankCounts(**size), RankCounts(**size)
    values = score_chunks(scores, draws=draws, seed=seed, ties=ties, rows=rows)
    weights = weight_chunks(viewpoint, criteria=scores.criteria, draws=draws, seed=seed, rows=rows)
    for (replicate, drawn), weighing in zip(values, weights, strict=True):
        flows = net_flows(values=drawn, weights=weighing, indifference=indifference, preference=preference)
        weakest.add(replicate, ahead_by_weakest_link(drawn))
        outranking.add(replicate, ahead(flows))
    return CrossCheck(
        options=scores.options,
        weakest_link=weakest.acceptability().mean(axis=0),
        outranking=outranking.acceptability().mean(axis=0),
    )
