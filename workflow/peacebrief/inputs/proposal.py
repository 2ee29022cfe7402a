"""One published proposal for this case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import (
    Fault,
    FilledText,
    GradedEvidence,
    Identifier,
    Label,
    OptionalNumber,
    PartialDate,
    Text,
)
from peacebrief.inputs.span import span_faults

RoleClass = Literal["monitoring", "reassurance", "deterrence", "line_enforcement", "other", "pre_2022"]


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
        """A range out of order or without its middle."""
        yield from super().faults()
        parts = {"force_low": self.force_low, "force_central": self.force_central, "force_high": self.force_high}
        yield from span_faults(parts)
        if self.force_central is None and (self.force_low is not None or self.force_high is not None):
            yield Fault("force_central", "the cell is empty although the range is given; write the central number.")
        if self.force_central == 0:
            yield Fault("force_central", "0 is not a size; leave the cell empty where no number was given.")
