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
    """A row is one question that experts are asked, and the judged row that their answers replace.

    It is worded so that it stands alone.
    """

    id: Identifier
    """Name of the question, which elicitation.csv points to."""
    wording: Sentence
    """The question as experts read it."""
    unit: UnitId
    """Unit of the answers: probability or share, but for a seed question, which may have any."""
    replaces_table: Literal["gate_chances", "position_chances", "carry_over", "risk_chances", ""]
    """Table whose row the answers replace: `gate_chances`, `position_chances`, `carry_over` or `risk_chances`; empty
    for a seed question."""
    replaces_row: Text
    """That row, by its key columns joined by strokes, such as law/separation/alone, those that are empty left out;
    empty for a seed question."""
    seed: Literal["yes", "no"]
    """`yes` for a question whose answer is known, by which experts are scored; `no` for one that replaces a judged row.
    """
    answer: OptionalNumber
    """The known answer of a seed question, in its unit; empty for any other."""
    source: Text
    """Keys of records in sources.bib that the known answer is from; empty for a question that has none."""
    locator: Text
    """Where in that document the answer stands; empty for a question that has none."""
    checked: OptionalDate
    """Day on which the known answer was last looked at; empty where nobody has."""
    note: Text
    """What a reader should know of the question; empty where there is nothing to add."""

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
    """A row is what one expert answered to one question in one round, in the unit of the question.

    The last round of a question counts.
    """

    KEY: ClassVar[tuple[str, ...]] = ("question", "expert", "round")

    question: Identifier
    """The question, by its id in elicitation_questions.csv."""
    expert: Identifier
    """Pseudonym of the expert; no name belongs here."""
    round: WholeNumber
    """Round of asking: 1 for the first."""
    lowest: Number
    """Lowest value that the expert holds possible, below highest."""
    highest: Number
    """Highest value that the expert holds possible."""
    best: Number
    """Value that the expert holds most likely, between the two."""
    sure: Number
    """How sure the expert is that the truth lies between lowest and highest: a share of certainty from 0.5 to 1."""
    date: Date
    """Day of the answer."""
    note: Text
    """The reason that the expert gave; empty where there was none."""

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
