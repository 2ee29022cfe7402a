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
