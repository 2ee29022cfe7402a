"""The options scored on every criterion, each at one level of support by the United States."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.measure import Measure
from peacebrief.feasibility.measures import scored
from peacebrief.feasibility.score_sources import Scored, Sources
from peacebrief.feasibility.scores import Scores
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.replicates import PUBLISHED, Spread, standard_error

# Draws that the quantiles of a score are read from; a ranking takes all of them.
LOOKED_AT = 2**14


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """The scores of all options, and what each came from, by option and criterion."""

    scores: Scores
    because: Mapping[tuple[str, str], tuple[str, ...]]


def scoring(sources: Sources, levels: Mapping[str, str]) -> Scoring:
    """Every option at its level in `levels`. Raises ValueError where a score is missing."""
    found: dict[tuple[str, str], Scored] = {
        (option.id, criterion.id): scored(sources, criterion, option, levels[option.id])
        for option in sources.inputs.options
        for criterion in sources.inputs.criteria
    }
    scales = {criterion.id: criterion.scale for criterion in sources.inputs.criteria}
    return Scoring(
        scores=Scores(measures={cell: one.measure for cell, one in found.items()}, scales=scales),
        because={cell: one.because for cell, one in found.items()},
    )


def measure_spreads(scores: Scores, *, draws: int, seed: int) -> dict[tuple[str, str], Spread]:
    """p5, p50 and p95 of every measure, in its own unit."""
    found: dict[tuple[str, str], list[Floats]] = {}
    for uniforms in _uniforms(scores, min(draws, LOOKED_AT), seed):
        for option in scores.options:
            for criterion in scores.criteria:
                drawn = _drawn(scores.measure(option, criterion), uniforms)
                found.setdefault((option, criterion), []).append(drawn)
    return {cell: _spread(replicates) for cell, replicates in found.items()}


def _uniforms(scores: Scores, draws: int, seed: int) -> Iterator[Mapping[str, Floats]]:
    for _, uniforms in design(scores.uncertain(), draws, seed).chunks(draws):
        yield uniforms


def _drawn(measure: Measure, uniforms: Mapping[str, Floats]) -> Floats:
    return np.array([measure.central]) if measure.draw is None else measure.draw(uniforms)


def _spread(replicates: list[Floats]) -> Spread:
    p5, p50, p95 = np.quantile(np.concatenate(replicates), PUBLISHED).tolist()
    return Spread(p5, p50, p95, standard_error([float(np.median(one)) for one in replicates]))
