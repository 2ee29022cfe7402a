"""Claims are counted by verdict, and belong to the article of a case only where it has one."""

import pytest

from peacebrief.telling.answers import claims
from peacebrief.telling.pages import claims_told
from peacebrief.telling.saying.said import NOTHING, Cited, Number, Ruling

ARTICLE = {"name": "the pamphlet", "kind": "an old pamphlet"}
GROUPS = {"size": "How large?", "views": "NATO or not?", "past": "What happened?"}
CLAIM = {"group": "size", "rule": "numeric", "source": "book", "explanation": "So it was.", "best_figure": "two of ten"}


def counted(family, *counts):
    return {f"{family}.{verdict}": float(count) for verdict, count in zip(claims.VERDICTS, counts, strict=True)}


@pytest.fixture
def claimed(known):
    """A case with claims by their verdicts: with an article or without, and with facts besides the verdicts."""

    def of(*verdicts, article=True, facts=None, **columns):
        rows = [CLAIM | {"id": f"K{n}", "claim": f"Claim {n}"} | columns for n, _ in enumerate(verdicts, 1)]
        told = {f"claims.K{n}.verdict": verdict for n, verdict in enumerate(verdicts, 1)}
        told |= counted("claims.count", 2, 0, 1, 0) | counted("claims.count_judged", 0, 0, 0, 0)
        vocabulary = {"claim_groups": GROUPS} | ({"article": ARTICLE} if article else {})
        return known(told | (facts or {}), case={"vocabulary": vocabulary}, claims=rows)

    return of


@pytest.mark.parametrize(("article", "source"), [(True, ", from an old pamphlet"), (False, "")])
def test_the_first_claim_is_told_with_its_verdict_and_whose_it_is(claimed, aloud, article, source):
    for rule, against in (("numeric", "the evidence"), ("size", "the methods and the published proposals")):
        case = claimed("supported", "contradicted", article=article, rule=rule)
        assert aloud(case, claims.tested(case)) == (
            f"The claim tested, in our words{source}: claim 1. Against {against} it is supported."
        )


def test_a_claimed_size_is_told_by_methods_by_proposals_and_without_those_of_its_number(claimed, aloud):
    numbers = {"claimed": 9000.0, "answers": 13.0, "answers_reaching": 3.0, "proposals_reaching": 10.0,
               "proposals_exactly": 4.0, "by_methods": "partly supported", "by_proposals": "supported",
               "verdict_without": "contradicted"}  # fmt: skip
    case = claimed("partly supported", rule="size", facts={f"claims.K1.{part}": told for part, told in numbers.items()})
    assert aloud(case, claims.sizes_tested(case)) == (
        "That 9,000 or more are needed is partly supported by the methods: of their 13 answers, one for each task that "
        "a method fits, 3 reach it. By the published proposals it is supported: 10 reach it, 4 of them with just that "
        "number. Without those the verdict is: contradicted."
    )
    assert aloud(claimed("supported"), claims.sizes_tested(claimed("supported"))) == ""


def test_how_sizes_are_judged_is_told_where_a_claim_is_one_of_size(claimed, phrases):
    shares = {"claims.rule.rounding_share": 0.05, "claims.rule.close_share": 0.25}
    assert "claims.judged_by_both" in phrases(claims.how_judged(claimed("supported", rule="size", facts=shares)))
    assert "claims.judged_by_both" not in phrases(claims.how_judged(claimed("supported", facts=shares)))


def test_without_claims_none_is_tested(claimed):
    assert claims.tested(claimed()) == NOTHING


@pytest.mark.parametrize(("article", "whose"), [(True, "its claims"), (False, "the claims")])
def test_claims_are_counted_by_verdict_and_those_that_none_met_are_left_out(claimed, aloud, article, whose):
    case = claimed(article=article)
    told = aloud(case, claims.by_rule(case))
    assert told == f"Of {whose} that can be checked by number: 2 supported; 1 contradicted."
    assert aloud(case, claims.by_reading(case)) == "Of the others, judged by reading the sources: none."


def test_the_cover_tells_how_claims_fared_and_what_opinions_are(claimed, phrases):
    told = phrases(claims.fared(claimed(facts={"claims.count.opinions": 1.0})))
    assert [told[0], *told[-3:]] == [
        "claims.by_rule_of_article", "claims.by_reading", "claims.no_claims", "claims.opinions_of_article"
    ]  # fmt: skip


def test_every_verdict_has_a_word(claimed, aloud):
    case = claimed(facts=counted("claims.count", 1, 2, 3, 4))
    told = aloud(case, claims.counted_by_rule(case))
    assert told == "1 supported; 2 partly supported; 3 contradicted; 4 unverifiable"


@pytest.mark.parametrize(
    ("article", "count", "told"),
    [
        (True, 2.0, "What the pamphlet says as an opinion is listed and marked, not judged."),
        (False, 2.0, "What is said as an opinion is listed and marked, not judged."),
        (True, 0.0, ""),
    ],
)
def test_opinions_are_said_to_be_marked_where_there_are_any(claimed, aloud, article, count, told):
    case = claimed(article=article, facts={"claims.count.opinions": count})
    assert aloud(case, claims.opinions(case)) == told


