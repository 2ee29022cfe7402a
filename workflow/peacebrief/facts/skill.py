"""Whether any rule of sizing predicts missions it has not seen better than a constant guess does."""

from __future__ import annotations

from collections.abc import Mapping

from peacebrief.facts.fact import Fact
from peacebrief.facts.rounding import rounded

# ASSUME: a rule beats the constant guess only where its typical error is smaller in the two digits that are printed.
# Each rule that history can test, and the constant guess on the same missions.
CONSTANT = {
    "per_line_km": "constant_line",
    "log_linear_line": "constant_line",
    "per_1000_population": "constant_population",
    "log_linear_population": "constant_population",
    "mandate_and_threat": "constant_all",
}


def tested(facts: Mapping[str, Fact]) -> list[str]:
    """The rules with a score, where there are missions enough to test them."""
    return [rule for rule in CONSTANT if _score_id(rule) in facts and _score_id(CONSTANT[rule]) in facts]


def beats_constant(rule: str, facts: Mapping[str, Fact]) -> bool:
    """Whether a rule's typical error on missions left out is below the constant's on the same missions, as printed."""
    return rounded(10 ** _error(rule, facts)) < rounded(10 ** _error(CONSTANT[rule], facts))


def skill_facts(facts: Mapping[str, Fact]) -> list[Fact]:
    """How many rules were tested, how many of them beat a constant guess, and each typical error as a factor."""
    rules = tested(facts)
    scores = score_origins(facts)
    winners = sum(beats_constant(rule, facts) for rule in rules)
    beating = "Count of rules whose typical error, in two digits, is below the constant guess's on the same missions."
    return [
        _count("sizing.rules_tested", "Rules tested on missions left out", len(rules), "Count of the rules.", scores),
        _count("sizing.rules_that_beat_the_constant", "Rules that beat a constant guess", winners, beating, scores),
        *(_factor(rule, facts) for rule in sorted({*rules, *(CONSTANT[rule] for rule in rules)})),
    ]


def score_origins(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The scores that skill rests on."""
    rules = tested(facts)
    return tuple(f"fact:{_score_id(rule)}" for rule in sorted({*rules, *(CONSTANT[rule] for rule in rules)}))


def _score_id(rule: str) -> str:
    return f"sizing.validation.{rule}.median_abs_log10_error"


def _error(rule: str, facts: Mapping[str, Fact]) -> float:
    return float(facts[_score_id(rule)].value or 0)


def _factor(rule: str, facts: Mapping[str, Fact]) -> Fact:
    return Fact(
        id=f"sizing.error_factor.{rule}",
        label=f"Typical error on missions left out, as a factor: {rule.replace('_', ' ')}",
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
