"""Durability as steps: from a published hazard ratio to the risk with the force, its reduction and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.durability import risk_reduction, risk_with_force, transferred_hazard_ratio
from peacebrief.feasibility.durability_numbers import CARRY_OVER, RATIO, RISK, UNADJUSTED, YEARLY
from peacebrief.feasibility.horizon_cost import cost_over
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.naming import in_words
from peacebrief.feasibility.rows import Option
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Number

RATIO_METHOD = "Published hazard ratio to the power of the share of the evidence that carries over."
RISK_METHOD = "One less the chance of peace without the force to the power of the hazard ratio."
REDUCTION_METHOD = "Risk of renewed war within the planning horizon without the force, less that with it."
WEIGHTS = (0.0, 1 / 3, 1.0)

# ASSUME: the base rate of renewed war after international wars is read as the risk within the planning horizon.


def difference(*, most: Number, least: Number) -> Number:
    """How much more one reduction of risk is than another."""
    return most - least


def option_steps(inputs: FeasibilityInputs, option: Option, known: set[str]) -> Iterator[Step]:
    """Every level of one option, the difference between the last and the first, and the cost over the horizon."""
    levels = [level for level in inputs.us_levels if f"{CARRY_OVER}.{option.id}.{level}" in known]
    for level in levels:
        name, told = f"{option.id}.{level}", in_words(inputs, option, level)
        yield from _chain(f"{CARRY_OVER}.{name}", RATIO, name, told)
    if len(levels) > 1:
        yield Step(
            id=f"deterrence_difference.{option.id}",
            formula=difference,
            takes={"most": f"reduction.{option.id}.{levels[-1]}", "least": f"reduction.{option.id}.{levels[0]}"},
            unit="probability",
            label=f"how much more the risk of renewed war falls with most than with least American support,"
            f" {option.label}",
            method="Reduction of risk at the last level of support, less that at the first, in the same draws.",
            fact=f"feasibility.deterrence_difference.{option.id}",
        )
    if option.us_level in levels:
        carried = f"{CARRY_OVER}.{option.id}.{option.us_level}"
        yield from _chain(carried, UNADJUSTED, f"unadjusted.{option.id}", f"{option.label}, unadjusted evidence")
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
        yield from _risks(f"ratio.at.{percent}", f"at.{percent}", "", "")
        yield Step(
            id=f"reduction.at.{percent}",
            formula=risk_reduction,
            takes={"risk_without": RISK, "risk_with": f"risk_with.at.{percent}"},
            unit="probability",
            label=f"reduction of the risk of renewed war if {percent}% of the evidence carries over",
            method=REDUCTION_METHOD,
            fact=f"feasibility.reduction_at_carry_over.{percent}",
        )


def _chain(carried: str, evidence: str, name: str, told: str) -> Iterator[Step]:
    yield Step(
        id=f"ratio.{name}",
        formula=transferred_hazard_ratio,
        takes={"hazard_ratio": evidence, "weight": carried},
        unit="ratio",
        label=f"hazard of renewed war with the force, as a multiple, {told}",
        method=RATIO_METHOD,
        fact=f"feasibility.hazard_ratio.{name}",
    )
    yield from _risks(f"ratio.{name}", name, f"feasibility.risk_with_force.{name}", told)
    yield Step(
        id=f"reduction.{name}",
        formula=risk_reduction,
        takes={"risk_without": RISK, "risk_with": f"risk_with.{name}"},
        unit="probability",
        label=f"reduction of the risk of renewed war, {told}",
        method=REDUCTION_METHOD,
        fact=f"feasibility.reduction.{name}",
    )


def _risks(ratio: str, name: str, fact: str, told: str) -> Iterator[Step]:
    yield Step(
        id=f"risk_with.{name}",
        formula=risk_with_force,
        takes={"risk_without": RISK, "hazard_ratio": ratio},
        unit="probability",
        label=f"risk of renewed war with the force, {told}",
        method=RISK_METHOD,
        fact=fact,
    )
