"""What every table row has: an identifier, typed cells, evidence, and faults that only several cells together show.

The commonest of these are what may be wrong with a range: low, central and high.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from peacebrief.inputs.cells.cell import (
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    blank_to_none,
    fault,
    filled_text,
    iso_date,
    label_text,
    name_text,
    number,
    plain_text,
    sentence_text,
    whole_number,
)
from peacebrief.inputs.cells.problem import did_you_mean, shown
from peacebrief.inputs.cells.unit import UNITS, UPPER_BOUND

IDENTIFIER = r"^[A-Za-z0-9][A-Za-z0-9_]*$"

# A year, a month or a day.
PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"

PARTS = ("low", "central", "high")


def known_unit(value: str) -> str:
    """A unit of the closed list."""
    if value not in UNITS:
        raise fault(f"{shown(value)} is not a known unit; {did_you_mean(value, UNITS)}")
    return value


def _unit(value: object) -> str:
    return known_unit(filled_text(value))


def _optional_unit(value: object) -> str | None:
    return None if blank_to_none(value) is None else _unit(value)


Short = StringConstraints(max_length=LONGEST_TEXT)
Identifier = Annotated[str, BeforeValidator(name_text), StringConstraints(pattern=IDENTIFIER, max_length=LONGEST_NAME)]
Text = Annotated[str, BeforeValidator(plain_text), Short]
FilledText = Annotated[str, BeforeValidator(filled_text), Short]
Label = Annotated[str, BeforeValidator(label_text), StringConstraints(max_length=LONGEST_LABEL)]
Sentence = Annotated[str, BeforeValidator(sentence_text), StringConstraints(max_length=LONGEST_SENTENCE)]
Number = Annotated[float, BeforeValidator(number)]
WholeNumber = Annotated[int, BeforeValidator(whole_number)]
Flag = Annotated[Literal[0, 1], BeforeValidator(whole_number)]
PartialDate = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=PARTIAL_DATE)]
Date = Annotated[date, BeforeValidator(iso_date)]
UnitId = Annotated[str, BeforeValidator(_unit), Field(json_schema_extra={"enum": sorted(UNITS)})]
OptionalNumber = Annotated[Number | None, BeforeValidator(blank_to_none)]
OptionalWholeNumber = Annotated[WholeNumber | None, BeforeValidator(blank_to_none)]
OptionalDate = Annotated[Date | None, BeforeValidator(blank_to_none)]
OptionalUnit = Annotated[
    str | None, BeforeValidator(_optional_unit), Field(json_schema_extra={"enum": [*sorted(UNITS), None]})
]

Basis = Literal["found", "recalled", "derived", "computed", "judgement", "claim"]
OptionalBasis = Annotated[Basis | None, BeforeValidator(blank_to_none)]
Grade = Literal["high", "medium", "low"]


class Fault(NamedTuple):
    """What is wrong with a row beyond its single cells: the column to look at and one clause with the remedy."""

    column: str
    message: str


class Row(BaseModel):
    """One row of a table. `KEY` names the columns that together are used once only.

    `FILLED` names the columns that may look empty to the schema and are refused by the row, with a better sentence.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    FILLED: ClassVar[frozenset[str]] = frozenset()

    def row_key(self) -> str:
        """What the row is called in messages and in the trail of a fact."""
        return "/".join(str(getattr(self, column)) for column in self.KEY)

    def faults(self) -> Iterator[Fault]:
        """Faults that several cells together show."""
        yield from ()

    def sound(self) -> bool:
        """Whether the row has no faults of its own, so that others may be looked for beyond it."""
        return next(self.faults(), None) is None


class Evidence(Row):
    """How a row is known: basis, sources, where in them, when last checked, and why it is as it is.

    `CITING` names the columns that hold keys of sources.
    """

    CITING: ClassVar[tuple[str, ...]] = ("source",)

    basis: Basis
    """How the number is known. `found`: read in the document cited; `recalled`: from a known publication, not read
    again; `derived`: arithmetic on other rows; `computed`: worked out from data; `judgement`: an estimate of this
    project; `claim`: what somebody claims, kept to be tested."""
    source: FilledText
    """Keys of records in sources.bib that the row rests on, separated by semicolons; `declared` stands for an
    assumption of the project that has no document."""
    locator: FilledText
    """Where in the document it stands: a page, a table, a section, or which number to look for."""
    checked: OptionalDate
    """Day on which the evidence was last looked at, such as 2026-06-30; empty only where the basis is `recalled`."""
    note: Text
    """Why the row is as it is, and what a reader should know of it; empty where there is nothing to add."""

    def sources(self, column: str = "source") -> tuple[str, ...]:
        """The keys of the sources cited in a column."""
        return tuple(key.strip() for key in getattr(self, column).split(";"))

    def faults(self) -> Iterator[Fault]:
        """An empty key, a key cited twice, and a date missing where someone has looked."""
        for column in self.CITING:
            keys, cell = self.sources(column), shown(getattr(self, column))
            if "" in keys:
                yield Fault(column, f"{cell} has an empty key; separate keys by one semicolon.")
            if len(set(keys)) < len(keys):
                yield Fault(column, f"{cell} names a source twice; keep one.")
        if self.checked is None and self.basis != "recalled":
            yield Fault("checked", "the date is missing; write when the evidence was last checked, such as 2026-06-30.")


class GradedEvidence(Evidence):
    """Evidence with the confidence of whoever read it."""

    confidence: Grade
    """How sure the reader of the evidence is of the row, from its source and from agreement with others: `high`,
    `medium` or `low`."""


def range_of(row: Row, name: str) -> dict[str, float | None]:
    """The columns `name_low`, `name_central` and `name_high` of a row."""
    return {f"{name}_{part}": getattr(row, f"{name}_{part}") for part in PARTS}


def span_faults(parts: Mapping[str, float | None], *, unit: str | None = None) -> Iterator[Fault]:
    """Faults of a range whose `parts` are in rising order: a number out of order, negative, or beyond its unit."""
    filled = [(column, value) for column, value in parts.items() if value is not None]
    for (lower, low), (upper, high) in pairwise(filled):
        if low > high:
            yield Fault(lower, f"{low:g} is above {upper} ({high:g}); exchange or correct them.")
    most = UPPER_BOUND.get(unit or "", float("inf"))
    for column, value in filled:
        if value < 0:
            yield Fault(column, f"{value:g} is negative; write zero or more.")
        if value > most:
            remedy = " (60 per cent is 0.6)" if most == 1 else ""
            yield Fault(
                column, f"{value:g} is above {most:g}, the most for the unit {unit}; write a smaller number{remedy}."
            )
