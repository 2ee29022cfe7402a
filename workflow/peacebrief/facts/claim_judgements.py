"""Claims that no rule can judge: the verdict of a reader of the evidence, and opinions, which have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peacebrief.facts.claims import Verdict
from peacebrief.facts.fact import Fact

OPINION = "opinion"
CODED: dict[str, Verdict] = {
    "supported": "supported",
    "partly": "partly supported",
    "contradicted": "contradicted",
    "unverifiable": "unverifiable",
}
JUDGED = "Judged by a reader of the evidence, from the sources named; no rule can decide it."
NO_VERDICT = "An opinion of the article: it is told as one and not judged."


def judged_claim_fact(claim: Mapping[str, Any]) -> Fact:
    """The verdict on a claim as a reader of the evidence judged it."""
    return _fact(claim, CODED[claim["verdict_coded"]], JUDGED)


def opinion_fact(claim: Mapping[str, Any]) -> Fact:
    """What is said in place of a verdict on an opinion."""
    return _fact(claim, OPINION, NO_VERDICT)


def _fact(claim: Mapping[str, Any], words: str, method: str) -> Fact:
    return Fact(
        id=f"claims.{claim['id']}.verdict",
        label=f"{claim['claim']}: verdict",
        unit="words",
        kind="words",
        value=words,
        method=method,
        because=(f"table:claims.csv#{claim['id']}",),
    )
