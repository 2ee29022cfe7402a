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
    """A mission, the day on which its gates are asked, the size asked for (persons), and the term planned (months)."""

    id: Identifier
    name: Label
    in_sentence: Label
    asked_on: Date
    size: Number
    lead: Label
    term_months: WholeNumber

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
    """The chance of a gate, judged from what was `known` on the day; `known_basis` is how we know that."""

    KEY: ClassVar[tuple[str, ...]] = ("mission", "gate")

    mission: Identifier
    gate: PastGateKind
    known: FilledText
    known_basis: Literal["found", "recalled"]


class PastOutcome(GradedEvidence):
    """What came of a mission: the share of the size asked for that was there within 6 and 12 months, and if it stayed.

    `kept` is 1 where the force stayed for its term, or was replaced by another as planned.
    """

    KEY: ClassVar[tuple[str, ...]] = ("mission",)

    mission: Identifier
    share_6: OptionalNumber
    share_12: Number
    kept: Flag
    happened: Label

    def faults(self) -> Iterator[Fault]:
        """A share below nought, a force that shrank to less than it had been, one kept up that never was there."""
        yield from super().faults()
        yield from span_faults({"share_6": self.share_6, "share_12": self.share_12})
        if self.kept and self.share_12 == 0:
            yield Fault("kept", "1 for a force of which nobody was there; write 0.")
