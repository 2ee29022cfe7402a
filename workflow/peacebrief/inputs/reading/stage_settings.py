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
    """How busy a force is: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: Label
    phrase: Label
    definition: FilledText


class Carriers(Row):
    """The rows of `vehicles.csv` that carry supplies: military lorries on the last mile, and hired ones and trains
    inside the theatre; those of the name with `_fuel` carry fuel, the others everything else.
    """

    last_mile: Identifier
    last_mile_fuel: Identifier
    hired: Identifier
    hired_fuel: Identifier
    train: Identifier
    train_fuel: Identifier


class ExpectedLosses(Row):
    """What was expected of the loss of countries before the calculation.

    The pair that would leave least, and one country that would cost little.
    """

    worst_pair: list[Country] = Field(min_length=2, max_length=2)
    replaceable: Country


class LogisticsSettings(Row):
    """The section `logistics` of `case.yaml`.

    `postures` run from calm to intense: costs are told against the first, ammunition is held for the last. `sizes` are
    the forces supplied, of which `reference_size` is the one that losses are tested on; `loss_days` are how long a loss
    lasts. The worst set of `losses_at_once` countries or corridors is looked for. `carriers` are what brings supplies.
    Where nothing was `expected` of losses, no verdict is given on it.
    """

    postures: dict[Identifier, Posture] = Field(min_length=1)
    sizes: list[Positive] = Field(min_length=1)
    reference_size: Positive
    loss_days: list[Positive] = Field(min_length=1)
    losses_at_once: LossesAtOnce
    carriers: Carriers
    expected: ExpectedLosses | None = None

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
    """The section `generation` of `case.yaml`.

    Supply is told for forces from none to `largest_size` (persons) in steps of `size_step`, and for `supply_sizes`
    (persons) under each model by itself and under both. A contributor counts as
    `likely` from this central probability of taking part. Recruiting is asked to close a gap in `closing_years`, and
    counts as never closing it after `longest_wait` (years).
    """

    largest_size: Positive
    size_step: Positive
    supply_sizes: list[Positive] = Field(min_length=1)
    likely: Probability
    closing_years: Years
    longest_wait: Years

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
    """Probabilities of the weakest gate, and of all gates together (`joint`), that the verdict is read from."""

    feasible: Probability
    conditional: Probability
    not_feasible: Probability
    joint: Probability


class FeasibilitySettings(Row):
    """The section `feasibility` of `case.yaml`.

    `years` are the horizons that durations are told for, `planning_horizon` (years) is the one of the rotation gate and
    of costs. An enabler counts as critical from the grade `critical_from`. `war_sizes` (persons) are the sizes of force
    whose risk of renewed war is told; the first is none.
    """

    thresholds: Thresholds
    years: list[Years] = Field(min_length=1)
    planning_horizon: Years
    critical_from: GradeOfFive
    war_sizes: list[NoneOrMore] = Field(min_length=2)

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
