"""Criteria that a result of the model measures: enablers, supply, cost, how long forces stay, durability."""

from __future__ import annotations

import numpy as np

from peacebrief.feasibility.durability import transferred_hazard_ratio
from peacebrief.feasibility.durability_numbers import CARRY_OVER, RATIO, YEARLY, between_quantiles
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.measure import Measure, measured
from peacebrief.feasibility.option_gates import ONE_LOST
from peacebrief.feasibility.rows import Criterion, Option
from peacebrief.feasibility.score_sources import Scored, Sources, measure_id, stream_of
from peacebrief.uncertainty import Quantity

BILLION = 1e9


def coverage_measure(sources: Sources, criterion: Criterion, option: Option, level: str) -> Scored:
    """How much of the weakest critical enabler is there; 1 where none is critical."""
    chain = sources.chains.get((option.id, level))
    measure = Measure(id=measure_id(criterion, option), central=chain.whole.coverage if chain else 1.0)
    because = (f"fact:feasibility.enabler_coverage.{option.id}.{level}",) if chain else (option.origin,)
    return Scored(measure=measure, because=because)


def margin_measure(sources: Sources, criterion: Criterion, option: Option, _: str) -> Scored:
    """How many times the force can be fed with the worst country or corridor lost."""
    one_lost, posture, size = sources.one_lost, option.posture, option.size
    measure = Measure(
        id=measure_id(criterion, option),
        central=float(one_lost.drawn(posture, 0.5)) / size,
        streams=(ONE_LOST,),
        draw=lambda uniforms: one_lost.drawn(posture, uniforms[ONE_LOST]) / size,
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
    published, weight = sources.ratios[RATIO], sources.ratios.get(f"{CARRY_OVER}.{option.id}.{level}")
    if weight is None:
        raise ValueError(f"nothing says how much of the evidence carries over to {option.id} at the level {level}")
    measure = Measure(
        id=measure_id(criterion, option),
        central=float(transferred_hazard_ratio(hazard_ratio=published.central, weight=weight.central)),
        streams=tuple(sorted({published.stream, weight.stream} - {""})),
        draw=lambda uniforms: transferred_hazard_ratio(
            hazard_ratio=np.asarray(published.drawn(uniforms)), weight=np.asarray(weight.drawn(uniforms))
        ),
    )
    return Scored(measure=measure, because=(f"fact:feasibility.hazard_ratio.{option.id}.{level}",))
