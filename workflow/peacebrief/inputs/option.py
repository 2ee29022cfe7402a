"""One way to organise the force."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Label, Number, WholeNumber
from peacebrief.inputs.span import range_of, span_faults


class Option(GradedEvidence):
    """An option: its size and posture, who leads it and how, and what the article and the governments made of it.

    `short_label` fits the head of a column, `in_sentence` stands in a sentence with its article. `role` is the role of
    the case that its task belongs to. `us_level` is the support of the United States that it was planned with;
    `framework_needed` is how many of its framework nations must take part, or there is no force.
    """

    id: Identifier
    label: Label
    short_label: Label
    in_sentence: Label
    role: Identifier
    posture: Identifier
    force_low: Number
    force_central: Number
    force_high: Number
    us_level: Identifier
    framework_needed: WholeNumber
    lead: Label
    participants: FilledText
    roles: FilledText
    mandate_route: FilledText
    consent_needed: FilledText
    rules_of_engagement: FilledText
    article_says: FilledText
    governments_did: FilledText

    def faults(self) -> Iterator[Fault]:
        """A size that is none, or sizes out of order."""
        yield from super().faults()
        yield from span_faults(range_of(self, "force"))
        if 0 <= self.force_low < 1:
            yield Fault("force_low", f"{self.force_low:g} is not a size; write persons, at least 1.")
        if self.framework_needed < 0:
            yield Fault("framework_needed", f"{self.framework_needed} is negative; write zero or more.")
