"""Which option is said to come first, by whose weights."""

import pytest

from peacebrief.telling.answers import ranks

OPTIONS = [{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall", "fence")]
VIEWS = [{"viewpoint": view, "label": label} for view, label in
         (("thrift", "Cost first"), ("law", "UN first"), ("thrift", "Cost first"))]  # fmt: skip
CRITERIA = [{"id": "C1", "label": "UN mandate"}, {"id": "C2", "label": "Cost"}, {"id": "C3", "label": "Reach"}]


@pytest.fixture
def ranked(known):
    def of(*shares, views=(), without=None):
        facts = {}
        for option, share in zip(("watch", "wall", "fence"), shares, strict=False):
            facts |= {f"feasibility.rank_acceptability.{option}.1": share,
                      f"feasibility.first_bounded.{option}": 1 - share,
                      f"feasibility.first_view.thrift.{option}": share, f"feasibility.first_view.law.{option}": 0.25,
                      f"feasibility.verdict.{option}.alone": f"no {option}"}  # fmt: skip
        for criterion, left in (without or {}).items():
            facts |= {f"feasibility.rank_without.{criterion}.{option['id']}": share
                      for option, share in zip(OPTIONS, left, strict=False)}  # fmt: skip
        return known(facts, options=OPTIONS[: len(shares)], viewpoints=views, criteria=CRITERIA)

    return of


def test_the_first_two_are_told_over_all_weights(ranked, aloud):
    case = ranked(0.1, 0.5, 0.4)
    assert aloud(case, ranks.answer(case)) == (
        "Over all possible weights of the criteria, a wall comes first in 50% of cases (its verdict: no wall) and "
        "a fence comes first in 40% of cases (its verdict: no fence). "
        "With weights inside the bounds printed below, a watch comes first most often, in 90%."
    )


def test_a_single_option_stands_alone(ranked, aloud):
    case = ranked(0.9)
    assert "criteria, a watch comes first in 90% of cases (its verdict: no watch). With" in aloud(
        case, ranks.answer(case)
    )


def test_each_viewpoint_names_its_first_and_of_equal_ones_the_earlier(ranked, aloud):
    case = ranked(0.1, 0.5, 0.4, views=VIEWS)
    assert aloud(case, ranks.answer(case)).endswith(
        "From named viewpoints the first is: cost first, a wall (50%); UN first, a watch (25%)."
    )


def test_a_criterion_that_decides_who_is_first_is_told_with_who_is_first_without_it(ranked, aloud):
    case = ranked(0.1, 0.5, 0.4, without={"C1": (0.6, 0.2, 0.2), "C2": (0.1, 0.5, 0.4), "C3": (0.2, 0.3, 0.5)})
    assert aloud(case, ranks.answer(case)).endswith(
        " One criterion left out changes which option is first: without UN mandate, a watch (60%); without reach, "
        "a fence (50%)."
    )


def test_an_option_that_stays_first_without_any_one_criterion_is_told_once(ranked, aloud):
    case = ranked(0.1, 0.5, 0.4, without={"C1": (0.1, 0.5, 0.4)})
    said = aloud(case, ranks.answer(case))
    assert said.endswith(" Whichever one criterion is left out, a wall still comes first most often.")
    alone = ranked(0.9, without={"C1": (1.0,)})
    assert "left out" not in aloud(alone, ranks.answer(alone))
