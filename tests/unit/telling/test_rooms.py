"""Pages ask rooms by name, and get words, rows with their cells said, or plain answers."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from peacebrief.telling import rooms
from peacebrief.telling.rooms import Telling
from peacebrief.telling.saying import options
from peacebrief.telling.saying.said import NOTHING, Listed, Opening, Row, Sentences, phrase
from peacebrief.telling.saying.voice import PageVoice, Words

WORDS = Path(__file__).parents[3] / "workflow/templates/words"


class Loud(PageVoice):
    """A voice of pages that says numbers as they come."""

    number = pointed = None


@pytest.fixture
def tell(known, monkeypatch):
    def of(answer, **tables):
        room = SimpleNamespace(ask=lambda *_: answer)
        monkeypatch.setitem(rooms.ROOMS, "trial", room)
        return Telling(known(**tables), SimpleNamespace(say=lambda said: f"<{said}>")).trial.ask("x")

    return of


@pytest.mark.parametrize("answer", [True, 3, 0.5, None, NOTHING, []])
def test_plain_answers_and_nothing_stay_what_they_are(tell, answer):
    assert tell(answer) == answer


def test_sentences_and_cells_are_said(tell):
    assert tell("words") == "<words>"
    assert tell([Row(["a", 2.0], anchor="here")]) == [Row(["<a>", 2.0], anchor="here")]


def test_truth_in_a_cell_is_said(tell):
    yes, no = (f"<{phrase(name)}>" for name in ("page.yes", "page.no"))
    assert tell([Row([True, False, 1])]) == [Row([yes, no, 1])]


def test_a_room_that_is_not_there_is_said_to_be_missing(known):
    with pytest.raises(AttributeError, match="no_such_room"):
        Telling(known(), None).no_such_room.ask()


def test_parts_are_joined_by_the_rule_of_the_language(known, aloud):
    case = known()
    assert aloud(case, Listed(["a", "b", "c"])) == "a, b and c"
    assert aloud(case, Listed(["a", "b", "c"], "clauses")) == "a, b, and c"
    assert aloud(case, Listed(["a"], "clauses")) == "a"
    assert aloud(case, Listed(["a", "", "b"], "; ")) == "a; b"
    assert aloud(case, Opening(Sentences(["one two.", NOTHING, "three."]))) == "One two. three."


def test_a_phrase_that_is_not_there_or_is_no_text_is_refused(known, aloud):
    with pytest.raises(ValueError, match="no phrase is called verdict"):
        aloud(known(), phrase("verdict.no_such"))
    with pytest.raises(TypeError, match="its slots are text"):
        aloud(known(), phrase("options.explained", name="a"))


def test_on_a_page_what_is_no_markup_is_escaped():
    voice = Loud(Words(WORDS, escaped=True, vocabulary={}))
    said = Sentences([Listed(["<a>", Markup("<b>"), "c"]), phrase("options.explained", name="&", meaning="d")])
    assert voice.say(said) == "&lt;a&gt;, <b> and c <strong>&amp;:</strong> d."
    assert isinstance(voice.say(Opening("<x")), Markup)


def test_a_row_or_a_fact_that_is_not_there_is_named(known):
    with pytest.raises(ValueError, match="options has no row"):
        known(options=[]).row("options", id="watch")
    with pytest.raises(ValueError, match="no fact is called"):
        known().number("a.b")


def test_only_options_whose_labels_say_more_are_explained(known, aloud):
    case = known(options=[{"label": "Watch: soldiers who look on"}, {"label": "Wall"}])
    assert aloud(case, options.explained(case)) == "<strong>Watch:</strong> soldiers who look on."
    assert options.explained(known(options=[{"label": "Wall"}])) == NOTHING


def test_the_number_of_a_fact_is_its_value_or_the_middle_of_its_range(known):
    case = known({"a": (1.0, 2.0, 3.0), "b": 5.0})
    assert (case.number("a"), case.number("b")) == (2.0, 5.0)
