"""Confidence in the size of a force: evidence times agreement, in its own words, never mixed with likelihood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from peacebrief.facts.fact import Fact

Confidence = Literal["low", "medium", "high"]
GRADES: tuple[Confidence, ...] = ("low", "medium", "high")

# ASSUME: methods agree well where the largest central result is at most twice the smallest, fairly up to five times.
WELL, FAIRLY = 2.0, 5.0
# ASSUME: evidence is graded low where no method of sizing beats a constant guess on missions left out, else medium.

VALIDATED = ("per_line_km", "log_linear_line", "per_1000_population", "log_linear_population", "mandate_and_threat")


def agreement(*, largest: float, smallest: float) -> Confidence:
    """How well methods agree, from their largest and smallest central results."""
    ratio = largest / smallest
    return "high" if ratio <= WELL else "medium" if ratio <= FAIRLY else "low"


def confidence(*, agreed: Confidence, evidence: Confidence) -> Confidence:
    """The lower of agreement and evidence."""
    return GRADES[min(GRADES.index(agreed), GRADES.index(evidence))]


def confidence_facts(
    *, roles: Sequence[str], weights: Sequence[Mapping[str, Any]], facts: Mapping[str, Fact]
) -> list[Fact]:
    """Confidence in the force of each role, and the ratio between methods that it rests on."""
    found: list[Fact] = []
    for role in roles:
        methods = [row["method"] for row in weights if row["role"] == role and row["weight"] > 0]
        centrals = {name: facts[f"sizing.method.{name}.{role}"].central or 0.0 for name in methods}
        found += _role_facts(role, centrals, evidence=_evidence(facts))
    return found


def _evidence(facts: Mapping[str, Fact]) -> Confidence:
    return "medium" if any(beats_constant(model, facts) for model in VALIDATED) else "low"


def beats_constant(model: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a model's median error on left-out missions is below the constant's on the same missions."""
    score = facts.get(f"sizing.validation.{model}.median_abs_log10_error")
    constant = facts.get(f"sizing.validation.{CONSTANT[model]}.median_abs_log10_error")
    return score is not None and constant is not None and float(score.value or 0) < float(constant.value or 0)


CONSTANT = {
    "per_line_km": "constant_line",
    "log_linear_line": "constant_line",
    "per_1000_population": "constant_population",
    "log_linear_population": "constant_population",
    "mandate_and_threat": "constant_all",
}


def _role_facts(role: str, centrals: Mapping[str, float], *, evidence: Confidence) -> list[Fact]:
    largest, smallest = max(centrals.values()), min(centrals.values())
    because = tuple(f"fact:sizing.method.{name}.{role}" for name in centrals)
    scores = tuple(
        f"fact:sizing.validation.{model}.median_abs_log10_error" for model in (*VALIDATED, *set(CONSTANT.values()))
    )
    ratio = Fact(
        id=f"sizing.agreement.{role}", label=f"Largest over smallest central result of the methods, {role}",
        unit="ratio", kind="number", value=largest / smallest, because=because,
        method="Largest central result of the methods in the ensemble divided by the smallest.",
    )  # fmt: skip
    words = Fact(
        id=f"sizing.confidence.{role}", label=f"Confidence in the size of the force, {role}", unit="words",
        kind="words", value=confidence(agreed=agreement(largest=largest, smallest=smallest), evidence=evidence),
        because=(f"fact:{ratio.id}", *scores),
        method="The lower of two grades: how well the methods agree, and whether any of them beats a constant guess.",
    )  # fmt: skip
    return [ratio, words]
