"""How badly an option needs an enabler."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.enabler import rating_fault
from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Number


class EnablerNeed(GradedEvidence):
    """From 0, not needed, to 5, impossible without it."""

    KEY: ClassVar[tuple[str, ...]] = ("enabler", "option")

    enabler: Identifier
    option: Identifier
    criticality: Number

    def faults(self) -> Iterator[Fault]:
        """A rating off its scale."""
        yield from super().faults()
        yield from rating_fault("criticality", self.criticality)
