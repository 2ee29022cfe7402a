"""A plain voice says numbers as they are spelt and days in words; what only a page can lead to it cannot say."""

from pathlib import Path

import pytest

from peacebrief.telling.saying.said import Cited, Day, Listed, Number, Placed, Pointer, Ruling, phrase
from peacebrief.telling.saying.voice import plainly

WORDS = Path(__file__).parents[3] / "workflow/templates/words"
CASE = {"vocabulary": {"compared_army": {"adjective": "Fictional"}}}


@pytest.fixture
def say(known):
    facts = {"force": (1.0, 2345.0, 9000.0), "chance": 0.001, "verdict": "feasible & more"}
    return plainly(known(facts, case=CASE), WORDS)


def test_numbers_are_spelt_and_words_are_no_markup(say):
    assert say(Number("force", "range")) == "1 to 9,000"
    assert say(Number("chance")) == say(Placed("chance")) == "under 1%"
    assert say(phrase("verdict.sentence", words=Ruling("verdict"))) == "feasible & more."


def test_one_of_several_is_told_with_or(say):
    assert say(Listed(["a", "b", "c"], "or")) == "a, b or c"


def test_a_day_is_told_in_words(say):
    assert say(Day("2030-06-01")) == "1 June 2030"


def test_phrases_name_things_as_the_case_does(say):
    assert say(phrase("figures_sizing.rotation_the_compared_force")) == "the Fictional force"


@pytest.mark.parametrize("said", [Cited("book"), Pointer("figure", "history")])
def test_what_leads_somewhere_cannot_be_said(say, said):
    with pytest.raises(ValueError, match="leads nowhere"):
        say(said)


def test_a_fact_that_is_not_there_is_named(say):
    with pytest.raises(ValueError, match="did you mean force"):
        say(Number("forces"))
