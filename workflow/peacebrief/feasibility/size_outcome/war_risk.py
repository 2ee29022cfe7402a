"""The risk of renewed war by size of force, with nothing, a third and all of the evidence carried over.

Almost all of it comes from civil wars. Source: Fortna 2004 and 2008.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.size_outcome.size_effect import (
    SIZE_RATIO,
    effect_numbers,
    form_steps,
    size_ratio_step,
)
from peacebrief.feasibility.size_outcome.war_base_rate import (
    BASE_RISK,
    base_rate_models,
    base_rate_numbers,
    base_rate_steps,
)
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.arrays import Number, checked_positive, checked_probability
from peacebrief.uncertainty.power import power

# ASSUME: the force multiplies the hazard of renewed war by the same ratio throughout the horizon.

NONE, THIRD, FULL = (
    Named("none", "nothing carried over"),
    Named("third", "a third carried over"),
    Named("full", "everything carried over"),
)
CARRIES = {NONE: 0.0, THIRD: 1 / 3, FULL: 1.0}
WAR_RISK = "war_risk"
BY_MODEL = f"{WAR_RISK}.by_model.{{model}}.{{troops}}"
LABEL = "risk of renewed war with {troops} soldiers, {carry}"
FAMILY = "feasibility.war_risk.{troops}.{carry}"


@node("carried.{troops}.{carry}", variant="by_size", hazard_ratio=f"{SIZE_RATIO}.{{troops}}")
def transferred_hazard_ratio(*, hazard_ratio: Number, weight: Number) -> Number:
    """Pooled hazard ratio at the size of the force to the power of the share of the evidence that carries over.

    That share is the `weight` (0 to 1).
    """
    checked_probability(weight, name="weight of the evidence")
    return power(checked_positive(hazard_ratio, name="hazard ratio"), weight)


@node(
    f"{WAR_RISK}.{{troops}}.{{carry}}",
    LABEL,
    "probability",
    family=FAMILY,
    variant="by_size",
    risk_without=BASE_RISK,
    hazard_ratio="carried.{troops}.{carry}",
)
def risk_with_force(*, risk_without: Number, hazard_ratio: Number) -> Number:
    """One less the chance of peace without the force to the power of the hazard ratio.

    Both risks are probabilities of renewed war within the horizon.
    """
    checked_probability(risk_without, name="risk without the force")
    checked_positive(hazard_ratio, name="hazard ratio")
    return 1 - power(1 - risk_without, hazard_ratio)


@node(f"{WAR_RISK}.{{troops}}.{{carry}}", LABEL, "probability", family=FAMILY, risk_without=BASE_RISK)
def unchanged_risk(*, risk_without: Number) -> Number:
    """The risk without a force: without troops, or where nothing carries over, there is no effect of size."""
    return risk_without


node(
    BY_MODEL,
    tallied=True,
    variant="by_model",
    risk_without=f"{BASE_RISK}.{{model}}",
    hazard_ratio=f"carried.{{troops}}.{THIRD.id}",
)(risk_with_force)


def war_risk_numbers(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    """Every number that the risk by size is drawn from, besides the planning horizon."""
    yield from base_rate_numbers(inputs)
    yield from effect_numbers(inputs)


def war_sizes(inputs: FeasibilityInputs) -> tuple[float, ...]:
    """The sizes of force (persons) whose risk is told, the first of which is none."""
    return tuple(float(size) for size in inputs.settings["war_sizes"])


def war_risk_steps(inputs: FeasibilityInputs) -> Iterator[Step]:
    """The base rate, the pooled effect, and every size with every share that carries over."""
    yield from base_rate_steps(inputs)
    yield from form_steps(inputs)
    for troops in war_sizes(inputs):
        if troops:
            yield size_ratio_step(inputs, troops)
        for carry, weight in CARRIES.items():
            about = {"troops": number_of(troops), "carry": carry}
            if troops and weight:
                yield step_of(transferred_hazard_ratio, {"weight": weight}, "by_size", **about)
                yield step_of(risk_with_force, {}, "by_size", **about)
            else:
                yield step_of(unchanged_risk, **about)
        if troops:
            for model in base_rate_models(inputs):
                yield step_of(risk_with_force, {}, "by_model", model=model.subject, troops=number_of(troops))
