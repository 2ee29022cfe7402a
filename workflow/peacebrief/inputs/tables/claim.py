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
    """A row is one claim that the case sets out to check, in words of our own, with the evidence on it."""

    id: Identifier
    """Name of the claim, which facts and pages point to."""
    claim: FilledText
    """What is claimed, in a sentence of our own words."""
    group: Identifier
    """Heading it is told under, one of the `claim_groups` of vocabulary.yaml."""
    claimed: OptionalNumber
    """The number claimed, in the unit of the row, above zero; for the rules `size` and `rank` a size of force. Empty
    where the claim has no number to judge."""
    unit: OptionalUnit
    """Unit of the numbers in the row; empty where there are none."""
    low: OptionalNumber
    """Lowest number that the evidence supports, in the unit of the row; needed by the rule `numeric`, else it may be
    empty."""
    central: OptionalNumber
    """Best figure of the evidence, in the unit of the row; needed by the rule `numeric`, else it may be empty."""
    high: OptionalNumber
    """Highest number that the evidence supports, in the unit of the row; needed by the rule `numeric`, else it may be
    empty."""
    rule: Literal["numeric", "size", "rank", "judgement", "opinion"]
    """How the claim is judged. `numeric`: its number against low, central and high; `size`: as a size of force against
    the results; `rank`: its size as one of the biggest missions that NATO has led; `judgement`: by verdict_coded;
    `opinion`: not at all, it is only listed."""
    verdict_coded: Verdict
    """What a reader of the evidence concluded: `supported`, `partly` supported, `contradicted`, `unverifiable`, or
    `opinion` for what is no claim of fact. Claims with the rule numeric, size or rank are judged again by rule."""
    verdict_detail: Text
    """The verdict of that reader in words; empty where verdict_coded says it all."""
    best_figure: FilledText
    """The best figure known in place of the claim, as a sentence prints it."""
    explanation: FilledText
    """Why the claim stands or falls, in a sentence or two for the page on claims."""
    quote: Text
    """Words of the claim or of the evidence on it, at most 25; empty where nothing is quoted."""

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
    """A row is one published proposal for the case: who named which size of force for which role."""

    id: Identifier
    """Name of the proposal, which facts and figures point to."""
    date: PartialDate
    """When it was made: a year, month or day, such as 2025, 2025-03 or 2025-03-17."""
    who: Label
    """Who proposed it, as tables print it."""
    org_type: FilledText
    """What kind of body that is, such as government, think tank or press; rows that begin with government are told as
    plans of governments."""
    role: FilledText
    """What the force should do, in free words."""
    role_class: RoleClass
    """Role it is counted under: `observation`, `monitoring`, `reassurance`, `deterrence` or `line_enforcement`; `other`
    for a part of a force or a comparison, `earlier` for what was proposed before the case arose, neither of which is
    counted."""
    force_low: OptionalNumber
    """Smallest size named, in persons in place; empty where no range was given."""
    force_central: OptionalNumber
    """Size named, or the middle of the range, in persons in place; empty where no number was given."""
    force_high: OptionalNumber
    """Largest size named, in persons in place; empty where no range was given."""
    pool_with_rotation: OptionalNumber
    """Persons needed in all where the proposal counts those who relieve the force, too; empty where it does not."""
    location: FilledText
    """Where the force should stand."""
    basis_detail: Text
    """How the parts of the row are known, where it is not in one way; empty where `basis` holds for all."""
    quote: Text
    """Words of the proposal, at most 25; empty where nothing is quoted."""

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
    """A row is a known force or army and its size, to compare results with."""

    id: Identifier
    """Name of the size, which remarks and vocabulary.yaml point to."""
    label: Label
    """What was counted, where and when, as tables print it."""
    value: Number
    """The size, in the unit of the row, above zero."""
    unit: UnitId
    """Unit of the value, mostly persons."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A size that cannot be compared with."""
        yield from super().faults()
        if self.value <= 0:
            yield Fault("value", f"{self.value:g} is not above zero.")


class TheatreFact(GradedEvidence):
    """A row is one fact about the theatre: an area, a population, a front, a border, forces, a region or a city."""

    id: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_]*$")]
    """Name of the fact: a capital letter, then letters, digits and underscores."""
    group: TheatreGroup
    """What kind of fact it is: `area`, `population`, `front`, `border`, `forces`, `region` or `city`."""
    fact: FilledText
    """What was measured or counted, in a few words."""
    low: OptionalNumber
    """Lowest number found, in the unit of the row; empty where only one is known."""
    central: OptionalNumber
    """Best number, in the unit of the row; empty where only a range is known."""
    high: OptionalNumber
    """Highest number found, in the unit of the row; empty where only one is known."""
    unit: UnitId
    """Unit of low, central and high."""
    as_of: FilledText
    """When the number held: a year, a date or a few words."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A range out of order or beyond its unit."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
