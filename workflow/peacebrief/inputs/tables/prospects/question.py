"""A question that experts are asked, and what one of them answered in one round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import (
    Date,
    Fault,
    Identifier,
    Number,
    OptionalDate,
    OptionalNumber,
    Row,
    Sentence,
    Text,
    UnitId,
    WholeNumber,
    span_faults,
)

CHANCES = frozenset({"probability", "share"})
LEAST_SURE, MOST_SURE = 0.5, 1.0


class ElicitationQuestion(Row):
    """A question in words that stand alone, and the judged row that the answers replace.

    `replaces_row` is that row's key in `replaces_table`, as `law/separation/alone`. A `seed` question replaces none:
    its `answer` is known, with source and locator, and experts are scored by it.
    """

    id: Identifier
    wording: Sentence
    unit: UnitId
    replaces_table: Literal["gate_chances", "position_chances", "carry_over", "risk_chances", ""]
    replaces_row: Text
    seed: Literal["yes", "no"]
    answer: OptionalNumber
    source: Text
    locator: Text
    checked: OptionalDate
    note: Text

    def faults(self) -> Iterator[Fault]:
        """A seed question without answer or source, or that replaces a row; any other that has an answer or no row."""
        yield from self._seed_faults() if self.seed == "yes" else self._judged_faults()

    def _seed_faults(self) -> Iterator[Fault]:
        if self.answer is None:
            yield Fault("answer", "the answer is missing; a seed question is one whose answer is known.")
        for column in ("source", "locator"):
            if not getattr(self, column):
                yield Fault(column, "the cell is empty; say where the answer of a seed question is from.")
        for column in ("replaces_table", "replaces_row"):
            if getattr(self, column):
                yield Fault(column, "a seed question replaces no row; leave it empty, or write no in seed.")

    def _judged_faults(self) -> Iterator[Fault]:
        if self.answer is not None:
            yield Fault("answer", f"{self.answer:g} is known; write yes in seed, or leave the answer empty.")
        for column in ("replaces_table", "replaces_row"):
            if not getattr(self, column):
                yield Fault(column, "the cell is empty; name the judged row that the answers replace.")
        if self.unit not in CHANCES:
            yield Fault("unit", f"{shown(self.unit)} is no chance, as judged rows are; write probability or share.")


class ElicitationAnswer(Row):
    """What an expert, known by a pseudonym, answered in one round, in the unit of the question.

    `sure` is the share of certainty that the truth lies between `lowest` and `highest`, `note` the reason given.
    """

    KEY: ClassVar[tuple[str, ...]] = ("question", "expert", "round")

    question: Identifier
    expert: Identifier
    round: WholeNumber
    lowest: Number
    highest: Number
    best: Number
    sure: Number
    date: Date
    note: Text

    def faults(self) -> Iterator[Fault]:
        """Numbers out of order or negative, no range at all, a certainty below even or above full, no such round."""
        yield from span_faults({"lowest": self.lowest, "best": self.best, "highest": self.highest})
        if self.lowest == self.highest:
            yield Fault("highest", f"lowest and highest are both {self.lowest:g}; ask the expert for a range.")
        if not LEAST_SURE <= self.sure <= MOST_SURE:
            message = f"{self.sure:g} is not between {LEAST_SURE:g} and {MOST_SURE:g}; 80 per cent sure is 0.8."
            yield Fault("sure", message)
        if self.round < 1:
            yield Fault("round", f"{self.round} is not a round; write 1 for the first.")
