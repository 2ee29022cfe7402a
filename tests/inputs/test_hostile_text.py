"""In any field of any input a hostile text is taken as text or refused in one sentence; nothing else happens."""

from __future__ import annotations

import shutil
from functools import cache

import pytest
from hostile import fields
from hostile.payloads import REFUSED, SHOWN
from hostile.spoiling import spoil

NAMES = [*fields.TOLD_IN_YAML, "source", *fields.MODELS]
LONGEST_SAID = 400
# They hold keys with semicolons between; that each key is known is checked across tables.
KEYS = {("source",), ("army_source",)}
outcome = cache(fields.problems_with)


def said(name, place, text):
    return [str(problem) for problem in outcome(name, place, text)]


def is_free(name, place):
    """Whether the field takes ordinary words."""
    return place not in KEYS and said(name, place, fields.ORDINARY) == []


def is_one_sentence(sentence, name, place):
    column = ".".join(str(part) for part in place if not isinstance(part, int))
    return (
        sentence.replace("entry type", "entrytype").startswith(f"{name}.csv, row 2 (a label), column {column[:60]}")
        and sentence.isprintable()
        and sentence.endswith((".", "?"))
        and len(sentence) < LONGEST_SAID
    )


@pytest.mark.fast_cases(8)
@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_printed_is_refused_in_every_field_with_one_sentence(name):
    wrong = {
        (place, payload): said(name, place, text)
        for place in fields.places(name)
        for payload, text in REFUSED.items()
        if not any(is_one_sentence(sentence, name, place) for sentence in said(name, place, text))
    }
    assert wrong == {}


@pytest.mark.fast_cases(8)
@pytest.mark.parametrize("name", NAMES)
def test_what_can_be_printed_is_taken_where_words_are_free_and_else_refused_with_one_sentence(name):
    wrong = {}
    for place in fields.places(name):
        for payload, text in SHOWN.items():
            sentences = said(name, place, text)
            if sentences and (is_free(name, place) or not all(is_one_sentence(one, name, place) for one in sentences)):
                wrong[place, payload] = sentences
    assert wrong == {}


def test_every_input_has_a_field_in_which_words_are_free():
    assert [name for name in NAMES if not any(is_free(name, place) for place in fields.places(name))] == []


@pytest.mark.parametrize(
    ("name", "column", "text", "expected"),
    [
        ("assumptions", "label", "long " * 25, "has 124 characters; 120 is the most here, so shorten it."),
        ("assumptions", "label", "w" * 41, "holds a word of more than 40 characters; break it up."),
        ("assumptions", "note", "long " * 401, "has 2,004 characters; 2,000 is the most here, so shorten it."),
        ("assumptions", "note", "w" * 201, "holds a word of more than 200 characters; break it up."),
        ("options", "id", "o" * 61, "has 61 characters; 60 is the most here, so shorten it."),
        ("case", "question", "long " * 61, "has 304 characters; 300 is the most here, so shorten it."),
    ],
)
def test_a_text_longer_than_its_place_allows_is_cut_short_in_the_sentence_that_refuses_it(name, column, text, expected):
    (sentence,) = said(name, (column,), text)
    cut = text.strip()[:60] + ("…" if len(text.strip()) > 60 else "")
    assert sentence == f'{name}.csv, row 2 (a label), column {column}: "{cut}" {expected}'


def test_an_accent_typed_apart_from_its_letter_is_the_same_letter():
    whole, apart = "Zo\u00eb", "Zoe\u0308"
    row = dict(fields.sound_record("assumptions"))
    read = [fields.model_of("assumptions").model_validate({**row, "label": label}).label for label in (whole, apart)]
    assert read == [whole, whole]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("turn", [0, 5, 19])
def test_a_case_full_of_hostile_text_is_taken_but_where_other_rows_are_named(tmp_path, turn):
    inputs = shutil.copytree(fields.MINIATURE, tmp_path / "inputs")
    spoilt, refused = spoil(inputs, turn)
    # The miniature has no article that an option could say anything of.
    assert refused == {
        ("risks", ("correlated_with",)),
        ("risk_consequences", ("counted",)),
        ("options", ("article_says",)),
    }
    assert len(spoilt) > 200
