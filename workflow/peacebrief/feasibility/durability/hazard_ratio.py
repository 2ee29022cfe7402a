"""From the hazard ratio of a size to the risk of renewed war with an option, its reduction and what it costs.

The ratio is that of the size that the option is judged at, on the curve of `size_outcome`. Only a share of its
logarithm, the weight, is carried over; what is judged of it by option and level lies between nothing and everything.
Source: Fortna 2004 and 2008 (hazard ratios).

The numbers that are sampled are those of the curve, what carries over by option and level, and yearly costs; the steps
lead from them to what is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs, Option, judged
from peacebrief.feasibility.size_outcome.size_effect import SIZE_RATIO, option_ratio_step, option_size
from peacebrief.feasibility.size_outcome.war_base_rate import BASE_RISK
from peacebrief.feasibility.size_outcome.war_risk import risk_with_force, transferred_hazard_ratio, war_risk_numbers
from peacebrief.reasoning.because import streams_of
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.reasoning.subject import About, Named, word
from peacebrief.uncertainty.arrays import Floats, Number
from peacebrief.uncertainty.distributions import Inverse
from peacebrief.uncertainty.inverse_table import lognormal

LOSS, CARRY_OVER, YEARLY = "recovery_needs", "carry_over", "yearly_cost"
CARRIED = f"{CARRY_OVER}.{{option}}.{{level}}"

# ASSUME: how much of the evidence carries over is one unknown: options and levels differ in the range it is drawn
# from, and a draw that is low for one is low for all.
# ASSUME: the yearly cost of an option is drawn anew between the quantiles that logistics found for it, as a
# lognormal on either side of the median; a draw that is dear for one option is dear for all.

node(
    "ratio.{option}.{level}",
    "hazard of renewed war with the force, as a multiple, {option}, {level}",
    "ratio",
    family="feasibility.hazard_ratio.{option}.{level}",
    hazard_ratio=f"{SIZE_RATIO}.of.{{option}}",
    weight=CARRIED,
)(transferred_hazard_ratio)
node(
    "risk_with.{option}.{level}",
    "risk of renewed war with the force, {option}, {level}",
    "probability",
    family="feasibility.risk_with_force.{option}.{level}",
    risk_without=BASE_RISK,
    hazard_ratio="ratio.{option}.{level}",
)(risk_with_force)


@node(
    "reduction.{option}.{level}",
    "reduction of the risk of renewed war, {option}, {level}",
    "probability",
    family="feasibility.reduction.{option}.{level}",
    signed=True,
    risk_without=BASE_RISK,
    risk_with="risk_with.{option}.{level}",
)
def risk_reduction(*, risk_without: Number, risk_with: Number) -> Number:
    """Risk of renewed war within the planning horizon without the force, less that with it."""
    return risk_without - risk_with


@node(
    "deterrence_difference.{option}",
    "how much more the risk of renewed war falls with most than with least {patron} support, {option}",
    "probability",
    family="feasibility.deterrence_difference.{option}",
    signed=True,
    most="reduction.{option}.{last}",
    least="reduction.{option}.{first}",
)
def difference(*, most: Number, least: Number) -> Number:
    """Reduction of risk at the last level of support, less that at the first, in the same draws."""
    return most - least


@node("whole_cost.{option}", tallied=True, annual_cost=f"{YEARLY}.{{option}}", years="planning_horizon")
def cost_over(*, annual_cost: Number, years: Number) -> Number:
    """Money over so many years of presence."""
    return annual_cost * years


@node("spared.{option}", reduction="reduction.{option}.{level}")
def spared(*, recovery_needs: Number, reduction: Number) -> Number:
    """Loss from renewed war times the reduction of its risk: what the force spares on average."""
    return recovery_needs * reduction


@node("per_euro.{option}", tallied=True, reduction="reduction.{option}.{level}", whole_cost="whole_cost.{option}")
def reduction_per_euro(*, reduction: Number, whole_cost: Number) -> Number:
    """Reduction of the risk, none where it rises, for each euro that the force costs over the horizon."""
    return cast("Number", np.where(reduction > 0, reduction, 0.0)[()]) / whole_cost


def durability_numbers(inputs: FeasibilityInputs, costs: Mapping[str, Mapping[str, Any]]) -> dict[str, Sampled]:
    """Every number, by id: the curve's by their own, `carry_over.<option>.<level>` and `yearly_cost.<option>`."""
    found = [*war_risk_numbers(inputs), sampled(inputs.quantity(LOSS), ties=inputs.ties), *_carried(inputs)]
    found += [option_size(option) for option in inputs.options]
    found += [_cost(inputs, option.id, costs[option.id]) for option in inputs.options if option.id in costs]
    return {one.id: one for one in found}


