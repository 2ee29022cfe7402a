"""What a sentence may say about all claims together: the tolerances of the rules and the count of each verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peacebrief.facts.claim_judgements import OPINION
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


def count_facts(*, ruled: Sequence[Fact], judged: Sequence[Fact], opinions: Sequence[Fact]) -> list[Fact]:
    """How many claims met each verdict: by rule, by judgement, and both together; and how many are opinions."""
    ways = {
        "count": (ruled, "by a rule", "Count over the claims that a rule can judge."),
        "count_judged": (judged, "by judgement", "Count over the claims that a reader of the evidence judged."),
        "count_all": ([*ruled, *judged], "by a rule or by judgement", "Count over all claims but opinions."),
    }
    found = [
        _count(f"{way}.{verdict.replace(' ', '_')}", f"Claims judged {verdict} {told}", method, verdicts, verdict)
        for way, (verdicts, told, method) in ways.items()
        for verdict in VERDICTS
    ]
    label, method = "Claims that are opinions", "Count over the claims that are marked as opinions."
    return [*found, _count("count.opinions", label, method, opinions, OPINION)]


def _count(name: str, label: str, method: str, verdicts: Sequence[Fact], wanted: str) -> Fact:
    return Fact(
        id=f"claims.{name}",
        label=label,
        unit="count",
        kind="number",
        value=float(sum(fact.value == wanted for fact in verdicts)),
        method=method,
        because=tuple(f"fact:{fact.id}" for fact in verdicts) or ("table:case.yaml#claims",),
    )
