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
    """A row is one way to organise the force: its size, its posture, who leads it, and what was said of it.

    Each option gets a brief of its own.
    """

    id: Identifier
    """Name of the option in every other table; its brief is called option_ and this name."""
    label: Label
    """What it is called in headings."""
    short_label: Label
    """A shorter name that fits the head of a column."""
    in_sentence: Label
    """Its name inside a sentence, with "a" or "the"."""
    role: Identifier
    """Role of the case that its task belongs to, one of the `roles` of case.yaml."""
    posture: Identifier
    """How busy the force is by its plan, one of the `postures` of case.yaml."""
    fighting_posture: Identifier
    """Posture once the ceasefire breaks, in which its supply is judged; never a calmer one than posture."""
    force_low: Number
    """Smallest size it may have, in persons, at least 1."""
    force_central: Number
    """Size it is planned with, in persons."""
    force_high: Number
    """Largest size it may have, in persons."""
    support_level: Identifier
    """Level of support it was planned with, one of the `support_levels` of case.yaml."""
    framework_needed: WholeNumber
    """How many of its framework nations must take part, or there is no force; 0 where it needs none."""
    lead: Label
    """Who would lead it."""
    participants: FilledText
    """Who would take part."""
    roles: FilledText
    """Who would do what in it."""
    mandate_route: FilledText
    """How it would get its mandate."""
    consent_needed: FilledText
    """Whose consent it needs."""
    rules_of_engagement: FilledText
    """What it may do by force, and who decides on it."""
    article_says: Text
    """What the `article` of vocabulary.yaml says of it; empty where there is none."""
    governments_did: FilledText
    """What governments have declared, drafted or signed."""

    def faults(self) -> Iterator[Fault]:
        """A size that is none, or sizes out of order."""
        yield from super().faults()
        yield from span_faults(range_of(self, "force"))
        if 0 <= self.force_low < 1:
            yield Fault("force_low", f"{self.force_low:g} is not a size; write persons, at least 1.")
        if self.framework_needed < 0:
            yield Fault("framework_needed", f"{self.framework_needed} is negative; write zero or more.")


class OptionContributor(GradedEvidence):
    """A row is a state that may serve in an option."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "contributor")

    option: Identifier
    """The option, by its id in options.csv."""
    contributor: Identifier
    """The state, by its id in contributors.csv."""
    position: OptionalPosition
    """What its government has said of this option, where that is something else: `yes`, `standing`, `conditional`,
    `conflicting`, `unstated` or `no`. Where it is empty, its position in contributors.csv counts."""
    framework: Flag
    """`1` for a framework nation that others join, else `0`."""
    most: OptionalNumber
    """Most soldiers that are expected of it on land, in persons, for the reason in the note; empty where only its army
    limits it."""
    note: FilledText
    """Why it belongs to the option, and why it is capped where it is."""

    def faults(self) -> Iterator[Fault]:
        """A cap below nought, a cap that leaves nobody."""
        yield from super().faults()
        if self.most is not None and self.most < 0:
            yield Fault("most", f"{self.most:g} is below nought; write a number of persons, or clear the cell.")
        elif self.most is not None and self.most < 1:
            yield Fault("most", f"{self.most:g} leaves nobody; write a number of persons, or clear the cell.")


class OptionRequirement(GradedEvidence):
    """A row says which share of the force of an option is of one type."""

    KEY: ClassVar[tuple[str, ...]] = ("option", "force_type")

    option: Identifier
    """The option, by its id in options.csv."""
    force_type: ForceType
    """Type of troops: `monitors` who watch, `brigades` that fight, `enablers` who support them."""
    share: Number
    """Share of the force that is of this type, from 0 to 1; the shares of an option sum to 1."""
    note: FilledText
    """Why the share is what it is."""

    def faults(self) -> Iterator[Fault]:
        """A share outside 0 to 1."""
        yield from super().faults()
        yield from span_faults({"share": self.share}, unit="share")
