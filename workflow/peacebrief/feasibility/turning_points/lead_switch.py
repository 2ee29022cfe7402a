"""How far a score, or the weight of a criterion, must move before another option is most often first.

As rows: the weights of the criteria, and the scores of the first two options.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from peacebrief.feasibility.given import Criterion, FeasibilityInputs, Option
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, Viewpoint, weight_chunks
from peacebrief.feasibility.ranking.option_ranking import Rankings
from peacebrief.feasibility.ranking.ranks import GRID, RankCounts, ahead, on_grid
from peacebrief.feasibility.ranking.scores import Scores, score_chunks
from peacebrief.feasibility.ranking.smaa import utilities
from peacebrief.feasibility.turning_points.gate_switch import SwitchRow
from peacebrief.feasibility.turning_points.switching_value import Driver, Switch, switching_values
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.uncertainty import Tie
from peacebrief.uncertainty.arrays import Floats

LOOKED_AT = 2**11


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


def lead_rows(inputs: FeasibilityInputs, scores: Scores, ranked: Rankings) -> Iterator[SwitchRow]:
    """Rows of the option most often first over the whole simplex; `target` is that option."""
    draws, leader = min(inputs.draws, LOOKED_AT), inputs.option(ranked.whole.leader())
    criteria = {criterion.id: criterion for criterion in inputs.criteria}
    weights = [Driver(id=name, low=0.0, central=one.weight[1], high=1.0) for name, one in criteria.items()]
    for switch in weight_switches(scores, weights, draws=draws, seed=inputs.seed, ties=inputs.ties):
        yield _weight_row(leader, criteria[switch.driver], switch)
    cells = {f"{option}/{name}": (option, name) for option in _first_two(ranked) for name in criteria}
    drivers = [_score_driver(scores, criteria[name], option) for option, name in cells.values()]
    for switch in leader_switches(scores, drivers, draws=draws, seed=inputs.seed, ties=inputs.ties):
        option, name = cells[switch.driver]
        today = scores.measure(option, name).central
        yield _score_row(leader, criteria[name], inputs.option(option), today, switch)


def _first_two(ranked: Rankings) -> list[str]:
    whole = ranked.whole
    order = sorted(range(len(whole.options)), key=lambda row: (-whole.ranks[row, 0], whole.options[row]))
    return [whole.options[row] for row in order[:2]]


def _score_driver(scores: Scores, criterion: Criterion, option: str) -> Driver:
    low, high = (end for end, _ in (criterion.scale.anchors[0], criterion.scale.anchors[-1]))
    central = min(max(scores.measure(option, criterion.id).central, low), high)
    return Driver(id=f"{option}/{criterion.id}", low=low, central=central, high=high)


def _weight_row(leader: Option, criterion: Criterion, switch: Switch) -> SwitchRow:
    low, central, high = criterion.weight
    return SwitchRow(
        option=leader.id,
        support_level=leader.support_level,
        kind="lead",
        target=leader.id,
        driver=f"weight.{criterion.id}",
        label=f"the weight of {uncapitalised(criterion.label)}",
        unit="share",
        today=central,
        switching=switch.value,
        reachable=switch.value is not None and low <= switch.value <= high,
        origins=(criterion.origin,),
    )


def _score_row(leader: Option, criterion: Criterion, option: Option, today: float, switch: Switch) -> SwitchRow:
    return SwitchRow(
        option=leader.id,
        support_level=leader.support_level,
        kind="lead",
        target=leader.id,
        driver=f"score.{criterion.id}.{option.id}",
        label=f"{uncapitalised(criterion.label)}, {option.label}",
        unit=criterion.unit_label,
        today=today,
        switching=switch.value,
        reachable=switch.value is not None,
        origins=(criterion.origin,),
    )
