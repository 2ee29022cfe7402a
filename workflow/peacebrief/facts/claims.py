"""Claims judged by rule, so that changed evidence changes the verdict, and what may be said about all of them together.

Claims that no rule can judge have the verdict of a reader of the evidence; opinions have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import About, Named

Verdict = Literal["supported", "partly supported", "contradicted", "unverifiable"]
VERDICTS: tuple[Verdict, ...] = ("supported", "partly supported", "contradicted", "unverifiable")

NUMBER_RULE = (
    "Supported: inside the range of the evidence, with an allowance for rounding at both ends, and close to the best "
    "figure. Partly supported: inside that range but not close. Contradicted: outside it."
)
RANK_RULE = (
    "Supported: among the leading places at the claimed size and at the median size proposed. "
    "Partly supported: at one of the two. Contradicted: at neither."
)

PARTS = {
    "claimed": "as claimed",
    "low": "lowest evidence",
    "central": "best figure",
    "high": "highest evidence",
}

OPINION = "opinion"
CODED: dict[str, Verdict] = {
    "supported": "supported",
    "partly": "partly supported",
    "contradicted": "contradicted",
    "unverifiable": "unverifiable",
}
JUDGED = "Judged by a reader of the evidence, from the sources named; no rule can decide it."
NO_VERDICT = "An opinion: it is told as one and not judged."


def verdict_on_number(
    *, claimed: float, low: float, central: float, high: float, close_share: float, rounding_share: float
) -> Verdict:
    """The verdict on a claimed number against the range of the evidence, as `NUMBER_RULE` says."""
    if not low * (1 - rounding_share) <= claimed <= high * (1 + rounding_share):
        return "contradicted"
    return "supported" if abs(claimed - central) <= close_share * central else "partly supported"


def verdict_on_rank(*, rank_as_claimed: int, rank_as_proposed: int, leading_places: float) -> Verdict:
    """The verdict on "one of the biggest", as `RANK_RULE` says."""
    held = sum(place <= leading_places for place in (rank_as_claimed, rank_as_proposed))
    verdicts: tuple[Verdict, Verdict, Verdict] = ("contradicted", "partly supported", "supported")
    return verdicts[held]


def rank(size: float, others: Sequence[float]) -> int:
    """The place `size` would take among `others`, largest first."""
    return 1 + sum(other > size for other in others)


def number_claim_facts(claim: Mapping[str, Any], *, rules: Mapping[str, float]) -> list[Fact]:
    """The verdict on one numeric claim, and the numbers it rests on."""
    bounds = {part: float(claim[part]) for part in PARTS}
    numbers = [number_fact(claim, part, label, bounds[part]) for part, label in PARTS.items()]
    return [*numbers, _judged(claim, bounds, rules, (row_of(claim), "table:case.yaml#claims"))]


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
    because = (row_of(claim), "table:case.yaml#claims", f"fact:{proposed.id}", *rows)
    return [
        number_fact(claim, "claimed", PARTS["claimed"], float(claim["claimed"])),
        _rank(claim, "rank_as_claimed", "place among NATO missions at the claimed size", rank_as_claimed, because),
        _rank(claim, "rank_as_proposed", "place at the median size proposed", rank_as_proposed, because),
        _verdict(claim, verdict, RANK_RULE, because),
    ]


def about_claim(claim: Mapping[str, Any]) -> About:
    """What facts on a claim are about."""
    return {"claim": Named(str(claim["id"]), str(claim["claim"]))}


def row_of(claim: Mapping[str, Any]) -> str:
    """The row that a claim was read from."""
    return f"table:claims.csv#{claim['id']}"


def number_fact(
    claim: Mapping[str, Any], part: str, label: str, value: float, because: tuple[str, ...] | None = None
) -> Fact:
    """One of the numbers that a claim is judged by: by the row of the claim, unless `because` says by what."""
    return fact_about(
        "claims.{claim}.{bound}",
        {**about_claim(claim), "bound": Named(part, label)},
        label="{claim}: {bound}",
        unit=claim["unit"],
        kind="number",
        value=value,
        method="From the published proposals." if because else "Read from the claims table.",
        because=because or (row_of(claim),),
    )


def _rank(claim: Mapping[str, Any], part: str, label: str, place: int, because: tuple[str, ...]) -> Fact:
    return fact_about(
        f"claims.{{claim}}.{part}",
        about_claim(claim),
        label=f"{{claim}}: {label}",
        unit="rank",
        kind="number",
        value=float(place),
        method="One more than the number of NATO missions with a larger peak strength.",
        because=because,
    )


def _verdict(claim: Mapping[str, Any], verdict: str, rule: str, because: tuple[str, ...]) -> Fact:
    return fact_about(
        "claims.{claim}.verdict",
        about_claim(claim),
        label="{claim}: verdict",
        unit="words",
        kind="words",
        value=verdict,
        method=rule,
        because=because,
    )


def judged_claim_fact(claim: Mapping[str, Any]) -> Fact:
    """The verdict on a claim as a reader of the evidence judged it."""
    return _verdict(claim, CODED[claim["verdict_coded"]], JUDGED, (row_of(claim),))


def opinion_fact(claim: Mapping[str, Any]) -> Fact:
    """What is said in place of a verdict on an opinion."""
    return _verdict(claim, OPINION, NO_VERDICT, (row_of(claim),))


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
