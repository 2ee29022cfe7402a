"""The ranking again by rules that do not compensate, on the same draws of scores and weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.outranking import ahead_by_weakest_link, net_flows
from peacebrief.feasibility.ranks import RankCounts, ahead
from peacebrief.feasibility.scores import Scores, score_chunks
from peacebrief.feasibility.viewpoints import WHOLE_SIMPLEX, Viewpoint, weight_chunks
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS


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
