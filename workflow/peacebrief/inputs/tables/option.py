"""One way to organise the force: the states it may draw on, and the kinds of troops it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    WholeNumber,
    range_of,
    span_faults,
)
from peacebrief.inputs.tables.contributor import OptionalPosition

ForceType = Literal["monitors", "brigades", "enablers"]


class Option(GradedEvidence):
    """An option: its size and posture, who leads it and how, and what the case's article and governments made of it.

    `short_label` fits the head of a column, `in_sentence` stands in a sentence with "a" or "the". `role` is the role of
    the case that its task belongs to. `posture` is that of its plan, `fighting_posture` the one it is in once the
    ceasefire breaks, in which its supply is judged. `support_level` is the level of support that it was planned with;
    `framework_needed` is how many of its framework nations must take part, or there is no force.
    """

    id: Identifier
    label: Label
    short_label: Label
    in_sentence: Label
    role: Identifier
    posture: Identifier
    fighting_posture: Identifier
    force_low: Number
    force_central: Number
    force_high: Number
    support_level: Identifier
    framework_needed: WholeNumber
    lead: Label
    participants: FilledText
    roles: FilledText
    mandate_route: FilledText
    consent_needed: FilledText
    rules_of_engagement: FilledText
    article_says: Text
    governments_did: FilledText

    def faults(self) -> Iterator[Fault]:
        """A size that is none, or sizes out of order."""
        yield from super().faults()
        yield from span_faults(range_of(self, "force"))
        if 0 <= self.force_low < 1:
            yield Fault("force_low", f"{self.force_low:g} is not a size; write persons, at least 1.")
        if self.framework_needed < 0:
            yield Fault("framework_needed", f"{self.framework_needed} is negative; write zero or more.")


class OptionContributor(GradedEvidence):
    """A state that belongs to an option, and whether it is one of the framework nations that others join.

    `position` says what its government has said of this option; where it is empty, its position in general counts.
    `most` caps what is expected of it on land (persons), for the reason in its note; where it is empty, its army does.
    """

    KEY: ClassVar[tuple[str, ...]] = ("option", "contributor")

    option: Identifier
    contributor: Identifier
    position: OptionalPosition
    framework: Flag
    most: OptionalNumber
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A cap below nought, a cap that leaves nobody."""
        yield from super().faults()
        if self.most is not None and self.most < 0:
            yield Fault("most", f"{self.most:g} is below nought; write a number of persons, or clear the cell.")
        elif self.most is not None and self.most < 1:
            yield Fault("most", f"{self.most:g} leaves nobody; write a number of persons, or clear the cell.")


class OptionRequirement(GradedEvidence):
    """The share of an option's force that is of one type."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "force_type")

    option: Identifier
    force_type: ForceType
    share: Number
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A share outside 0 to 1."""
        yield from super().faults()
        yield from span_faults({"share": self.share}, unit="share")
