"""What kinds of troops an option is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Number
from peacebrief.inputs.span import span_faults

ForceType = Literal["monitors", "brigades", "enablers"]


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
