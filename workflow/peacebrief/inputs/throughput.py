"""One observation of what was really moved."""

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
    Text,
    UnitId,
)
from peacebrief.inputs.span import span_faults


class Throughput(GradedEvidence):
    """What went through a place, in which direction seen from the theatre; an empty value was not given in numbers."""

    id: Identifier
    place: Label
    flow: FilledText
    direction: Literal["in", "out", "both"]
    low: OptionalNumber
    value: OptionalNumber
    high: OptionalNumber
    unit: UnitId
    period: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "value": self.value, "high": self.high})
