"""A size that readers know, to compare with."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, Text, UnitId


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
