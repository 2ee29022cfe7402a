"""The settings of a case: its question, its dates, its roles, its levels of support, and what it asks of each stage.

A level of support says how far the patron stands behind the force.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cells.cell import name_text
from peacebrief.inputs.cells.row import Date, Fault, FilledText, Identifier, Label, Number, Row, Sentence, WholeNumber
from peacebrief.inputs.reading.stage_settings import (
    FeasibilitySettings,
    GenerationSettings,
    LogisticsSettings,
    Positive,
)
from peacebrief.inputs.tables.claim import RoleClass

# A version of the project as its history names it.
ShortHash = Annotated[str, BeforeValidator(name_text), StringConstraints(pattern=r"^[0-9a-f]{7,40}$")]

Task = Literal["posts", "patrols", "reaction", "reserve_brigades", "air_monitoring", "medical_evacuation"]
Share = Annotated[Number, Field(ge=0, le=1)]
# 2^24 is the most that the model draws with flat memory; below 2^10 no quantile is worth printing.
FEWEST_DRAWS, MOST_DRAWS = 2**10, 2**24


class RuleFixed(Row):
    """When the rule of the verdict was written down."""

    date: Date
    """Day on which the rule and the versions of the model were written down."""
    commit: ShortHash
    """Version of the project that holds them, as its history names it."""
    after_results: bool = False
    """true where that version is later than the results, since the history of the first is lost; left out, it is false.
    """


class SupportLevel(Row):
    """How far the patron stands behind the force."""

    label: Label
    """What the level is called in tables and figures."""
    phrase: Label
    """What it is called inside a sentence."""
    definition: FilledText
    """What the patron gives at this level."""


class Role(Row):
    """What a force is for."""

    label: Label
    """What the role is called in tables and figures."""
    purpose: Label
    """What the force is for, in words that complete a sentence beginning with "to"."""
    definition: FilledText
    """What a force in this role does."""
    tasks: list[Task] = Field(min_length=1)
    """Tasks that its size follows from: `posts`, `patrols`, `reaction` teams, `reserve_brigades`, `air_monitoring`,
    `medical_evacuation`."""
    proposal_class: RoleClass
    """Class of proposals.csv that is compared with it: `observation`, `monitoring`, `reassurance`, `deterrence`,
    `line_enforcement`, `other` or `earlier`."""
    mission_type: FilledText
    """Type of mission_types.csv that past missions are compared by."""


class ClaimRules(Row):
    """How a claimed number is judged."""

    rounding_share: Share
    """Allowance for rounding at both ends of the range of the evidence, as a share from 0 to 1."""
    close_share: Share
    """How near to the best figure counts as close to it, as a share of that figure from 0 to 1."""
    leading_places: Positive
    """How many places count as "among the biggest"."""


class CaseSettings(Row):
    """The file case.yaml says what is asked, for which edition, and what each role means."""

    id: Identifier
    """Name of the case, the same as that of its folder."""
    title: Label
    """Title of the briefs."""
    question: Sentence
    """The question that the briefs answer, in one sentence of at most 300 characters."""
    edition: Annotated[str, BeforeValidator(name_text), StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$")]
    """Name of the edition, such as 2026-11: letters, digits, dots and hyphens."""
    date: Date
    """Day of the edition."""
    last_updated: Date
    """Day on which the inputs were last changed."""
    evidence_cutoff: Date
    """Last day of evidence, not after the day of the edition."""
    map_date: Date | None = None
    """Day of which maps show who holds what; left out, it is the day of evidence_cutoff."""
    stale_after_days: Positive
    """Evidence checked more than this many days before the edition is named in a warning."""
    conditioning: Sentence
    """What every result takes as given, in one sentence."""
    seed: Annotated[WholeNumber, Field(ge=0)]
    """Whole number that random draws begin with; the same seed gives the same numbers on every machine."""
    draws: Annotated[WholeNumber, Field(ge=FEWEST_DRAWS, le=MOST_DRAWS)]
    """How many draws are taken, a power of two from 1,024 to 16,777,216."""
    force_sizes: list[Positive] = Field(min_length=1)
    """Sizes of force whose probability of being reached is published, in persons."""
    claims: ClaimRules
    """How a claimed number is judged."""
    roles: dict[Identifier, Role] = Field(min_length=1)
    """The roles that a force may have, by name."""
    support_levels: dict[Identifier, SupportLevel] = Field(min_length=1)
    """How far the patron stands behind the force, by name, from the least, which is the base, to the most."""
    generation: GenerationSettings
    """What is asked of who would send troops."""
    logistics: LogisticsSettings
    """What is asked of the supply of the force."""
    feasibility: FeasibilitySettings
    """What is asked of whether the force would work."""
    rule_fixed: RuleFixed | None = None
    """When the rule of the verdict was written down; left out, nothing is said of it."""

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
