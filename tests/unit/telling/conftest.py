"""A case made up cell by cell, and what is said of it."""

from pathlib import Path

import pytest

from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Listed, Opening, Phrase, Row, Sentences
from peacebrief.telling.saying.voice import PlainVoice, Words

WORDS = Path(__file__).parents[3] / "workflow/templates/words"


def fact(name, value):
    """A fact by its value: words, a chance or a share from nought to one, three quantiles, or else a number."""
    common = {"id": name, "label": name, "method": "made up", "because": ()}
    if isinstance(value, str):
        return Fact(**common, unit="words", kind="words", value=value)
    if isinstance(value, tuple):
        return Fact(**common, unit="persons", kind="quantiles", **dict(zip(("p5", "p50", "p95"), value, strict=True)))
    chance = isinstance(value, float) and 0 <= value <= 1
    return Fact(**common, unit="probability" if chance else "persons", kind="probability" if chance else "number",
                value=value)  # fmt: skip


@pytest.fixture
def known():
    """What is known of a made-up case: facts by id, tables and settings as given."""

    def of(facts=None, *, case=None, **tables):
        return Known({name: fact(name, value) for name, value in (facts or {}).items()}, tables, case or {})

    return of


class OpenVoice(PlainVoice):
    """A plain voice that says what leads somewhere by its parts."""

    def pointed(self, said):
        return f"[{said}]"


@pytest.fixture
def aloud():
    """The words of what is said about a case."""

    def say(known, said):
        words = Words(WORDS, escaped=False, vocabulary={"called": known.called})
        return OpenVoice(words, known.facts).say(said)

    return say


def phrases_in(said):
    """The ids of all phrases of what is said, outermost first."""
    if isinstance(said, Phrase):
        return [said.id, *(name for part in said.slots.values() for name in phrases_in(part))]
    if isinstance(said, Listed | Sentences):
        return [name for part in said.parts for name in phrases_in(part)]
    if isinstance(said, Opening):
        return phrases_in(said.said)
    if isinstance(said, Row):
        return [name for cell in said.cells for name in phrases_in(cell)]
    return [name for part in said for name in phrases_in(part)] if isinstance(said, list) else []


@pytest.fixture
def phrases():
    """The ids of all phrases of what is said."""
    return phrases_in


@pytest.fixture
def cells(aloud):
    """The cells of rows: words said aloud, values of tables as they are."""

    def said(known, rows):
        return [
            [cell if cell is None or isinstance(cell, bool | float | int) else aloud(known, cell) for cell in row.cells]
            for row in rows
        ]

    return said
