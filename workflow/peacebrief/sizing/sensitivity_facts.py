"""Facts about what drives the size of the force, the choice of method included."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.reasoning.record import Record, record
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.results import Findings

INDEX_METHOD = (
    "Variance of the mean of the decimal logarithm of the force over classes of equal probability of the input, "
    "divided by its variance over all draws and methods. Inputs that follow a common factor share what they explain."
)
CHOICE_METHOD = (
    "Variance, over the methods and with their weights, of the mean decimal logarithm of the force, divided by its "
    "variance over all draws and methods."
)
METHOD_CHOICE = "method_choice"
STREAMS = {
    "statistical_residual": "spread of past missions around the regression",
    "published_proposal": "which proposal is taken",
}


def first_order(found: Findings, role: Role) -> dict[str, float]:
    """The share of the variance of log force that each input explains by itself, and the choice of method."""
    mixture = f"force.{role.id}"
    parts = found.plan.mixtures[mixture]
    total = sum(parts.values())
    weights = {step: weight / total for step, weight in parts.items()}
    moments = found.draws.moments
    mean = sum(weight * moments.mean(step) for step, weight in weights.items())
    variance = sum(weight * moments.mean_square(step) for step, weight in weights.items()) - mean**2
    if variance <= 0:
        return {}
    between = sum(weight * (moments.mean(step) - mean) ** 2 for step, weight in weights.items())
    indices = {METHOD_CHOICE: between / variance}
    for stream in found.draws.inputs_of[mixture]:
        indices[stream] = found.draws.classes.variance_of_means(mixture, stream) / variance
    return indices


def sensitivity_facts(found: Findings, role: Role) -> Iterator[Record]:
    """First-order indices of a role, one an input."""
    for name, share in first_order(found, role).items():
        chosen = name == METHOD_CHOICE
        told = "the choice of method" if chosen else STREAMS.get(name, name.replace("_", " "))
        yield record(
            f"sizing.sensitivity.{role.id}.{name}",
            label=f"{role.label}: share of the spread explained by {told}",
            unit="share",
            method=CHOICE_METHOD if chosen else INDEX_METHOD,
            because=[f"fact:sizing.force.{role.id}"],
            value=share,
        )
