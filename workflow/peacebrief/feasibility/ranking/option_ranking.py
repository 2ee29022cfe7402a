"""The ranking of the options: over the whole simplex of weights, within bounds, by viewpoint, without a criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, Viewpoint, foremost, weight_chunks
from peacebrief.feasibility.ranking.cross_check import CrossCheck, cross_check
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import Acceptability, smaa
from peacebrief.uncertainty.draws import ROWS

BOUNDED = "bounded"
WHOLE_LABEL, BOUNDED_LABEL = "any mix of weights", "weights within their bounds"
# Draws that printed weights are read from, and that the non-compensatory rules are tried on.
LOOKED_AT = 2**14
# Draws of a ranking: its shares are printed to two digits.
RANKED = 2**15
PUBLISHED = (0.05, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rankings:
    """Acceptabilities by weighting, the labels of the weightings in print, and the ranks without compensation.

    `without` has by criterion what is found where it is left out and the others have any weights.
    """

    draws: int
    weightings: Mapping[str, Viewpoint]
    labels: Mapping[str, str]
    found: Mapping[str, Acceptability]
    without: Mapping[str, Acceptability]
    crossed: CrossCheck

    @property
    def whole(self) -> Acceptability:
        """The ranking over the whole simplex."""
        return self.found[WHOLE_SIMPLEX.id]

    def crossed_ranks(self) -> dict[str, int]:
        """The place of each option by its weakest criterion: by its mean rank over the draws, ties by name."""
        ranks = self.crossed.weakest_link @ np.arange(1, len(self.crossed.options) + 1)
        order = sorted(range(len(ranks)), key=lambda row: (round(float(ranks[row]), 9), self.crossed.options[row]))
        return {self.crossed.options[row]: place for place, row in enumerate(order, start=1)}


def rankings(inputs: FeasibilityInputs, scores: Scores, *, rows: int = ROWS) -> Rankings:
    """Every weighting on the same draws of scores. Raises ValueError where no weights keep to the bounds."""
    draws = min(inputs.draws, RANKED)
    labels = {WHOLE_SIMPLEX.id: WHOLE_LABEL, BOUNDED: BOUNDED_LABEL, **viewpoint_labels(inputs)}
    weightings = {one.id: one for one in _weightings(inputs)}
    left_out = {criterion: left_out_of(criterion) for criterion in scores.criteria if len(scores.criteria) > 1}
    found = smaa(
        scores=scores,
        draws=draws,
        seed=inputs.seed,
        viewpoints=(*weightings.values(), *left_out.values()),
        confident_in=(WHOLE_SIMPLEX.id,),
        ties=inputs.ties,
        rows=rows,
    )
    looked = min(inputs.draws, LOOKED_AT)
    crossed = cross_check(scores=scores, draws=looked, seed=inputs.seed, ties=inputs.ties)
    without = {criterion: found[viewpoint.id] for criterion, viewpoint in left_out.items()}
    return Rankings(draws=draws, weightings=weightings, labels=labels, found=found, without=without, crossed=crossed)


def left_out_of(criterion: str) -> Viewpoint:
    """Any weights of all other criteria: every set of them alike."""
    return Viewpoint(id=f"without/{criterion}", high={criterion: 0.0})


def viewpoint_labels(inputs: FeasibilityInputs) -> dict[str, str]:
    """What the named viewpoints are called."""
    return {str(row["viewpoint"]): str(row["label"]) for row in inputs.rows("viewpoints")}


def drawn_weights(
    weighting: Viewpoint, *, criteria: Sequence[str], draws: int, seed: int
) -> Iterator[tuple[str, float, float, float]]:
    """By criterion the 5th percentile, the mean and the 95th percentile of the weights that a weighting draws."""
    chunks = weight_chunks(weighting, criteria=criteria, draws=min(draws, LOOKED_AT), seed=seed)
    weights = np.concatenate(list(chunks), axis=1)
    for criterion, drawn in zip(criteria, weights, strict=True):
        low, high = np.quantile(drawn, PUBLISHED).tolist()
        yield criterion, low, float(drawn.mean()), high


def _weightings(inputs: FeasibilityInputs) -> Iterator[Viewpoint]:
    names = [criterion.id for criterion in inputs.criteria]
    yield WHOLE_SIMPLEX
    yield Viewpoint(
        id=BOUNDED,
        low={criterion.id: criterion.weight[0] for criterion in inputs.criteria},
        high={criterion.id: criterion.weight[2] for criterion in inputs.criteria},
    )
    for viewpoint in viewpoint_labels(inputs):
        first = [str(row["criterion"]) for row in inputs.rows("viewpoints") if row["viewpoint"] == viewpoint]
        yield foremost(viewpoint=viewpoint, first=first, criteria=names)
