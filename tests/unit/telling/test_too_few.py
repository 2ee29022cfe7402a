"""How forces changed, and how many soldiers kept in place are missing."""

import pytest

from peacebrief.telling.pages import too_few

OPTIONS = [{"id": name, "in_sentence": f"a {name}", "support_level": "alone"} for name in ("watch", "wall", "fence")]


def count(name, series="nato"):
    return {"contributor": name, "country": name.capitalize(), "series": series}


def test_only_forces_that_shrank_are_said_to_have_shrunk(known, aloud):
    facts = {"generation.trend.nearland.nato": -0.25, "generation.fall.nearland.nato": 0.25,
             "generation.trend.farland.nato": 0.1, "generation.trend.upland.other": -0.5}  # fmt: skip
    counts = [count("nearland"), count("nearland"), count("farland"), count("nowhere"), count("upland", "other")]
    case = known(facts, army_trend=counts)
    said = aloud(case, too_few.trend(case))
    assert said.endswith("since the end of the Cold War: Nearland by 25%, on counts that compare like with like.")
    assert too_few.trend(known({"generation.trend.farland.nato": 0.1}, army_trend=counts)) == ""


@pytest.fixture
def missing(known):
    """A case by the soldiers that each option lacks."""

    def of(**options):
        facts = {f"generation.gap.{name}.alone": (0.0, one, one + 1.0) for name, one in options.items()}
        return known(facts, options=[row for row in OPTIONS if row["id"] in options])

    return of


def test_what_is_missing_in_place_is_told_by_option_and_no_number_of_soldiers_behind_it(missing, aloud):
    case = missing(watch=1000.0, wall=2000.0, fence=0.9)
    assert aloud(case, too_few.answer(case)) == (
        "In the middle result 1,000 soldiers kept in place are missing for a watch and 2,000 for a wall. More states "
        "would have to send troops, or each would have to keep a larger share of its army in place. In the middle "
        "result none are missing for a fence."
    )


def test_where_nobody_is_missing_nothing_more_is_asked_for(missing, aloud):
    case = missing(watch=0.0, wall=0.0)
    assert aloud(case, too_few.answer(case)) == "In the middle result none are missing for a watch and a wall."


def test_where_every_option_lacks_soldiers_none_is_said_to_have_enough(missing, aloud):
    case = missing(watch=1000.0)
    assert aloud(case, too_few.answer(case)).endswith("in place.")
