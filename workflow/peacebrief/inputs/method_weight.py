"""How much a method counts for a role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Number


class MethodWeight(GradedEvidence):
    """The weight of a method in the mixture of a role; weight 0 is shown beside the others, with the reason."""

    KEY: ClassVar[tuple[str, ...]] = ("role", "method")

    role: Identifier
    method: Identifier
    weight: Number
    reason: FilledText

    def faults(self) -> Iterator[Fault]:
        """A weight outside 0 to 1."""
        yield from super().faults()
        if not 0 <= self.weight <= 1:
            yield Fault("weight", f"{self.weight:g} is not between 0 and 1.")
