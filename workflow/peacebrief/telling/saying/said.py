"""What is to be said, before anybody says it: a phrase by its id, and what fills its slots.

A page says it with links and marks, a figure in plain text; both with the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from peacebrief.reasoning.language import plural_form


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of `templates/words/`: "verdict.below" is the macro `below` of verdict.jinja."""

    id: str
    slots: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A fact in one of the forms that `spell` knows."""

    fact: str
    form: str = "auto"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The words of a fact as a label that stands out."""

    fact: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact in one of its forms, at the place where it is told: its numbers elsewhere lead here."""

    fact: str
    form: str = "auto"


@dataclass(frozen=True, slots=True)
class Cited:
    """Sources: their short citations inside the `line` or in a `note`, or their `number` in the list at the end."""

    keys: str
    way: Literal["line", "note", "number"] = "line"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A figure or a table by its number, wherever in the brief it stands: "Figure 3"."""

    kind: Literal["figure", "table"]
    id: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date in words."""

    iso: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Parts of one sentence: `names` "a, b and c", `or` "a, b or c", `clauses` "a, b, and c", else `way` between."""

    parts: Sequence[Said]
    way: str = "names"


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences one after another; those with nothing to say are left out."""

    parts: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the head of a sentence, with a capital."""

    said: Said


# What leads somewhere, is led to, or stands out.
Pointed = Ruling | Placed | Cited | Pointer | Day
Said = str | Phrase | Number | Listed | Sentences | Opening | Pointed
NOTHING = ""


def phrase(name: str, /, **slots: Said) -> Phrase:
    """The phrase called `name`, with its slots."""
    return Phrase(name, slots)


def counted(name: str, count: float, /, **slots: Said) -> Phrase:
    """The phrase `name` in the form that goes with a count: "_one" or "_other" is added to its name."""
    return Phrase(f"{name}_{plural_form(count)}", slots)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, a cell for each of its columns; `anchor` is its id in the page, `option` whom it is about."""

    cells: Sequence[Cell]
    anchor: str = ""
    option: str = ""


# A value of an input table is printed as it stands: a year, a label, a quantity in a column of numbers.
Cell = Said | float | bool | None
