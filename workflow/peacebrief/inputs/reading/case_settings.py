"""The settings of a case: its question, its dates, its roles, its levels of support, and what it asks of each stage.

Of its supply it asks for postures, sizes of force, and how long a loss lasts; further who would send troops, and
whether the force would work. A level of support says how far the United States stands behind the force.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cells.cell import name_text
from peacebrief.inputs.cells.row import Date, Fault, FilledText, Identifier, Label, Number, Row, Sentence, WholeNumber
from peacebrief.inputs.tables.claim import RoleClass

Positive = Annotated[WholeNumber, Field(gt=0)]

# The model steps from year to year and from size to size: more would take it hours and tell nothing.
MOST_YEARS, MOST_STEPS = 200, 1000
Years = Annotated[Positive, Field(le=MOST_YEARS)]
Probability = Annotated[Number, Field(gt=0, lt=1)]

HIGHEST_GRADE = 5
GradeOfFive = Annotated[WholeNumber, Field(ge=1, le=HIGHEST_GRADE)]

Task = Literal["posts", "patrols", "reaction", "reserve_brigades", "air_monitoring", "medical_evacuation"]
Share = Annotated[Number, Field(ge=0, le=1)]
# 2^24 is the most that the model draws with flat memory; below 2^10 no quantile is worth printing.
FEWEST_DRAWS, MOST_DRAWS = 2**10, 2**24


class Posture(Row):
    """How busy a force is: its name in print, `phrase` as it stands in a sentence, and what it means."""

    label: Label
    phrase: Label
    definition: FilledText


class LogisticsSettings(Row):
    """The section `logistics` of `case.yaml`.

    `postures` run from calm to intense: costs are told against the first, ammunition is held for the last. `sizes` are
    the forces supplied, of which `reference_size` is the one that losses are tested on; `loss_days` are how long a loss
    lasts.
    """

    postures: dict[Identifier, Posture] = Field(min_length=1)
    sizes: list[Positive] = Field(min_length=1)
    reference_size: Positive
    loss_days: list[Positive] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        """Sizes or days listed twice or out of order, a reference that is none of the sizes."""
        for name, values in (("sizes", self.sizes), ("loss_days", self.loss_days)):
            if values != sorted(set(values)):
                yield Fault(name, "the numbers do not rise; list each once, the smallest first.")
        if self.reference_size not in self.sizes:
            sizes = ", ".join(str(size) for size in self.sizes)
            yield Fault("reference_size", f"{self.reference_size} is not one of the sizes; write one of {sizes}.")


class GenerationSettings(Row):
    """The section `generation` of `case.yaml`.

    Supply is told for forces from none to `largest_size` (persons) in steps of `size_step`. A contributor counts as
    `likely` from this central probability of taking part. Recruiting is asked to close a gap in `closing_years`, and
    counts as never closing it after `longest_wait` (years).
    """

    largest_size: Positive
    size_step: Positive
    likely: Probability
    closing_years: Years
    longest_wait: Years

    def faults(self) -> Iterator[Fault]:
        """Steps that do not end at the largest size, or are too many."""
        if self.largest_size % self.size_step:
            yield Fault(
                "size_step", f"steps of {self.size_step} do not end at {self.largest_size}; change one of them."
            )
        elif self.largest_size // self.size_step > MOST_STEPS:
            steps = self.largest_size // self.size_step
            yield Fault("size_step", f"{self.size_step} makes {steps} steps; make it larger, for {MOST_STEPS} at most.")


class Thresholds(Row):
    """Probabilities of the weakest gate that the verdict is read from, fixed before the run."""

    feasible: Probability
    conditional: Probability
    not_feasible: Probability


class FeasibilitySettings(Row):
    """The section `feasibility` of `case.yaml`.

    `years` are the horizons that durations are told for, `planning_horizon` (years) is the one of the rotation gate and
    of costs. An enabler counts as critical from the grade `critical_from`.
    """

    thresholds: Thresholds
    years: list[Years] = Field(min_length=1)
    planning_horizon: Years
    critical_from: GradeOfFive

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


class UsLevel(Row):
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

    `us_levels` run from the least support of the United States, which is the base, to the most.
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
    us_levels: dict[Identifier, UsLevel] = Field(min_length=1)
    generation: GenerationSettings
    logistics: LogisticsSettings
    feasibility: FeasibilitySettings

    def faults(self) -> Iterator[Fault]:
        """Draws that are no power of two, dates out of order, a task or a force size listed twice."""
        if self.draws & (self.draws - 1):
            yield Fault("draws", f"{self.draws} is not a power of two; write, for example, 131072.")
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
