"""One state that might send troops: its position, how likely it takes part, its army, what it kept and keeps abroad.

A position is what a government has said about sending troops, in one word. `standing` is a standing contributor to
missions of the kind that has declared nothing and is assumed to be willing. An army strength is how many persons a
state had under arms in one year; a sustained deployment, how many of its soldiers were on operations abroad in one; a
commitment, how many are bound by one at present.
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
    FilledText,
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

# A conscript army is filled by those called up, a professional one by those who chose to serve, a mixed one by both.
ArmyKind = Literal["professional", "mixed", "conscript"]

FIRST_YEAR, LAST_YEAR = 1900, 2100
# A strength held for less is a surge; no operation of one state has kept its strength for longer.
SHORTEST, LONGEST = 2, 40


class Contributor(GradedEvidence):
    """A state: its forces, spending and position, and the brigades it might sustain.

    `basis` and `confidence` speak of `army_active`, the strength of the army; the other numbers carry their own.
    The three numbers of brigades are empty where nobody has counted them, as for those who send battalions.
    `army_trained`, where it is known, leaves out recruits, and is then what a share tied up is measured against.
    `army_kind` is how the army is filled, known by `army_kind_basis`. `quote` is for the position.
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
    army_kind: ArmyKind
    army_kind_basis: Basis
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
    brigades_low: OptionalNumber
    brigades_central: OptionalNumber
    brigades_high: OptionalNumber
    brigades_basis: Basis
    brigades_note: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Brigades counted in part or out of order, no army to divide by, an army above the whole force."""
        yield from super().faults()
        brigades = {name: getattr(self, name) for name in ("brigades_low", "brigades_central", "brigades_high")}
        empty = [name for name, count in brigades.items() if count is None]
        if 0 < len(empty) < len(brigades):
            yield Fault(empty[0], "this is empty and others are not; fill in all three counts of brigades, or none.")
        yield from span_faults(brigades)
        yield from span_faults({"army_active": self.army_active, "active_personnel": self.active_personnel})
        yield from span_faults({"army_trained": self.army_trained, "army_active": self.army_active})
        for column in ("army_active", "army_trained"):
            if getattr(self, column) == 0:
                yield Fault(column, "0 is not possible here; write the strength of the army.")


class PositionChance(Chance):
    """The probability that a state of this position takes part, at one level of support."""

    KEY: ClassVar[tuple[str, ...]] = ("position", "support_level")

    position: Position
    support_level: Identifier


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


class SustainedDeployment(GradedEvidence):
    """Soldiers that a state kept on operations abroad in a year, at about that strength for `years_held`.

    `bound` is `least` or `most` where the count is known to leave out or to hold more than that, else `about`.
    `services` is `army` where soldiers of the army alone are counted, `all` where others in the theatres on land are,
    too. `army` is the strength of the army that they came from, known by `army_basis` and `army_source`. `standing` is
    how many were bound elsewhere, as in garrisons abroad and forward land forces; empty where that is not known.
    """

    CITING: ClassVar[tuple[str, ...]] = ("source", "army_source")

    id: Identifier
    contributor: Identifier
    country: Label
    year: WholeNumber
    operations: FilledText
    deployed: Number
    bound: Literal["about", "least", "most"]
    services: Literal["army", "all"]
    army: Number
    army_basis: Basis
    kind: ArmyKind
    years_held: Number
    standing: OptionalNumber
    army_source: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Nobody deployed, no army, more abroad than there are, a time too short or too long, a year that is none."""
        yield from super().faults()
        for column in ("deployed", "army"):
            if getattr(self, column) <= 0:
                yield Fault(column, f"{getattr(self, column):g} is not above zero; write how many persons there were.")
        yield from span_faults({"standing": self.standing})
        abroad = self.deployed + max(self.standing or 0, 0)
        if self.army > 0 and self.deployed > self.army:
            yield Fault("deployed", f"{self.deployed:g} is above the army of {self.army:g}; exchange or correct them.")
        elif self.army > 0 and abroad > self.army:
            message = f"with those deployed it is {abroad:g}, above the army of {self.army:g}; correct one."
            yield Fault("standing", message)
        if not SHORTEST <= self.years_held <= LONGEST:
            message = f"{self.years_held:g} is not between {SHORTEST} and {LONGEST} years; correct it or drop the row."
            yield Fault("years_held", message)
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            yield Fault("year", f"{self.year} is not a year between {FIRST_YEAR} and {LAST_YEAR}.")


class Commitment(GradedEvidence):
    """Troops (persons) of the land forces that an operation binds at present, such as a forward land force.

    They are what a mission to come does not get. Garrisons abroad are none: states had them beside what they kept
    deployed.
    """

    id: Identifier
    contributor: Identifier
    operation: FilledText
    troops: Number
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Nobody bound."""
        yield from super().faults()
        if self.troops < 1:
            yield Fault("troops", f"{self.troops:g} binds nobody; write how many persons are there, or drop the row.")
