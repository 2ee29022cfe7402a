"""What each criterion is measured by, and the options scored on all of them, each at one level of support.

A measure is a judged score, the chance of a risk, or a result of the model: enablers, supply, cost, how long forces
stay, durability. The level is that of support by the patron.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.durability.hazard_ratio import YEARLY, between_quantiles, ratio_of
from peacebrief.feasibility.gates.option_gates import FED
from peacebrief.feasibility.given import Criterion, FeasibilityInputs, Option, judged
from peacebrief.feasibility.ranking.measure_source import Scored, Sources, from_quantity, measure_id, stream_of
from peacebrief.feasibility.ranking.public_support_measure import support_measure
from peacebrief.feasibility.ranking.scores import Measure, Scores, measured
from peacebrief.uncertainty import Quantity, design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.replicates import PUBLISHED, Spread, standard_error

BILLION = 1e9

# Draws that the quantiles of a score are read from; a ranking takes all of them.
LOOKED_AT = 2**14


def coverage_measure(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    """How much of the weakest critical enabler is there; 1 where none is critical."""
    chain = sources.chains.get((option.id, level))
    measure = Measure(id=measure_id(criterion, option), central=chain.whole.coverage if chain else 1.0)
    because = (f"fact:feasibility.enabler_coverage.{option.id}.{level}",) if chain else (option.origin,)
    return Scored(measure=measure, because=because)


def margin_measure(sources: Sources, criterion: Criterion, option: Option, _: str) -> Scored:
    """How many times the force can be fed in its fighting posture with the worst country or corridor lost."""
    fed, posture, size = sources.fed, option.fighting_posture, option.size
    measure = Measure(
        id=measure_id(criterion, option),
        central=float(fed.drawn(posture, 0.5)) / size,
        streams=(FED,),
        draw=lambda uniforms: fed.drawn(posture, uniforms[FED]) / size,
    )
    return Scored(measure=measure, because=(f"fact:logistics.largest_force_one_lost.{posture}", option.origin))


def cost_measure(sources: Sources, criterion: Criterion, option: Option, _: str) -> Scored:
    """Cost a year as a share of the defence budgets of all who may contribute."""
    inputs, cost = sources.inputs, sources.known[f"logistics.cost_per_year.{option.id}"]
    dollars = inputs.quantity("dollars_per_euro")
    budgets, origins = _budgets(inputs, option)
    factor = dollars.central_point() / (budgets * BILLION)
    p5, p50, p95 = (float(cost[part]) * factor for part in ("p5", "p50", "p95"))
    name, because = measure_id(criterion, option), (f"fact:{cost['id']}", dollars.origin, *origins)
    if not p5 < p50 < p95:
        return Scored(measure=Measure(id=name, central=p50), because=because)
    inverse = between_quantiles(p5=p5, p50=p50, p95=p95)
    measure = Measure(id=name, central=p50, streams=(YEARLY,), draw=lambda uniforms: inverse(uniforms[YEARLY]))
    return Scored(measure=measure, because=because)


def _budgets(inputs: FeasibilityInputs, option: Option) -> tuple[float, tuple[str, ...]]:
    """The defence budgets (billions of dollars) of all who may contribute, and their rows."""
    # ASSUME: the cost of an option is set against the defence budgets of all states that may contribute to it.
    members = [row for row in inputs.rows("option_contributors") if row["option"] == option.id]
    names = {str(row["contributor"]) for row in members}
    states = [row for row in inputs.rows("contributors") if row["id"] in names]
    total = sum(float(row["budget_usd_bn"] or 0) for row in states)
    if total <= 0:
        raise ValueError(f"no defence budget is given for any contributor to {option.id}")
    return total, tuple(str(row["origin"]) for row in (*members, *states))


def exit_measure(sources: Sources, criterion: Criterion, option: Option, _: str) -> Scored:
    """The share of past operations that had left by the planning horizon."""
    low, central, high = sources.durations.exit_by_horizon_span
    years = f"{sources.durations.horizon:g}"
    span = Quantity(id=stream_of(criterion), origin="", distribution="pert", low=low, central=central, high=high)
    parts = (f"fact:feasibility.still_there.{years}{part}" for part in ("", ".low", ".high"))
    return Scored(measure=measured(span, name=measure_id(criterion, option)), because=tuple(parts))


def durability_measure(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    """The hazard ratio of renewed war with the force there. Raises ValueError where nothing says what carries over."""
    central, streams, draw = ratio_of(sources.ratios, option, level)
    measure = Measure(id=measure_id(criterion, option), central=central, streams=streams, draw=draw)
    return Scored(measure=measure, because=(f"fact:feasibility.hazard_ratio.{option.id}.{level}",))


RISK = "risk:"
COMPUTED: Mapping[str, Callable[[Sources, Criterion, Option, str], Scored]] = {
    "enabler_coverage": coverage_measure,
    "supply_margin": margin_measure,
    "cost_share": cost_measure,
    "net_support": support_measure,
    "exit_by_horizon": exit_measure,
    "hazard_ratio": durability_measure,
}


def scored(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    """The measure of an option at a level. Raises ValueError where nothing gives one."""
    name = criterion.computed_by
    if name.startswith(RISK):
        return _risk(sources, criterion, option, level)
    if name and name not in COMPUTED:
        raise ValueError(f"{criterion.id}: no result of the model is called {name}")
    return COMPUTED[name](sources, criterion, option, level) if name else _judged(sources, criterion, option, level)


def _judged(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    # ASSUME: judged scores of two options on one criterion err apart from each other.
    row = sources.inputs.row_at("scores", option=option.id, criterion=criterion.id, level=level)
    if row is None:
        raise ValueError(f"no score is given for {option.id} on {criterion.id} at the level {level}")
    return from_quantity(criterion, option, judged(row, name=f"{stream_of(criterion)}.{option.id}"))


def _risk(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    # ASSUME: the doubt about the chance of a risk is common to all options.
    name = criterion.computed_by.removeprefix(RISK)
    row = sources.inputs.row_at("risk_chances", risk=name, option=option.id, level=level)
    if row is None:
        raise ValueError(f"no chance of the risk {name} is given for {option.id} at the level {level}")
    return from_quantity(criterion, option, judged(row, name=f"risk:{name}:probability"))


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
