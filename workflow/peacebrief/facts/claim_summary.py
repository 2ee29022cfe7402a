"""What a sentence may say about all claims together: the tolerances of the rules and the count of each verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peacebrief.facts.claims import VERDICTS
from peacebrief.facts.fact import Fact


def rule_facts(rules: Mapping[str, float]) -> list[Fact]:
    """The tolerances of the rules, so that a sentence may name them."""
    labels = {"rounding_share": "Allowance for rounding", "close_share": "How close is close to the best figure"}
    return [
        Fact(
            id=f"claims.rule.{part}",
            label=label,
            unit="share",
            kind="probability",
            value=float(rules[part]),
            method="Chosen for the case, so that the rule agrees with the verdicts of a reader of the evidence.",
            because=("table:case.yaml#claims",),
        )
        for part, label in labels.items()
    ]


def count_facts(verdicts: Sequence[Fact]) -> list[Fact]:
    """How many claims met each verdict."""
    because = tuple(f"fact:{fact.id}" for fact in verdicts)
    return [
        Fact(
            id=f"claims.count.{verdict.replace(' ', '_')}",
            label=f"Claims judged {verdict}",
            unit="count",
            kind="number",
            value=float(sum(fact.value == verdict for fact in verdicts)),
            method="Count over the claims that a rule can judge.",
            because=because,
        )
        for verdict in VERDICTS
    ]
