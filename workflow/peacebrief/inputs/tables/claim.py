"""What has been said of the case: claims to check, published proposals, sizes to compare with, facts about the theatre.

One claim that the case sets out to check, one published proposal for this case, a size that readers know, one fact
about the theatre.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import filled_text
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    OptionalUnit,
    PartialDate,
    Text,
    UnitId,
    span_faults,
)

Verdict = Literal["supported", "partly", "contradicted", "unverifiable", "opinion"]

RoleClass = Literal["observation", "monitoring", "reassurance", "deterrence", "line_enforcement", "other", "earlier"]
# Words of a role in free text that name a class of their own.
NAMED_BY = {
    "observation": ("observation", "observers"),
    "monitoring": ("monitoring",),
    "reassurance": ("reassurance",),
    "deterrence": ("deterrence",),
    "line_enforcement": ("enforcement", "line peacekeeping", "line security"),
}
NO_ROLE = ("other", "earlier")

TheatreGroup = Literal["area", "population", "front", "border", "forces", "region", "city"]


class Claim(GradedEvidence):
    """A claim in our words and the evidence on it.

    `group` is the one of the vocabulary that it is told under. `rule` says how it is judged: `numeric`, `size` and
    `rank` by a fixed rule from the numbers, `judgement` by `verdict_coded`, `opinion` not at all. `verdict_coded` is
    what a reader of the evidence concluded, for every claim.
    """

    id: Identifier
    claim: FilledText
    group: Identifier
    claimed: OptionalNumber
    unit: OptionalUnit
    low: OptionalNumber
    central: OptionalNumber
    high: OptionalNumber
    rule: Literal["numeric", "size", "rank", "judgement", "opinion"]
    verdict_coded: Verdict
    verdict_detail: Text
    best_figure: FilledText
    explanation: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order, and a rule without the numbers it needs."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
        needed = {"numeric": ("claimed", "unit", "low", "central", "high"), "rank": ("claimed", "unit")}
        needed["size"] = needed["rank"]
        for column in needed.get(self.rule, ()):
            if getattr(self, column) is None:
                yield Fault(column, f"the cell is empty; a claim judged by the rule {self.rule} needs it.")
        if (self.rule == "opinion") != (self.verdict_coded == "opinion"):
            yield Fault(
                "verdict_coded", "an opinion is not judged; write opinion in both rule and verdict_coded, or in none."
            )
        if self.claimed is not None and self.claimed <= 0:
            yield Fault("claimed", f"{self.claimed:g} is not above zero; write what is claimed, or leave it empty.")
        elif self.rule == "rank" and self.claimed is not None and not self.claimed.is_integer():
            yield Fault("claimed", f"{self.claimed:g} is not a place; write a whole number.")


class Proposal(GradedEvidence):
    """Who proposed what size, for which role. Empty numbers were not given."""

    id: Identifier
    date: PartialDate
    who: Label
    org_type: FilledText
    role: FilledText
    role_class: RoleClass
    force_low: OptionalNumber
    force_central: OptionalNumber
    force_high: OptionalNumber
    pool_with_rotation: OptionalNumber
    location: FilledText
    basis_detail: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order or without its middle, and a role that its class contradicts."""
        yield from super().faults()
        named = [name for name, words in NAMED_BY.items() if any(word in self.role.lower() for word in words)]
        if named and self.role_class not in (*named, *NO_ROLE):
            yield Fault(
                "role_class",
                f'"{self.role_class}" is not what the column role says ("{self.role}"); write {" or ".join(named)}, or '
                "put the role into other words.",
            )
        parts = {"force_low": self.force_low, "force_central": self.force_central, "force_high": self.force_high}
        yield from span_faults(parts)
        if self.force_central is None and (self.force_low is not None or self.force_high is not None):
            yield Fault("force_central", "the cell is empty although the range is given; write the central number.")
        if self.force_central == 0:
            yield Fault("force_central", "0 is not a size; leave the cell empty where no number was given.")


class Comparator(GradedEvidence):
    """A known force or army, and its size."""

    id: Identifier
    label: Label
    value: Number
    unit: UnitId
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A size that cannot be compared with."""
        yield from super().faults()
        if self.value <= 0:
            yield Fault("value", f"{self.value:g} is not above zero.")


class TheatreFact(GradedEvidence):
    """Area, population, front, borders, forces, regions or cities, each with its range and date."""

    id: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_]*$")]
    group: TheatreGroup
    fact: FilledText
    low: OptionalNumber
    central: OptionalNumber
    high: OptionalNumber
    unit: UnitId
    as_of: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order or beyond its unit."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
