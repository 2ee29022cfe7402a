"""One state that might send troops: its position, how likely it takes part, its army now and in past years.

A position is what a government has said about sending troops, in one word. `standing` is a standing contributor to
missions of the kind that has declared nothing and is assumed to be willing. An army strength is how many persons a
state had under arms in one year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.judgement import Chance
from peacebrief.inputs.cells.row import (
    Basis,
    Fault,
    Flag,
    Grade,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalBasis,
    OptionalNumber,
    Text,
    WholeNumber,
    span_faults,
)

Position = Literal["yes", "standing", "conditional", "conflicting", "unstated", "no"]
OptionalPosition = Annotated[Position | None, BeforeValidator(blank_to_none)]

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Contributor(GradedEvidence):
    """A state: its forces, spending and position, and the brigades it might sustain.

    `basis` and `confidence` speak of `army_active`, the strength of the army; the other numbers carry their own.
    `army_trained`, where it is known, leaves out recruits, and is then what the force is drawn from. `quote` is for the
    position.
    """

    id: Identifier
    country: Label
    nato: Flag
    eu: Flag
    active_personnel: Number
    active_basis: Basis
    nato2024_personnel: OptionalNumber
    army_active: Number
    army_trained: OptionalNumber
    gdp_share_pct: OptionalNumber
    gdp_share_year: WholeNumber
    budget_usd_bn: OptionalNumber
    budget_year: WholeNumber
    budget_basis: Basis
    position: Position
    position_date: Text
    position_detail: Text
    position_basis: OptionalBasis
    position_confidence: Grade
    brigades_low: Number
    brigades_central: Number
    brigades_high: Number
    brigades_basis: Basis
    brigades_note: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Brigades out of order, an army that cannot be divided by, an army above the whole force."""
        yield from super().faults()
        brigades = ("brigades_low", "brigades_central", "brigades_high")
        yield from span_faults({column: getattr(self, column) for column in brigades})
        yield from span_faults({"army_active": self.army_active, "active_personnel": self.active_personnel})
        yield from span_faults({"army_trained": self.army_trained, "army_active": self.army_active})
        for column in ("army_active", "army_trained"):
            if getattr(self, column) == 0:
                yield Fault(column, "0 is not possible here; write the strength of the army.")


class PositionChance(Chance):
    """The probability that a state of this position takes part, at one level of United States support."""

    KEY: ClassVar[tuple[str, ...]] = ("position", "us_level")

    position: Position
    us_level: Identifier


class ArmyStrength(GradedEvidence):
    """A count by one series, such as that of an alliance; `contributor` is the id it has in the cases."""

    id: Identifier
    contributor: Identifier
    country: Label
    year: WholeNumber
    persons: Number
    series: Identifier

    def faults(self) -> Iterator[Fault]:
        """Nobody under arms, a year that is none."""
        yield from super().faults()
        if self.persons <= 0:
            yield Fault("persons", f"{self.persons:g} is not above zero; write how many were under arms.")
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            yield Fault("year", f"{self.year} is not a year between {FIRST_YEAR} and {LAST_YEAR}.")