@pytest.mark.parametrize(
    ("article", "question", "heading"),
    [
        (True, "Do the claims of the pamphlet hold?", "The pamphlet’s claims, checked"),
        (False, "Do the claims hold?", "The claims, checked"),
    ],
)
def test_heads_name_the_article_where_there_is_one(claimed, aloud, article, question, heading):
    case = claimed(article=article)
    assert aloud(case, claims.question(case)) == question
    assert aloud(case, claims.heading(case)) == heading


@pytest.mark.parametrize(
    ("verdicts", "article", "told"),
    [
        (("supported", "contradicted"), True, "The pamphlet’s figures fare unevenly."),
        (("supported", "supported"), True, "The pamphlet’s figures, tested."),
        (("supported", "contradicted"), False, "Claims with a number fare unevenly."),
        (("supported",), False, "Claims with a number, tested."),
    ],
)
def test_figures_fare_unevenly_where_some_are_right_and_some_wrong(claimed, aloud, verdicts, article, told):
    figures = {f"claims.K{n}.claimed": 5.0 for n, _ in enumerate(verdicts, 1)}
    case = claimed(*verdicts, article=article, facts=figures)
    assert aloud(case, claims.figures(case)) == told


def test_claims_without_a_number_do_not_make_figures_uneven(claimed, phrases):
    case = claimed("supported", "contradicted", facts={"claims.K1.claimed": 5.0})
    assert phrases(claims.figures(case)) == ["claims.figures_of_article_tested"]


def test_groups_without_claims_are_left_out_and_questions_stand_behind_a_colon(claimed):
    case = claimed("supported")
    assert claims_told.groups(case) == ["size"]
    assert [claims_told.question_in_caption(case, group) for group in ("size", "views")] == [
        "how large?",
        "NATO or not?",
    ]


def test_a_reason_is_told_where_there_is_room(claimed):
    case = claimed("supported")
    ((*_, why),) = (row.cells for row in claims_told.rows(case, "size", reasons=True))
    ((claim, verdict, *_, source),) = (row.cells for row in claims_told.rows(case, "size", reasons=False))
    assert (claim, verdict, source) == ("Claim 1", Ruling("claims.K1.verdict"), Cited("book"))
    assert why == "So it was."


@pytest.mark.parametrize(
    ("unit", "told"),
    [("persons", "figure_in_persons"), ("km", "figure_in_km"), ("km2", "figure_in_km2"), ("years", "figure")],
)
def test_a_best_figure_has_its_range_and_the_unit_of_the_claim(claimed, phrases, unit, told):
    case = claimed("supported", facts={"claims.K1.central": 5.0})
    case.facts["claims.K1.central"] = case.facts["claims.K1.central"].__class__(
        id="claims.K1.central", label="x", unit=unit, kind="number", method="made up", because=(), value=5.0
    )
    (row,) = claims_told.rows(case, "size", reasons=False)
    assert phrases(row) == [f"claims_told.{told}"]
    assert row.cells[2].slots["low"] == Number("claims.K1.low", "exact")


def test_a_claim_of_rank_has_its_places_and_another_what_is_noted(claimed, aloud):
    ranked = claimed("supported", facts={"claims.K1.rank_as_claimed": 2.0, "claims.K1.rank_as_proposed": 7.0})
    (row,) = claims_told.rows(ranked, "size", reasons=False)
    assert aloud(ranked, row.cells[2]) == ("Place 2 at that size, place 7 at the median size proposed for reassurance")
    (row,) = claims_told.rows(claimed("supported"), "size", reasons=False)
    assert row.cells[2] == "two of ten"


@pytest.mark.parametrize(
    ("rule", "told"), [("size", "all counted proposals"), ("judgement", "judgement of this project")]
)
def test_a_claim_without_a_source_rests_on_proposals_or_on_our_judgement(claimed, aloud, rule, told):
    case = claimed("supported", rule=rule, source="declared")
    (row,) = claims_told.rows(case, "size", reasons=False)
    assert aloud(case, row.cells[3]) == told


def test_reasons_are_given_for_claims_that_are_contradicted_as_far_as_there_is_room(claimed, aloud):
    few = claimed("supported", "contradicted")
    assert [aloud(few, reason) for reason in claims_told.reasons(few)] == ["<em>Claim 2.</em> So it was."]
    assert claims_told.why_contradicted(few).id == "claims_told.why_these"
    many = claimed(*["contradicted"] * (claims_told.MOST_REASONS + 1))
    assert len(claims_told.reasons(many)) == claims_told.MOST_REASONS
    assert claims_told.why_contradicted(many).id == "claims_told.why_some"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("rank", "A claim of rank is judged by its place among past missions, every other claim by reading the"),
        ("numeric", "Every other claim is judged by reading the"),
    ],
)
def test_how_claims_of_rank_are_judged_is_told_where_there_is_one(claimed, aloud, rule, told):
    shares = {"claims.rule.rounding_share": 0.05, "claims.rule.close_share": 0.25}
    case = claimed("supported", facts=shares, rule=rule)
    said = aloud(case, claims.how_judged(case))
    assert "give or take 5% for rounding, and within 25% of the best figure" in said
    assert f"outside it. {told} sources named" in said


def test_all_claims_are_counted_together(claimed, aloud):
    case = claimed("supported", facts=counted("claims.count_all", 5, 2, 3, 4))
    assert aloud(case, claims.of_all(case)) == (
        "All claims together: 5 supported, 2 partly supported, 3 contradicted, 4 not to be verified."
    )