def _carried(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    for option in inputs.options:
        for level in inputs.support_levels:
            name = f"{CARRY_OVER}.{option.id}.{level}"
            row = inputs.row_at(CARRY_OVER, level=level, option=option.id)
            if row:
                yield sampled(judged(row, name=name), ties=inputs.ties, stream=CARRY_OVER)


def _cost(inputs: FeasibilityInputs, option: str, fact: Mapping[str, Any]) -> Sampled:
    p5, p50, p95 = (float(fact[part]) for part in ("p5", "p50", "p95"))
    origins = (f"fact:{fact['id']}", *inputs.tie_rows(YEARLY))
    inverse = between_quantiles(p5=p5, p50=p50, p95=p95) if p5 < p50 < p95 else None
    stream = YEARLY if inverse else ""
    return Sampled(id=f"{YEARLY}.{option}", origins=origins, central=p50, stream=stream, inverse=inverse)


def between_quantiles(*, p5: float, p50: float, p95: float) -> Inverse:
    """A lognormal on either side of the median that meets all three quantiles."""
    lower, upper = lognormal(p5=p5, p95=p50 * p50 / p5), lognormal(p5=p50 * p50 / p95, p95=p95)
    return lambda uniforms: np.where(uniforms < 0.5, lower(uniforms), upper(uniforms))


def option_steps(inputs: FeasibilityInputs, option: Option, known: set[str]) -> Iterator[Step]:
    """Every level of one option, the difference between the last and the first, and what the force costs and spares."""
    levels = [level for level in inputs.support_levels if f"{CARRY_OVER}.{option.id}.{level}" in known]
    if levels:
        yield option_ratio_step(inputs, option)
    for level in levels:
        yield from _chain(inputs.at_level(option, level))
    if len(levels) > 1:
        patron = Named("patron", str(inputs.called["patron"]["adjective"]))
        yield step_of(difference, option=option, patron=patron, first=word(levels[0]), last=word(levels[-1]))
    if option.support_level in levels:
        planned = inputs.at_level(option, option.support_level)
        if f"{YEARLY}.{option.id}" in known:
            for formula in (cost_over, spared, reduction_per_euro):
                yield step_of(formula, **planned)


def _chain(about: About) -> Iterator[Step]:
    """From the hazard ratio to the reduction of risk."""
    for formula in (transferred_hazard_ratio, risk_with_force, risk_reduction):
        yield step_of(formula, **about)


def ratio_of(
    drawn: Simulation, option: Option, level: str
) -> tuple[float, tuple[str, ...], Callable[[Mapping[str, Floats]], Floats]]:
    """The hazard ratio of an option at a level: central, the streams it varies with, and its values for uniforms.

    Raises ValueError where nothing says what carries over.
    """
    name = f"ratio.{option.id}.{level}"
    if name not in drawn.steps:
        raise ValueError(f"nothing says how much of the evidence carries over to {option.id} at the level {level}")
    chain = [drawn.steps[f"{SIZE_RATIO}.of.{option.id}"], drawn.steps[name]]
    taken = {source for step in chain for source in step.takes.values()} & drawn.sampled.keys()

    def draw(uniforms: Mapping[str, Floats]) -> Floats:
        values = {source: drawn.sampled[source].drawn(uniforms) for source in taken}
        return np.asarray(evaluate(chain, values)[name], dtype=np.float64)

    return drawn.central[name], streams_of([name], steps=drawn.steps, sampled=drawn.sampled), draw
