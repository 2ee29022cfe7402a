"""From a published hazard ratio to the risk of renewed war with the force, its reduction and what it costs.

A published hazard ratio comes from civil wars. Only a share of its logarithm, the weight, is carried over.
Source: Fortna 2004 and 2008 (hazard ratios and the base rate of international wars).

The numbers that are sampled are assumptions, what carries over by option and level, and yearly costs; the steps lead
from them to what is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from peacebrief.feasibility.duration.survival import cost_over
from peacebrief.feasibility.given import FeasibilityInputs, Option, at_level, judged
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, fact_id, number_of
from peacebrief.uncertainty.arrays import Number, checked_positive, checked_probability
from peacebrief.uncertainty.distributions import Inverse
from peacebrief.uncertainty.inverse_table import lognormal
from peacebrief.uncertainty.power import power

# ASSUME: the force multiplies the hazard of renewed war by the same ratio throughout the horizon.

RATIO, UNADJUSTED, RISK, LOSS = "hazard_ratio", "hazard_ratio_unadjusted", "risk_without_force", "recovery_needs"
CARRY_OVER, YEARLY = "carry_over", "yearly_cost"

# ASSUME: how much of the evidence carries over is one unknown: options and levels differ in the range it is drawn
# from, and a draw that is low for one is low for all.
# ASSUME: the yearly cost of an option is drawn anew between the quantiles that logistics found for it, as a
# lognormal on either side of the median; a draw that is dear for one option is dear for all.

RATIO_METHOD = "Published hazard ratio to the power of the share of the evidence that carries over."
RISK_METHOD = "One less the chance of peace without the force to the power of the hazard ratio."
REDUCTION_METHOD = "Risk of renewed war within the planning horizon without the force, less that with it."
WEIGHTS = (0.0, 1 / 3, 1.0)

# ASSUME: the base rate of renewed war after international wars is read as the risk within the planning horizon.


def transferred_hazard_ratio(*, hazard_ratio: Number, weight: Number) -> Number:
    """The hazard ratio after only `weight` (0 to 1) of the evidence is carried over: HR to the power of the weight."""
    checked_probability(weight, name="weight of the evidence")
    return power(checked_positive(hazard_ratio, name="hazard ratio"), weight)


def risk_with_force(*, risk_without: Number, hazard_ratio: Number) -> Number:
    """The probability of renewed war within the horizon with the force there, from that without it."""
    checked_probability(risk_without, name="risk without the force")
    checked_positive(hazard_ratio, name="hazard ratio")
    return 1 - power(1 - risk_without, hazard_ratio)


def risk_reduction(*, risk_without: Number, risk_with: Number) -> Number:
    """By how much the force lowers the probability of renewed war (a difference of probabilities)."""
    return risk_without - risk_with


def durability_numbers(inputs: FeasibilityInputs, costs: Mapping[str, Mapping[str, Any]]) -> dict[str, Sampled]:
    """Every number, by id: assumptions by their own, `carry_over.<option>.<level>` and `yearly_cost.<option>`."""
    assumed = (inputs.quantity(name) for name in (RATIO, UNADJUSTED, RISK, LOSS))
    found = [*(sampled(one, ties=inputs.ties) for one in assumed), *_carried(inputs)]
    found += [_cost(inputs, option.id, costs[option.id]) for option in inputs.options if option.id in costs]
    return {one.id: one for one in found}


def _carried(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    for option in inputs.options:
        for level in inputs.us_levels:
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


def difference(*, most: Number, least: Number) -> Number:
    """How much more one reduction of risk is than another."""
    return most - least


def option_steps(inputs: FeasibilityInputs, option: Option, known: set[str]) -> Iterator[Step]:
    """Every level of one option, the difference between the last and the first, and the cost over the horizon."""
    levels = [level for level in inputs.us_levels if f"{CARRY_OVER}.{option.id}.{level}" in known]
    for level in levels:
        carried = f"{CARRY_OVER}.{option.id}.{level}"
        yield from _chain(carried, RATIO, "{option}.{level}", at_level(option, level), "{option}, {level}")
    if len(levels) > 1:
        yield Step(
            id=f"deterrence_difference.{option.id}",
            formula=difference,
            takes={"most": f"reduction.{option.id}.{levels[-1]}", "least": f"reduction.{option.id}.{levels[0]}"},
            unit="probability",
            label="how much more the risk of renewed war falls with most than with least American support, {option}",
            method="Reduction of risk at the last level of support, less that at the first, in the same draws.",
            family="feasibility.deterrence_difference.{option}",
            about={"option": option},
        )
    if option.us_level in levels:
        carried = f"{CARRY_OVER}.{option.id}.{option.us_level}"
        yield from _chain(
            carried, UNADJUSTED, "unadjusted.{option}", {"option": option}, "{option}, unadjusted evidence"
        )
    if f"{YEARLY}.{option.id}" in known:
        yield Step(
            id=f"whole_cost.{option.id}",
            formula=cost_over,
            takes={"annual_cost": f"{YEARLY}.{option.id}", "years": "planning_horizon"},
        )


def weight_steps() -> Iterator[Step]:
    """The reduction of risk where none, a third and all of the evidence carries over."""
    for weight in WEIGHTS:
        percent = f"{100 * weight:.0f}"
        yield Step(
            id=f"ratio.at.{percent}",
            formula=transferred_hazard_ratio,
            takes={"hazard_ratio": RATIO},
            constants=(("weight", weight),),
        )
        yield from _risks(f"ratio.at.{percent}", f"at.{percent}", "", ABOUT_NOTHING, "")
        yield Step(
            id=f"reduction.at.{percent}",
            formula=risk_reduction,
            takes={"risk_without": RISK, "risk_with": f"risk_with.at.{percent}"},
            unit="probability",
            label="reduction of the risk of renewed war if {percent}% of the evidence carries over",
            method=REDUCTION_METHOD,
            family="feasibility.reduction_at_carry_over.{percent}",
            about={"percent": number_of(100 * weight)},
        )


def _chain(carried: str, evidence: str, pattern: str, about: About, told: str) -> Iterator[Step]:
    name = fact_id(pattern, about)
    yield Step(
        id=f"ratio.{name}",
        formula=transferred_hazard_ratio,
        takes={"hazard_ratio": evidence, "weight": carried},
        unit="ratio",
        label=f"hazard of renewed war with the force, as a multiple, {told}",
        method=RATIO_METHOD,
        family=f"feasibility.hazard_ratio.{pattern}",
        about=about,
    )
    yield from _risks(f"ratio.{name}", name, f"feasibility.risk_with_force.{pattern}", about, told)
    yield Step(
        id=f"reduction.{name}",
        formula=risk_reduction,
        takes={"risk_without": RISK, "risk_with": f"risk_with.{name}"},
        unit="probability",
        label=f"reduction of the risk of renewed war, {told}",
        method=REDUCTION_METHOD,
        family=f"feasibility.reduction.{pattern}",
        about=about,
    )


def _risks(ratio: str, name: str, family: str, about: About, told: str) -> Iterator[Step]:
    yield Step(
        id=f"risk_with.{name}",
        formula=risk_with_force,
        takes={"risk_without": RISK, "hazard_ratio": ratio},
        unit="probability",
        label=f"risk of renewed war with the force, {told}",
        method=RISK_METHOD,
        family=family,
        about=about,
    )
