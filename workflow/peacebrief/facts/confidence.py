"""Confidence in the size of a force: evidence times agreement, in its own words, never mixed with likelihood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peacebrief.facts.fact import Fact
from peacebrief.facts.skill import beats_constant, score_origins, tested
from peacebrief.reasoning.wording import Confidence

GRADES: tuple[Confidence, ...] = ("low", "medium", "high")

# ASSUME: methods agree well where the largest middle result is at most twice the smallest, fairly up to five times.
WELL, FAIRLY = 2.0, 5.0
# ASSUME: evidence is graded low where no rule of sizing beats a constant guess on missions left out, else medium.


def agreement(*, largest: float, smallest: float) -> Confidence:
    """How well methods agree, from their largest and smallest middle results."""
    ratio = largest / smallest
    return "high" if ratio <= WELL else "medium" if ratio <= FAIRLY else "low"


def confidence(*, agreed: Confidence, evidence: Confidence) -> Confidence:
    """The lower of agreement and evidence."""
    return GRADES[min(GRADES.index(agreed), GRADES.index(evidence))]


def confidence_facts(
    *, roles: Sequence[str], weights: Sequence[Mapping[str, Any]], facts: Mapping[str, Fact]
) -> list[Fact]:
    """Confidence in the force of each role, and the ratio between methods that it rests on."""
    evidence: Confidence = "medium" if any(beats_constant(rule, facts) for rule in tested(facts)) else "low"
    found: list[Fact] = []
    for role in roles:
        methods = [row["method"] for row in weights if row["role"] == role and row["weight"] > 0]
        middles = {name: facts[f"sizing.method.{name}.{role}"].p50 or 0.0 for name in methods}
        ratio = _ratio(role, middles)
        found += [ratio, _grade(role, middles, ratio, evidence, score_origins(facts))]
    return found


def _ratio(role: str, middles: Mapping[str, float]) -> Fact:
    return Fact(
        id=f"sizing.agreement.{role}",
        label=f"Largest over smallest middle result of the methods, {role}",
        unit="ratio",
        kind="number",
        value=max(middles.values()) / min(middles.values()),
        method="Largest middle result (median) of the methods in the ensemble divided by the smallest.",
        because=tuple(f"fact:sizing.method.{name}.{role}" for name in middles),
    )


def _grade(role: str, middles: Mapping[str, float], ratio: Fact, evidence: Confidence, scores: tuple[str, ...]) -> Fact:
    agreed = agreement(largest=max(middles.values()), smallest=min(middles.values()))
    return Fact(
        id=f"sizing.confidence.{role}",
        label=f"Confidence in the size of the force, {role}",
        unit="words",
        kind="words",
        value=confidence(agreed=agreed, evidence=evidence),
        method="The lower of two grades: how well the methods agree, and whether any rule beats a constant guess.",
        because=(f"fact:{ratio.id}", *scores),
    )
