"""The settings of a case: its question, its dates, its roles, its levels of support, and what it asks of each stage.

Of its supply it asks for postures, sizes of force, and how long a loss lasts; further who would send troops, and
whether the force would work. A level of support says how far the patron stands behind the force.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cells.cell import name_text
from peacebrief.inputs.cells.row import Date, Fault, FilledText, Identifier, Label, Number, Row, Sentence, WholeNumber
from peacebrief.inputs.tables.claim import RoleClass
from peacebrief.inputs.tables.transport_network import Country

Positive = Annotated[WholeNumber, Field(gt=0)]
NoneOrMore = Annotated[WholeNumber, Field(ge=0)]

# The model steps from year to year and from size to size: more would take it hours and tell nothing.
MOST_YEARS, MOST_STEPS = 200, 1000
Years = Annotated[Positive, Field(le=MOST_YEARS)]
Probability = Annotated[Number, Field(gt=0, lt=1)]
# A version of the project as its history names it.
ShortHash = Annotated[str, BeforeValidator(name_text), StringConstraints(pattern=r"^[0-9a-f]{7,40}$")]

HIGHEST_GRADE = 5
GradeOfFive = Annotated[WholeNumber, Field(ge=1, le=HIGHEST_GRADE)]

Task = Literal["posts", "patrols", "reaction", "reserve_brigades", "air_monitoring", "medical_evacuation"]
Share = Annotated[Number, Field(ge=0, le=1)]
# 2^24 is the most that the model draws with flat memory; below 2^10 no quantile is worth printing.
FEWEST_DRAWS, MOST_DRAWS = 2**10, 2**24


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
    `likely` from this central probability of taking part.
    """

    largest_size: Positive
    size_step: Positive
    supply_sizes: list[Positive] = Field(min_length=1)
    likely: Probability

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


class RuleFixed(Row):
    """When the rule of the verdict and the versions of the model were written down, and the commit that holds them.

    `after_results` where that commit is later than the results, since the history of the first is lost.
    """

    date: Date
    commit: ShortHash
    after_results: bool = False


class SupportLevel(Row):
    """A level of support: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: Label
    phrase: Label
    definition: FilledText


class Role(Row):
    """What a force is for, the tasks that follow from it, and where the evidence on it is found.

    `purpose` completes a sentence that begins with "to".
    """

    label: Label
    purpose: Label
    definition: FilledText
    tasks: list[Task] = Field(min_length=1)
    proposal_class: RoleClass
    mission_type: FilledText


class ClaimRules(Row):
    """How a claimed number is judged: shares of the best figure, and places that count as among the biggest."""

    rounding_share: Share
    close_share: Share
    leading_places: Positive


class CaseSettings(Row):
    """What `case.yaml` holds. `date` is the day of the edition, `evidence_cutoff` the last day of evidence.

    `support_levels` run from the least support by the patron, which is the base, to the most. Without `rule_fixed`
    nothing is said of when the rule was written down.
    """

    id: Identifier
    title: Label
    question: Sentence
    edition: Annotated[str, BeforeValidator(name_text), StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$")]
    date: Date
    last_updated: Date
    evidence_cutoff: Date
    map_date: Date | None = None
    stale_after_days: Positive
    conditioning: Sentence
    seed: Annotated[WholeNumber, Field(ge=0)]
    draws: Annotated[WholeNumber, Field(ge=FEWEST_DRAWS, le=MOST_DRAWS)]
    force_sizes: list[Positive] = Field(min_length=1)
    claims: ClaimRules
    roles: dict[Identifier, Role] = Field(min_length=1)
    support_levels: dict[Identifier, SupportLevel] = Field(min_length=1)
    generation: GenerationSettings
    logistics: LogisticsSettings
    feasibility: FeasibilitySettings
    rule_fixed: RuleFixed | None = None

    def faults(self) -> Iterator[Fault]:
        """Draws that are no power of two, dates out of order, a task or a force size listed twice."""
        if self.draws & (self.draws - 1):
            yield Fault("draws", f"{self.draws} is not a power of two; write, for example, 131072.")
        if self.rule_fixed and self.rule_fixed.date > self.date:
            fixed = f"{self.rule_fixed.date} is after the date of the edition, {self.date}; correct one of them."
            yield Fault("rule_fixed", fixed)
        if self.evidence_cutoff > self.date:
            yield Fault("evidence_cutoff", f"{self.evidence_cutoff} is after the date of the edition, {self.date}.")
        if len(set(self.force_sizes)) < len(self.force_sizes):
            yield Fault("force_sizes", "a size is listed twice; keep one.")
        for name, role in self.roles.items():
            if len(set(role.tasks)) < len(role.tasks):
                yield Fault(f"roles.{name}.tasks", "a task is listed twice; keep one.")
        sections = {"generation": self.generation, "logistics": self.logistics, "feasibility": self.feasibility}
        for name, section in sections.items():
            for fault in section.faults():
                yield Fault(f"{name}.{fault.column}", fault.message)
