"""The facts of each claim: the numbers it is judged by, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peacebrief.facts.claims import (
    NUMBER_RULE,
    RANK_RULE,
    Verdict,
    rank,
    verdict_on_number,
    verdict_on_rank,
)
from peacebrief.facts.fact import Fact

PARTS = {
    "claimed": "as claimed",
    "low": "lowest evidence",
    "central": "best figure",
    "high": "highest evidence",
}


def number_claim_facts(claim: Mapping[str, Any], *, rules: Mapping[str, float]) -> list[Fact]:
    """The verdict on one numeric claim, and the numbers it rests on."""
    bounds = {part: float(claim[part]) for part in PARTS}
    numbers = [_number(claim, part, label, bounds[part]) for part, label in PARTS.items()]
    return [*numbers, _judged(claim, bounds, rules, (_row(claim), "table:case.yaml#claims"))]


def proposal_claim_facts(
    claim: Mapping[str, Any], *, facts: Mapping[str, Fact], rules: Mapping[str, float]
) -> list[Fact]:
    """The verdict on a claimed size of force against the smallest, median and largest published proposal."""
    origins = {"low": "smallest", "central": "median", "high": "largest"}
    found = {part: facts[f"evidence.proposals.{name}"] for part, name in origins.items()}
    bounds = {"claimed": float(claim["claimed"])} | {part: float(fact.value or 0) for part, fact in found.items()}
    numbers = [
        _number(claim, part, PARTS[part], value, (f"fact:{found[part].id}",) if part in found else None)
        for part, value in bounds.items()
    ]
    because = (_row(claim), "table:case.yaml#claims", *(f"fact:{fact.id}" for fact in found.values()))
    return [*numbers, _judged(claim, bounds, rules, because)]


def _judged(
    claim: Mapping[str, Any], bounds: Mapping[str, float], rules: Mapping[str, float], because: tuple[str, ...]
) -> Fact:
    verdict = verdict_on_number(**bounds, close_share=rules["close_share"], rounding_share=rules["rounding_share"])
    return _verdict(claim, verdict, NUMBER_RULE, because)


def rank_claim_facts(
    claim: Mapping[str, Any],
    *,
    missions: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Fact],
    rules: Mapping[str, float],
) -> list[Fact]:
    """The verdict on "one of NATO's biggest", from the strengths of NATO's own missions."""
    own = [row for row in missions if row["lead"] == "NATO"]
    strengths = [float(row["strength"]) for row in own]
    proposed = facts["evidence.proposals.reassurance.median"]
    rank_as_claimed = rank(float(claim["claimed"]), strengths)
    rank_as_proposed = rank(float(proposed.value or 0), strengths)
    verdict = verdict_on_rank(
        rank_as_claimed=rank_as_claimed, rank_as_proposed=rank_as_proposed, leading_places=rules["leading_places"]
    )
    rows = tuple(f"table:missions.csv#{row['id']}" for row in own)
    because = (_row(claim), "table:case.yaml#claims", f"fact:{proposed.id}", *rows)
    return [
        _number(claim, "claimed", PARTS["claimed"], float(claim["claimed"])),
        _rank(claim, "rank_as_claimed", "place among NATO missions at the claimed size", rank_as_claimed, because),
        _rank(claim, "rank_as_proposed", "place at the median size proposed", rank_as_proposed, because),
        _verdict(claim, verdict, RANK_RULE, because),
    ]


def _row(claim: Mapping[str, Any]) -> str:
    return f"table:claims.csv#{claim['id']}"


def _number(
    claim: Mapping[str, Any], part: str, label: str, value: float, because: tuple[str, ...] | None = None
) -> Fact:
    return Fact(
        id=f"claims.{claim['id']}.{part}",
        label=f"{claim['claim']}: {label}",
        unit=claim["unit"],
        kind="number",
        value=value,
        method="From the published proposals." if because else "Read from the claims table.",
        because=because or (_row(claim),),
    )


def _rank(claim: Mapping[str, Any], part: str, label: str, place: int, because: tuple[str, ...]) -> Fact:
    return Fact(
        id=f"claims.{claim['id']}.{part}",
        label=f"{claim['claim']}: {label}",
        unit="rank",
        kind="number",
        value=float(place),
        method="One more than the number of NATO missions with a larger peak strength.",
        because=because,
    )


def _verdict(claim: Mapping[str, Any], verdict: Verdict, rule: str, because: tuple[str, ...]) -> Fact:
    return Fact(
        id=f"claims.{claim['id']}.verdict",
        label=f"{claim['claim']}: verdict",
        unit="words",
        kind="words",
        value=verdict,
        method=rule,
        because=because,
    )
