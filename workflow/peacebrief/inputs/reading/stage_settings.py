"""What a case asks of each stage: of its supply, of who would send troops, and of whether the force would work.

Of its supply it asks for postures, sizes of force, and how long a loss lasts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from peacebrief.inputs.cells.row import Fault, FilledText, Identifier, Label, Number, Row, WholeNumber
from peacebrief.inputs.tables.transport_network import Country

Positive = Annotated[WholeNumber, Field(gt=0)]
NoneOrMore = Annotated[WholeNumber, Field(ge=0)]

# The model steps from year to year and from size to size: more would take it hours and tell nothing.
MOST_YEARS, MOST_STEPS = 200, 1000
Years = Annotated[Positive, Field(le=MOST_YEARS)]
Probability = Annotated[Number, Field(gt=0, lt=1)]

HIGHEST_GRADE = 5
GradeOfFive = Annotated[WholeNumber, Field(ge=1, le=HIGHEST_GRADE)]

# More countries and corridors than this are lost at once in no war short of a general one.
MOST_LOSSES = 4
LossesAtOnce = Annotated[WholeNumber, Field(ge=1, le=MOST_LOSSES)]


class Posture(Row):
    """How busy a force is."""

    label: Label
    """What the posture is called in tables and figures."""
    phrase: Label
    """What it is called inside a sentence."""
    definition: FilledText
    """What a force in this posture does."""


class Carriers(Row):
    """The rows of vehicles.csv that carry supplies."""

    last_mile: Identifier
    """Military lorry that brings everything but fuel to the troops, by its id in vehicles.csv."""
    last_mile_fuel: Identifier
    """Military tanker that brings fuel to the troops, by its id in vehicles.csv."""
    hired: Identifier
    """Hired lorry for everything but fuel inside the theatre, by its id in vehicles.csv."""
    hired_fuel: Identifier
    """Hired tanker for fuel inside the theatre, by its id in vehicles.csv."""
    train: Identifier
    """Train for everything but fuel inside the theatre, by its id in vehicles.csv."""
    train_fuel: Identifier
    """Train for fuel inside the theatre, by its id in vehicles.csv."""


class ExpectedLosses(Row):
    """What was expected of the loss of countries before the calculation."""

    worst_pair: list[Country] = Field(min_length=2, max_length=2)
    """The two countries whose loss together was expected to leave least, by their codes of two capital letters."""
    replaceable: Country
    """One country whose loss was expected to cost little, by its code of two capital letters."""


class LogisticsSettings(Row):
    """What is asked of the supply of the force."""

    postures: dict[Identifier, Posture] = Field(min_length=1)
    """The postures of the force by name, from calm to intense: costs are told against the first, ammunition is held for
    the last."""
    sizes: list[Positive] = Field(min_length=1)
    """Sizes of force that supply is worked out for, in persons, rising."""
    reference_size: Positive
    """The one of the sizes that losses are tested on, in persons."""
    loss_days: list[Positive] = Field(min_length=1)
    """How many days a loss lasts, a list that rises."""
    losses_at_once: LossesAtOnce
    """How many countries or corridors the worst set of losses takes at once, from 1 to 4."""
    carriers: Carriers
    """The rows of vehicles.csv that carry supplies."""
    expected: ExpectedLosses | None = None
    """What was expected of losses before the calculation; left out, nothing is said of it."""

    def faults(self) -> Iterator[Fault]:
        """Sizes or days listed twice or out of order, a reference that is none of the sizes."""
        for name, values in (("sizes", self.sizes), ("loss_days", self.loss_days)):
            if values != sorted(set(values)):
                yield Fault(name, "the numbers do not rise; list each once, the smallest first.")
        if self.expected and len(set(self.expected.worst_pair)) < len(self.expected.worst_pair):
            yield Fault("expected", "the pair names one country twice; name two.")
        if self.reference_size not in self.sizes:
            sizes = ", ".join(str(size) for size in self.sizes)
            yield Fault("reference_size", f"{self.reference_size} is not one of the sizes; write one of {sizes}.")


class GenerationSettings(Row):
    """What is asked of who would send troops."""

    largest_size: Positive
    """Largest force that supply is told for, in persons."""
    size_step: Positive
    """Step between the sizes of force on the curve of supply, in persons; whole steps end at largest_size."""
    supply_sizes: list[Positive] = Field(min_length=1)
    """Sizes of force that are told under each model of supply by itself and under both, in persons, rising."""
    likely: Probability
    """A state counts as likely to take part from this central probability on, between 0 and 1."""

    def faults(self) -> Iterator[Fault]:
        """Steps that do not end at the largest size, or are too many; sizes out of order, or beyond the largest."""
        if self.supply_sizes != sorted(set(self.supply_sizes)):
            yield Fault("supply_sizes", "the numbers do not rise; list each once, the smallest first.")
        elif self.supply_sizes[-1] > self.largest_size:
            message = f"{self.supply_sizes[-1]} is above the largest_size of {self.largest_size}; change one of them."
            yield Fault("supply_sizes", message)
        if self.largest_size % self.size_step:
            yield Fault(
                "size_step", f"steps of {self.size_step} do not end at {self.largest_size}; change one of them."
            )
        elif self.largest_size // self.size_step > MOST_STEPS:
            steps = self.largest_size // self.size_step
            yield Fault("size_step", f"{self.size_step} makes {steps} steps; make it larger, for {MOST_STEPS} at most.")


class Thresholds(Row):
    """The probabilities that the verdict is read from."""

    feasible: Probability
    """Chance that every gate of a feasible option must reach, between 0 and 1, in whole per cent; the highest of the
    three."""
    conditional: Probability
    """Chance that every gate must reach by itself where named conditions would make an option feasible, between 0 and
    1, in whole per cent."""
    not_feasible: Probability
    """An option with any gate below this chance is not feasible on current evidence; between 0 and 1, in whole per
    cent."""
    joint: Probability
    """Chance of passing all gates together that a feasible option must reach, between 0 and 1, in whole per cent."""


class FeasibilitySettings(Row):
    """What is asked of whether the force would work."""

    thresholds: Thresholds
    """The marks of the rule of the verdict."""
    years: list[Years] = Field(min_length=1)
    """Years from the start that durations are told for, a list that rises."""
    planning_horizon: Years
    """Years that rotation and costs are asked for; one of the years."""
    critical_from: GradeOfFive
    """Grade from 1 to 5 of enabler_needs.csv from which an enabler counts as critical."""
    war_sizes: list[NoneOrMore] = Field(min_length=2)
    """Sizes of force whose risk of renewed war is told, in persons, rising; the first is 0."""

    def faults(self) -> Iterator[Fault]:
        """Thresholds out of order, years that do not rise, a planning horizon that is none of them."""
        levels = self.thresholds
        if not levels.not_feasible < levels.conditional < levels.feasible:
            yield Fault("thresholds", "they do not rise from not_feasible over conditional to feasible; correct them.")
        if self.years != sorted(set(self.years)):
            yield Fault("years", "the numbers do not rise; list each once, the smallest first.")
        if self.planning_horizon not in self.years:
            years = ", ".join(str(year) for year in self.years)
            yield Fault("planning_horizon", f"{self.planning_horizon} is not one of the years; write one of {years}.")
        if self.war_sizes != sorted({0, *self.war_sizes}):
            yield Fault("war_sizes", "the numbers do not rise from 0; list 0 first, then each size once.")
