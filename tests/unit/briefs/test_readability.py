"""Sentences are found where a reader finds them, and measured as the published formula says."""

import pytest
from lxml import html

from peacebrief.briefs.release.readability import reading, sentences, syllables, words


def prose_of(body):
    return sentences(html.document_fromstring(f"<html><body><main>{body}</main></body></html>"))


def test_a_sentence_ends_at_its_stop_and_not_at_a_number_or_an_abbreviation():
    text = "<p>It takes 12.5% of 1,000 (e.g. No. 4 of J. D. Fearon). Is it enough? “Never.” Two stay.</p>"
    assert prose_of(text) == [
        "It takes 12.5% of 1,000 (e.g. No. 4 of J. D. Fearon).",
        "Is it enough?",
        "“Never.",
        "Two stay.",
    ]


def test_an_item_of_a_list_stands_by_itself():
    assert prose_of("<p>Two things:</p><ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>") == [
        "Two things:", "one", "inner", "two",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "apart",
    [
        "<table><tr><td><p>x</p></td></tr></table>",
        "<figure><p>x</p></figure>",
        "<nav><ul><li>x</li></ul></nav>",
        "<ul class='sources numbered'><li>x</li></ul>",
        "<section role='doc-endnotes'><ol><li>x</li></ol></section>",
        "<div class='scrolled wide'><p>x</p></div>",
        "<p><span class='label'>x</span></p>",
    ],
)
def test_what_is_looked_up_is_not_prose(apart):
    assert prose_of(f"<p>Here.</p>{apart}") == ["Here."]


def test_a_call_of_a_note_is_no_word():
    assert prose_of("<p>Here<sup class='note-call'><a>3</a></sup> it is.</p>") == ["Here it is."]


def test_words_are_what_stands_between_spaces_and_is_more_than_a_sign():
    assert words("A long-range plan – 1,000 (or more) † holds.") == [
        "A", "long-range", "plan", "1,000", "(or", "more)", "holds.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("peace", 1),
        ("table", 2),
        ("violations", 4),
        ("long-range", 2),
        ("1,000", 1),
        ("largely", 2),
        ("forces", 2),
        ("million", 3),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_the_grade_is_that_of_the_published_formula():
    # Ten words of one syllable in one sentence: 0.39 * 10 + 11.8 * 1 - 15.59 (Kincaid and others, 1975).
    measures = reading(["The cat sat on the mat and saw the dog."])
    assert measures.grade == round(0.39 * 10 + 11.8 - 15.59, 1)
    assert (measures.sentences, measures.words, measures.most_words) == (1, 10, 10)


def test_the_longest_sentence_is_told():
    assert reading(["One two.", "One two three four.", "One."]).longest == "One two three four."


def test_no_text_is_read_with_ease():
    assert reading([]).grade == 0
