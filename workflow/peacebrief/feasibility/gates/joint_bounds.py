"""What bounds the chance of all gates together whatever ties them, and how often a judged chance is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import fsum

from peacebrief.feasibility.gates.gate_facts import joint_because
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.gates.option_gates import JUDGED, Judged
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import Named
from peacebrief.uncertainty import Quantity

LEAST = "The chances of the gates added, less one for every gate but one; never below nought."
MOST = "The chance of the gate that is passed least often."
REACHES = (
    "Share of the judged range, a PERT distribution, at or above the threshold of the verdict: how likely the judged "
    "chance is thought to reach it."
)


def lowest_joint(chances: Collection[float]) -> float:
    """The least chance (0-1) that all of some events come about together."""
    return max(fsum(chances) - (len(chances) - 1), 0.0)


def highest_joint(chances: Collection[float]) -> float:
    """The greatest chance (0-1) that all of some events come about together."""
    return min(chances)


def share_reaching(quantity: Quantity, *, threshold: float) -> float:
    """The share (0-1) of a PERT distribution at or above a threshold. Raises ValueError where it has no range."""
    from scipy.special import betainc

    low, high = quantity.range()
    if not low < threshold <= high:
        return float(threshold <= low)
    rise = 1 + 4 * (quantity.central_point() - low) / (high - low)
    return float(1.0 - betainc(rise, 6 - rise, (threshold - low) / (high - low)))


def bound_facts(inputs: FeasibilityInputs, *, odds: Odds) -> Iterator[Record]:
    """The bounds of the joint chance, of every option at every level."""
    for option in inputs.options:
        for level in inputs.support_levels:
            chances = list(odds[option.id, level].gates.values())
            for name, label, method, value in (
                ("low", "least", LEAST, lowest_joint(chances)),
                ("high", "greatest", MOST, highest_joint(chances)),
            ):
                yield record(
                    f"feasibility.frechet_{name}.{{option}}.{{level}}",
                    inputs.at_level(option, level),
                    label=f"{label} chance that every gate is passed, whatever ties them, {{option}}, {{level}}",
                    unit="probability",
                    kind="probability",
                    method=method,
                    because=joint_because(inputs, option, level),
                    value=value,
                )


def reaching_facts(inputs: FeasibilityInputs, *, judged: Judged) -> Iterator[Record]:
    """How likely the judged chance of each judged gate is to reach each threshold, for every option as planned."""
    levels = inputs.thresholds
    named = {"not_feasible": levels.not_feasible, "conditional": levels.conditional, "feasible": levels.feasible}
    for option in inputs.options:
        for gate in (gate for gate in inputs.gates if gate.kind == JUDGED):
            chance = judged[gate.id, option.id, option.support_level]
            for name, threshold in named.items():
                percent = f"{100 * threshold:.0f}"
                yield record(
                    "feasibility.gate_at_least.{percent}.{gate}.{option}.{level}",
                    {
                        "percent": Named(percent, f"{percent} per cent"),
                        "gate": gate.subject,
                        **inputs.at_level(option, option.support_level),
                    },
                    label="chance that {gate} is judged {percent} likely or more, {option}, {level}",
                    unit="probability",
                    kind="probability",
                    method=REACHES,
                    because=[chance.origin, f"fact:feasibility.threshold.{name}"],
                    value=share_reaching(chance, threshold=threshold),
                )
