"""Claims are judged by rule: the verdicts of the dossier are reproduced and follow the evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.facts.claims import rank, verdict_on_number, verdict_on_rank
from peacebrief.facts.collect import claim_facts

RULES = {"close_share": 0.25, "rounding_share": 0.05}

# Claim, low, central, high and verdict as a human reader judged them (the claims table's own coded verdicts).
JUDGED = [
    (100_000, 6_000, 35_000, 200_000, "partly supported"),
    (60_000, 38_000, 38_599, 39_900, "contradicted"),
    (130_000, 145_000, 173_000, 177_000, "contradicted"),
    (73_000, 70_800, 73_000, 75_000, "supported"),
    (603_000, 603_550, 603_550, 603_628, "supported"),
    (1_287, 700, 1_150, 1_250, "supported"),
]


@pytest.mark.parametrize(("claimed", "low", "central", "high", "verdict"), JUDGED)
def test_the_rule_reproduces_the_coded_verdicts(
    claimed: float, low: float, central: float, high: float, verdict: str
) -> None:
    assert verdict_on_number(claimed=claimed, low=low, central=central, high=high, **RULES) == verdict


@pytest.mark.slow
@given(st.floats(1, 1e6), st.floats(1.1, 10), st.floats(1.1, 10))
def test_the_best_figure_itself_is_always_supported(central: float, below: float, above: float) -> None:
    assert (
        verdict_on_number(claimed=central, low=central / below, central=central, high=central * above, **RULES)
        == "supported"
    )


def test_the_largest_takes_the_first_place() -> None:
    assert rank(140, [132, 60, 50]) == 1
    assert rank(100, [132, 60, 50]) == 2


@pytest.mark.parametrize(
    ("claimed", "proposed", "verdict"), [(2, 2, "supported"), (2, 5, "partly supported"), (4, 5, "contradicted")]
)
def test_one_of_the_biggest_must_hold_for_what_is_proposed_too(claimed: int, proposed: int, verdict: str) -> None:
    assert verdict_on_rank(rank_as_claimed=claimed, rank_as_proposed=proposed, leading_places=3) == verdict


def claim(name: str, rule: str, coded: str, **numbers: float) -> dict[str, object]:
    return {"id": name, "claim": f"Claim {name}", "rule": rule, "verdict_coded": coded, "unit": "persons", **numbers}


@pytest.fixture
def judged():
    """Every fact about six made-up claims, by id."""
    claims = [
        claim("N1", "numeric", "partly", claimed=60.0, low=30.0, central=40.0, high=50.0),
        claim("N2", "numeric", "supported", claimed=40.0, low=30.0, central=40.0, high=50.0),
        claim("J1", "judgement", "supported"),
        claim("J2", "judgement", "partly"),
        claim("J3", "judgement", "unverifiable"),
        claim("O1", "opinion", "opinion"),
    ]
    return {fact.id: fact for fact in claim_facts(claims, facts={}, tables={}, rules=RULES | {"leading_places": 3})}


def test_a_reader_judges_what_no_rule_can(judged):
    found = {name: judged[f"claims.{name}.verdict"].value for name in ("J1", "J2", "J3")}
    assert found == {"J1": "supported", "J2": "partly supported", "J3": "unverifiable"}
    assert "claims.J1.claimed" not in judged


def test_a_rule_overrules_the_reader_and_an_opinion_has_no_verdict(judged):
    assert judged["claims.N1.verdict"].value == "contradicted"
    assert judged["claims.O1.verdict"].value == "opinion"
    assert judged["claims.O1.verdict"].because == ("table:claims.csv#O1",)


def test_counts_keep_rules_judgements_and_opinions_apart(judged):
    def counts(way):
        words = ("supported", "partly_supported", "contradicted", "unverifiable")
        return [judged[f"claims.{way}.{word}"].value for word in words]

    assert counts("count") == [1, 0, 1, 0]
    assert counts("count_judged") == [1, 1, 0, 1]
    assert counts("count_all") == [2, 1, 1, 1]
    assert judged["claims.count.opinions"].value == 1
