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
    """A row is one reading of the strength of a past force; readings of one force stand in the order of time."""

    id: Identifier
    """Name of the reading."""
    mission: Identifier
    """Name of the force; its readings have it in common."""
    name: Label
    """What the force is called in tables."""
    kind: Literal["peace", "war"]
    """`peace` for a force that came after a war had been ended, `war` for one that fought it; plans are set beside
    peace alone."""
    moment: Literal["staged", "start", "later"]
    """When in its life: `staged` next door before it began, at its `start`, or `later`."""
    date: Month
    """Month of the reading, such as 1996-12."""
    strength: Number
    """Persons there, above zero."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Nobody there."""
        yield from super().faults()
        if self.strength <= 0:
            yield Fault("strength", f"{self.strength:g} is not above zero; write how many persons there were.")


class ShareOfForce(Judged):
    """A share of the force that an option starts with, judged low, most likely and high."""

    option: Identifier
    """The option, by its id in options.csv."""
    low: Number
    """Lowest share of the force that is held possible, from 0 to 1."""
    central: Number
    """Share of the force that is held most likely, from 0 to 1."""
    high: Number
    """Highest share of the force that is held possible, from 0 to 1."""

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
    """A row is the strength that an option plans for a year, as a share of the strength it starts with.

    A year without a row has the strength of the row before it, and full strength where there is none.
    """

    KEY: ClassVar[tuple[str, ...]] = ("option", "year")
    MOST: ClassVar[str] = "the starting strength"

    year: WholeNumber
    """Years after the start: 1 for the first, and none beyond the `planning_horizon` of case.yaml."""

    def faults(self) -> Iterator[Fault]:
        """A year before the first, and a strength of nobody, which is an end and no plan for a strength."""
        yield from super().faults()
        if self.low == 0:
            yield Fault("low", "0 leaves nobody; end the plan before, or write a share above zero.")
        if self.year < 1:
            yield Fault("year", f"{self.year} is no year after the start; write 1 for the first.")


class Staged(ShareOfForce):
    """A row is the share of the force of an option that stands in neighbouring states when the ceasefire is signed."""

    KEY: ClassVar[tuple[str, ...]] = ("option",)
