"""One way to organise the force."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Number
from peacebrief.inputs.span import range_of, span_faults


class Option(GradedEvidence):
    """An option, the posture it is costed in, and the sizes of force published for it."""

    id: Identifier
    label: FilledText
    posture: Identifier
    force_low: Number
    force_central: Number
    force_high: Number

    def faults(self) -> Iterator[Fault]:
        """A size that is none, or sizes out of order."""
        yield from super().faults()
        yield from span_faults(range_of(self, "force"))
        if self.force_low == 0:
            yield Fault("force_low", "0 is not a size; write a number above zero.")
