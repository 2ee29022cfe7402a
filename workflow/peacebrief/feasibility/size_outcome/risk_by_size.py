"""What the draws say of the risk by size besides its steps: how likely a force does harm, and the table of sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.feasibility.given import FeasibilityInputs, setting
from peacebrief.feasibility.size_outcome.size_effect import SIZE_RATIO, dose_forms
from peacebrief.feasibility.size_outcome.war_base_rate import base_rate_models
from peacebrief.feasibility.size_outcome.war_risk import BY_MODEL, CARRIES, WAR_RISK, war_sizes
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.subject import fact_id, number_of

RAISES = (
    "Share of draws in which the ratio is above one, at any size: the force provokes, or the effect in a case that was "
    "not studied goes the other way."
)
STUDIED = "The size at which the form of the studies by number of troops becomes level: beyond it they have no cases."
LINEAR = "linear"
BY_SIZE = ("troops", "carry", "p5", "p50", "p95")
OF_MODELS = ("base_rate", "troops", "p5", "p50", "p95")


def raises_fact(inputs: FeasibilityInputs, found: Simulation, *, raises: float) -> Iterator[Record]:
    """The chance that a force makes renewed war more likely."""
    largest = f"{SIZE_RATIO}.{war_sizes(inputs)[-1]:.0f}"
    yield record(
        "feasibility.raises_risk",
        label="chance that a force makes renewed war more likely",
        unit="probability",
        kind="probability",
        method=RAISES,
        because=[f"fact:{found.steps[largest].fact}"],
        value=raises,
    )


def studied_fact(inputs: FeasibilityInputs) -> Iterator[Record]:
    """The largest size that studies by number of troops reach, where such a form is among those of the case."""
    for form in dose_forms(inputs):
        if form.id == LINEAR:
            yield record(
                "feasibility.size_studied",
                label="largest size of force in studies by number of troops",
                unit="persons",
                method=STUDIED,
                because=[form.origin],
                value=form.scale,
            )


def size_facts(inputs: FeasibilityInputs) -> Iterator[Record]:
    """The sizes that the case asks for."""
    for troops in war_sizes(inputs):
        yield record(
            "feasibility.war_size.{troops}",
            {"troops": number_of(troops)},
            label="size of force whose risk of renewed war is told: {troops} soldiers",
            unit="persons",
            method="A size that the case asks for.",
            because=[setting("war_sizes")],
            value=troops,
        )


def size_rows(inputs: FeasibilityInputs, found: Simulation) -> Iterator[list[Any]]:
    """Every size with every share that carries over, at the quantiles."""
    for troops in war_sizes(inputs):
        for carry in CARRIES:
            risk = found.spread(f"{WAR_RISK}.{troops:.0f}.{carry.id}")
            yield [troops, carry.id, risk.p5, risk.p50, risk.p95]


def model_rows(inputs: FeasibilityInputs, found: Simulation) -> Iterator[list[Any]]:
    """Every model of the base rate with every size, a third carried over, at the quantiles."""
    for model in base_rate_models(inputs):
        for troops in war_sizes(inputs)[1:]:
            name = fact_id(BY_MODEL, {"model": model.subject, "troops": number_of(troops)})
            risk = found.spread(name)
            yield [model.id, troops, risk.p5, risk.p50, risk.p95]
