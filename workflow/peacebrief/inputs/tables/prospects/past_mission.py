"""Past missions that were asked for: how likely each gate was from what was known then, judged by one reader.

Gates are called by what they ask, so that they are the same for every case. What came of a mission stands in a table of
its own, which nothing that judges reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.judgement import Chance
from peacebrief.inputs.cells.row import (
    Date,
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    WholeNumber,
    span_faults,
)

# The last is asked by the earlier rule only: full strength for five years.
PastGateKind = Literal["mandate", "consent", "ceasefire", "generation", "supply", "rotation", "full_strength"]

# Ids of facts on all past missions, which no mission may take.
SCORES = ("brier", "brier_constant", "brier_left_out", "came_true", "given", "misses", "missions", "open")


class PastVerdict(GradedEvidence):
    """A row is a past mission that was asked for, formed or not; the rule of the verdict is tried on it."""

    id: Identifier
    """Name of the mission in past_gates.csv and past_outcomes.csv."""
    name: Label
    """What it is called in tables."""
    in_sentence: Label
    """What it is called inside a sentence."""
    asked_on: Date
    """Day on which its gates are asked; only what was known then may count."""
    size: Number
    """Persons asked for then, above zero."""
    lead: Label
    """Who was to lead it."""
    term_months: WholeNumber
    """Months that the decision named for it, and 12 where it named none."""

    def faults(self) -> Iterator[Fault]:
        """Nobody asked for, a term of no month, and an id that is taken."""
        yield from super().faults()
        if self.size <= 0:
            yield Fault("size", f"{self.size:g} is not above zero; write how many persons were asked for.")
        if self.term_months < 1:
            yield Fault("term_months", f"{self.term_months} is no term; write the months planned, 1 or more.")
        if self.id in SCORES:
            yield Fault("id", f"{self.id} is the name of a score of all missions; choose another.")


class PastGate(Chance):
    """A row says how likely a past mission was to pass one gate, judged by one reader from what was known on the day.

    Rows are not changed once outcomes are joined.
    """

    KEY: ClassVar[tuple[str, ...]] = ("mission", "gate")

    mission: Identifier
    """The mission, by its id in past_verdicts.csv."""
    gate: PastGateKind
    """What is asked: a `mandate`, the `consent` of the host, an uncontested `ceasefire`; `generation`, whether pledges
    reach the size; `supply`, in a fight with the main way lost; `rotation`, whether it could be relieved for its term;
    `full_strength` for five years, which only the earlier rule asked."""
    known: FilledText
    """What could be known on that day, in a sentence: the reader judges from it alone."""
    known_basis: Literal["found", "recalled"]
    """How we know that: `found` in the document cited, or `recalled`."""


class PastOutcome(GradedEvidence):
    """A row says what came of a past mission."""

    KEY: ClassVar[tuple[str, ...]] = ("mission",)

    mission: Identifier
    """The mission, by its id in past_verdicts.csv."""
    share_6: OptionalNumber
    """Share of the size asked for that was there within six months; 1.2 is more than was asked for. Empty where not
    known."""
    share_12: Number
    """Share of the size asked for that was there within twelve months; 1.2 is more than was asked for."""
    kept: Flag
    """`1` where the force stayed for its term, or was replaced by another as planned, else `0`."""
    happened: Label
    """What happened, in a few words."""

    def faults(self) -> Iterator[Fault]:
        """A share below nought, a force that shrank to less than it had been, one kept up that never was there."""
        yield from super().faults()
        yield from span_faults({"share_6": self.share_6, "share_12": self.share_12})
        if self.kept and self.share_12 == 0:
            yield Fault("kept", "1 for a force of which nobody was there; write 0.")
