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
    """A row is one state that might send troops: its forces, spending and position, and the brigades it might sustain.

    `basis` and `confidence` speak of army_active; the other numbers say by themselves how they are known.
    """

    id: Identifier
    """Name of the state in every other table."""
    country: Label
    """Name of the country as sentences and tables print it."""
    nato: Flag
    """`1` for a member of NATO, `0` for any other state."""
    eu: Flag
    """`1` for a member of the European Union, `0` for any other state."""
    active_personnel: Number
    """Persons on active duty in all armed forces."""
    active_basis: Basis
    """How active_personnel is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis.
    """
    nato2024_personnel: OptionalNumber
    """Persons in the armed forces as NATO counted them for 2024; empty where it published none."""
    army_active: Number
    """Persons on active duty in the army; the model takes from it what a state could keep deployed."""
    army_trained: OptionalNumber
    """Persons of the army without recruits in training; a share tied up is measured against it where it is known, else
    the cell is empty."""
    army_kind: ArmyKind
    """How the army is filled: `professional` by those who chose to serve, `conscript` mostly by those called up,
    `mixed` by both."""
    army_kind_basis: Basis
    """How army_kind is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis."""
    gdp_share_pct: OptionalNumber
    """Spending on defence in per cent of the gross domestic product; empty where not known."""
    gdp_share_year: WholeNumber
    """Year that gdp_share_pct is for."""
    budget_usd_bn: OptionalNumber
    """Spending on defence in a year, in billions of US dollars; the cost of a force is set against it. Empty where not
    known."""
    budget_year: WholeNumber
    """Year that budget_usd_bn is for."""
    budget_basis: Basis
    """How budget_usd_bn is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis."""
    position: Position
    """What the government has said of sending troops. `yes`: it offers them; `standing`: nothing, but it serves in
    missions of the kind; `conditional`: on a condition; `conflicting`: different things; `unstated`: nothing; `no`: it
    refuses."""
    position_date: Text
    """Day or month in which the position was stated; empty where nothing was said."""
    position_detail: Text
    """What was said exactly, and on which condition; empty where there is nothing to tell."""
    position_basis: OptionalBasis
    """How the position is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis; empty
    where nothing was said."""
    position_confidence: Grade
    """How sure the reader is of the position: `high`, `medium` or `low`."""
    brigades_low: OptionalNumber
    """Fewest brigades that the state could keep deployed; all three counts are empty where nobody has counted, as for
    those who send battalions."""
    brigades_central: OptionalNumber
    """Brigades that the state could most likely keep deployed; empty together with the other two counts."""
    brigades_high: OptionalNumber
    """Most brigades that the state could keep deployed; empty together with the other two counts."""
    brigades_basis: Basis
    """How the brigades are known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis."""
    brigades_note: Text
    """Where the counts of brigades come from; empty where there is nothing to add."""
    quote: Text
    """Words in which the position was stated, at most 25; empty where nothing is quoted."""

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
    """A row says how likely a state that has taken a position takes part, at one level of support.

    More support may not make anybody less likely.
    """

    KEY: ClassVar[tuple[str, ...]] = ("position", "support_level")

    position: Position
    """Position of the government: `yes`, `standing`, `conditional`, `conflicting`, `unstated` or `no`, as in
    contributors.csv."""
    support_level: Identifier
    """Level of support, one of the `support_levels` of case.yaml."""


class ArmyStrength(GradedEvidence):
    """A row says how many persons a state had under arms in one year, counted by one series."""

    id: Identifier
    """Name of the count."""
    contributor: Identifier
    """The state, by its id in contributors.csv."""
    country: Label
    """Name of the country."""
    year: WholeNumber
    """Year of the count, from 1900 to 2100."""
    persons: Number
    """Persons under arms, counted as the series counts them."""
    series: Identifier
    """Who counted: numbers of one series may be compared from year to year, those of two may not."""

    def faults(self) -> Iterator[Fault]:
        """Nobody under arms, a year that is none."""
        yield from super().faults()
        if self.persons <= 0:
            yield Fault("persons", f"{self.persons:g} is not above zero; write how many were under arms.")
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            yield Fault("year", f"{self.year} is not a year between {FIRST_YEAR} and {LAST_YEAR}.")


class SustainedDeployment(GradedEvidence):
    """A row is one state in one year in which it kept about that many soldiers abroad for two years or more.

    `basis` speaks of deployed.
    """

    CITING: ClassVar[tuple[str, ...]] = ("source", "army_source")

    id: Identifier
    """Name of the row."""
    contributor: Identifier
    """The state, by the id it has in contributors.csv."""
    country: Label
    """Name of the country."""
    year: WholeNumber
    """Year of the count, from 1900 to 2100."""
    operations: FilledText
    """Operations that were counted, separated by semicolons; those of missions.csv are named by its ids."""
    deployed: Number
    """Soldiers kept on these operations, in persons."""
    bound: Literal["about", "least", "most"]
    """How good the count is: `about` right, at `least` this where operations are left out, at `most` this where much
    more than the army is in. Only rows with `about` are fitted."""
    services: Literal["army", "all"]
    """Who was counted: `army`, soldiers of the army alone, or `all` services in the theatres on land, which makes the
    share of the army too high."""
    army: Number
    """Strength of the army that they came from in that year, in persons."""
    army_basis: Basis
    """How army is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis."""
    kind: ArmyKind
    """How the army was filled: `professional` by those who chose to serve, `conscript` mostly by the drafted, `mixed`
    in part. Coded by one reader."""
    years_held: Number
    """Years for which about this strength was kept, from 2 to 40; coded by one reader."""
    standing: OptionalNumber
    """Soldiers bound elsewhere at the same time, as in garrisons and forward land forces, in persons; empty where not
    known."""
    army_source: FilledText
    """Keys of the records in sources.bib that army rests on, separated by semicolons."""
    quote: Text
    """Words of the source that carry the number deployed, at most 25; empty where nothing is quoted."""

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
    """A row is one operation that binds soldiers of a state at present, so that a mission to come does not get them.

    Garrisons abroad are left out.
    """

    id: Identifier
    """Name of the row."""
    contributor: Identifier
    """The state, by its id in contributors.csv."""
    operation: FilledText
    """The operation, in a few words."""
    troops: Number
    """Soldiers of the land forces that it binds, in persons, at least 1."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Nobody bound."""
        yield from super().faults()
        if self.troops < 1:
            yield Fault("troops", f"{self.troops:g} binds nobody; write how many persons are there, or drop the row.")
