"""How far a score, or the weight of a criterion, must move before another option is most often first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from peacebrief.feasibility.ranks import GRID, RankCounts, ahead, on_grid
from peacebrief.feasibility.scores import Scores, score_chunks
from peacebrief.feasibility.smaa import utilities
from peacebrief.feasibility.switching import Driver, Switch, switching_values
from peacebrief.feasibility.viewpoints import WHOLE_SIMPLEX, Viewpoint, weight_chunks
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats


def leader_switches(
    scores: Scores,
    drivers: Sequence[Driver],
    *,
    draws: int,
    seed: int,
    viewpoint: Viewpoint = WHOLE_SIMPLEX,
    ties: Mapping[str, Tie] | None = None,
) -> tuple[Switch, ...]:
    """For each driver, a measure of the scores by its id: the value at which another option is most often first.

    All other scores and the weights keep their draws, which are kept in memory. Raises ValueError for an unknown
    measure.
    """
    values, weights = _values(scores, draws, seed, ties), _weights(scores, viewpoint, draws, seed)
    usual = _leader(values, weights)

    def another_leads(measure: str, value: float) -> bool:
        return _leader(_held(scores, values, measure, value), weights) != usual

    # ASSUME: as one score rises, the lead changes hands once at most.
    return switching_values(drivers, reached=another_leads, steps=1)


def weight_switches(
    scores: Scores, weights: Sequence[Driver], *, draws: int, seed: int, ties: Mapping[str, Tie] | None = None
) -> tuple[Switch, ...]:
    """For each criterion, by its name: the weight (0-1) at which another option leads than at its central weight.

    The other criteria share the rest of the weight in every way alike; a criterion alone has all of it, and no switch.
    """
    if len(scores.criteria) < 2:
        return ()
    values = _values(scores, draws, seed, ties)

    @cache
    def sums(criterion: str) -> tuple[Floats, Floats]:
        """Weighted sums of the other criteria alone, and the value of this one in the same steps."""
        without = Viewpoint(id=criterion, low={criterion: 0.0}, high={criterion: 0.0})
        rest = utilities(values=values, weights=_weights(scores, without, draws, seed))
        return rest, on_grid(values[:, scores.criteria.index(criterion)]) * GRID

    def leader(criterion: str, weight: float) -> int:
        rest, own = sums(criterion)
        return _first((1 - weight) * rest + weight * own)

    usual = {driver.id: leader(driver.id, driver.central) for driver in weights}
    return switching_values(weights, reached=lambda name, value: leader(name, value) != usual[name])


def _leader(values: Floats, weights: Floats) -> int:
    """The row of the option most often first; of equal ones the first by name."""
    return _first(utilities(values=values, weights=weights))


def _first(marks: Floats) -> int:
    """The row most often first in marks (options, draws)."""
    counts = RankCounts(options=len(marks), criteria=1)
    counts.add(0, ahead(marks))
    return int(np.argmax([counts.first(option) for option in range(len(marks))]))


def _held(scores: Scores, values: Floats, measure: str, value: float) -> Floats:
    """The values with every measure of this id at one value."""
    cells = [cell for cell, one in scores.measures.items() if one.id == measure]
    if not cells:
        raise ValueError(f"no measure of the scores is called {measure}")
    held = values.copy()
    for option, criterion in cells:
        place = scores.options.index(option), scores.criteria.index(criterion)
        held[place] = scores.scales[criterion](value)
    return held


def _values(scores: Scores, draws: int, seed: int, ties: Mapping[str, Tie] | None) -> Floats:
    chunks = [values for _, values in score_chunks(scores, draws=draws, seed=seed, ties=ties)]
    return np.concatenate(chunks, axis=2) if scores.uncertain() else chunks[0]


def _weights(scores: Scores, viewpoint: Viewpoint, draws: int, seed: int) -> Floats:
    return np.concatenate(list(weight_chunks(viewpoint, criteria=scores.criteria, draws=draws, seed=seed)), axis=1)
