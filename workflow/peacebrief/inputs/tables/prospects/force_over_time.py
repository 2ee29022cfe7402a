"""A force over time: what past missions had staged, at the start and later, and what an option plans.

A plan is a share of the starting strength by year. What is staged is the share of the force that stands in neighbouring
states when the ceasefire is signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from peacebrief.inputs.cells.judgement import Judged
from peacebrief.inputs.cells.row import PARTS, Fault, GradedEvidence, Identifier, Label, Number, Text, WholeNumber

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class MissionStrength(GradedEvidence):
    """One reading of the strength of a past force: `staged` next door before it, at its `start`, or `later`.

    `kind` is `peace` for a force that came after a war had been ended, and `war` for one that fought it.
    """

    id: Identifier
    mission: Identifier
    name: Label
    kind: Literal["peace", "war"]
    moment: Literal["staged", "start", "later"]
    date: Month
    strength: Number
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Nobody there."""
        yield from super().faults()
        if self.strength <= 0:
            yield Fault("strength", f"{self.strength:g} is not above zero; write how many persons there were.")


class ShareOfForce(Judged):
    """A share of the force that an option starts with, judged low, most likely and high."""

    option: Identifier

    def faults(self) -> Iterator[Fault]:
        """Shares out of order, below nought, or above the whole force."""
        yield from super().faults()
        values = [getattr(self, part) for part in PARTS]
        for part, value in zip(PARTS, values, strict=True):
            if value > 1:
                yield Fault(part, f"{value:g} is above 1, {self.MOST}; write a share of it (60 per cent is 0.6).")
            if value < 0:
                yield Fault(part, f"{value:g} is negative; write zero or more.")
        for part, other, low, high in zip(PARTS, PARTS[1:], values, values[1:], strict=False):
            if low > high:
                yield Fault(part, f"{low:g} is above {other} ({high:g}); exchange or correct them.")

    MOST: ClassVar[str] = "the whole force"


class PlannedStrength(ShareOfForce):
    """The strength planned so many years after the start, as a share of the starting strength.

    A year without a row has the strength of the row before it, and full strength where there is none.
    """

    KEY: ClassVar[tuple[str, ...]] = ("option", "year")
    MOST: ClassVar[str] = "the starting strength"

    year: WholeNumber

    def faults(self) -> Iterator[Fault]:
        """A year before the first, and a strength of nobody, which is an end and no plan for a strength."""
        yield from super().faults()
        if self.low == 0:
            yield Fault("low", "0 leaves nobody; end the plan before, or write a share above zero.")
        if self.year < 1:
            yield Fault("year", f"{self.year} is no year after the start; write 1 for the first.")


class Staged(ShareOfForce):
    """The share of the force that stands in neighbouring states when the ceasefire is signed."""

    KEY: ClassVar[tuple[str, ...]] = ("option",)
