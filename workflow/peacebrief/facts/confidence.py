"""Confidence in the size of a force: evidence times agreement, in its own words, never mixed with likelihood.

Evidence is good where a method that fits a role predicts missions of its kind that it has not seen better than a
constant guess does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import Named
from peacebrief.reasoning.wording import Confidence
from peacebrief.sizing.history.skill import LARGEST_CHANCE

# Each rule that history can test, and the constant guess on the same missions.
CONSTANT = {
    "per_line_km": "constant_line",
    "log_linear_line": "constant_line",
    "per_1000_population": "constant_population",
    "log_linear_population": "constant_population",
    "mandate_and_threat": "constant_all",
}

GRADES: tuple[Confidence, ...] = ("low", "medium", "high")

# ASSUME: methods agree well where the largest middle result is at most twice the smallest, fairly up to five times.
WELL, FAIRLY = 2.0, 5.0
FEWEST = 2
# ASSUME: evidence is graded low where no method that fits a role has beaten a constant on missions of its kind, else
# medium; one method alone agrees with nobody, so that agreement is low.


def tested(facts: Mapping[str, Fact]) -> list[str]:
    """The rules with a score, where there are missions enough to test them."""
    return [rule for rule in CONSTANT if _score_id(rule) in facts and _score_id(CONSTANT[rule]) in facts]


def beats_constant(rule: str, facts: Mapping[str, Fact]) -> bool:
    """Whether luck alone would hardly make a rule miss missions left out by so much less than the constant does."""
    return float(facts[_luck_id(rule)].value or 0) <= LARGEST_CHANCE


def skill_facts(facts: Mapping[str, Fact]) -> list[Fact]:
    """How many rules were tested, how many of them beat a constant guess, and each typical error as a factor."""
    rules = tested(facts)
    scores = score_origins(facts)
    winners = sum(beats_constant(rule, facts) for rule in rules)
    lucky = tuple(f"fact:{_luck_id(rule)}" for rule in rules)
    beating = (
        "Count of rules whose misses of missions left out are smaller than the constant guess's, mission by mission: "
        "exact paired test, one-sided, 5%."
    )
    return [
        _count("sizing.rules_tested", "Rules tested on missions left out", len(rules), "Count of the rules.", scores),
        _count("sizing.rules_that_beat_the_constant", "Rules that beat a constant guess", winners, beating, lucky),
        *(_factor(rule, facts) for rule in sorted({*rules, *(CONSTANT[rule] for rule in rules)})),
    ]


def score_origins(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The scores that skill rests on."""
    rules = tested(facts)
    return tuple(f"fact:{_score_id(rule)}" for rule in sorted({*rules, *(CONSTANT[rule] for rule in rules)}))


def _score_id(rule: str) -> str:
    return f"sizing.validation.{rule}.median_abs_log10_error"


def _luck_id(rule: str) -> str:
    return f"sizing.validation.{rule}.luck"


def _error(rule: str, facts: Mapping[str, Fact]) -> float:
    return float(facts[_score_id(rule)].value or 0)


def _factor(rule: str, facts: Mapping[str, Fact]) -> Fact:
    return fact_about(
        "sizing.error_factor.{rule}",
        {"rule": Named(rule, facts[_score_id(rule)].names["rule"])},
        label="Typical error on missions left out, as a factor: {rule}",
        unit="ratio",
        kind="number",
        value=10 ** _error(rule, facts),
        method="Ten to the power of the median error of the decimal logarithm.",
        because=(f"fact:{_score_id(rule)}",),
    )


def _count(fact_id: str, label: str, count: int, method: str, because: tuple[str, ...]) -> Fact:
    return Fact(
        id=fact_id, label=label, unit="count", kind="number", value=float(count), method=method, because=because
    )


def agreement(*, largest: float, smallest: float, methods: int) -> Confidence:
    """How well methods agree, from their largest and smallest middle results and their number."""
    ratio = largest / smallest
    return "low" if methods < FEWEST or ratio > FAIRLY else "high" if ratio <= WELL else "medium"


def confidence(*, agreed: Confidence, evidence: Confidence) -> Confidence:
    """The lower of agreement and evidence."""
    return GRADES[min(GRADES.index(agreed), GRADES.index(evidence))]


def confidence_facts(
    *, roles: Sequence[str], methods: Sequence[Mapping[str, Any]], facts: Mapping[str, Fact]
) -> list[Fact]:
    """Confidence in the force of each role, and the ratio between methods that it rests on."""
    found: list[Fact] = []
    for role in roles:
        middles = {name: facts[f"sizing.method.{name}.{role}"].p50 or 0.0 for name in fitting(methods, role)}
        about = {"role": Named(role, facts[f"sizing.force.{role}"].names["role"])}
        ratio = _ratio(about, middles)
        found += [ratio, _grade(about, middles, ratio, facts[f"sizing.methods_with_skill.{role}"])]
    return found


def fitting(methods: Sequence[Mapping[str, Any]], role: str) -> list[str]:
    """The methods that fit a role, from the table of roles and methods."""
    return [str(row["method"]) for row in methods if row["role"] == role and row["fits"] == "yes"]


def _ratio(about: Mapping[str, Named], middles: Mapping[str, float]) -> Fact:
    return fact_about(
        "sizing.agreement.{role}",
        about,
        label="{role}: largest over smallest middle result of the methods",
        unit="ratio",
        kind="number",
        value=max(middles.values()) / min(middles.values()),
        method="Largest middle result (median) of the methods that fit divided by the smallest.",
        because=tuple(f"fact:sizing.method.{name}.{about['role'].id}" for name in middles),
    )


def _grade(about: Mapping[str, Named], middles: Mapping[str, float], ratio: Fact, skilled: Fact) -> Fact:
    agreed = agreement(largest=max(middles.values()), smallest=min(middles.values()), methods=len(middles))
    return fact_about(
        "sizing.confidence.{role}",
        about,
        label="{role}: confidence in the size of the force",
        unit="words",
        kind="words",
        value=confidence(agreed=agreed, evidence="medium" if skilled.value else "low"),
        method="The lower of two grades: how well the methods agree, and whether any that fits beats a constant guess.",
        because=(f"fact:{ratio.id}", f"fact:{skilled.id}"),
    )
