"""What several quantities have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Number


class Correlation(GradedEvidence):
    """How strongly a quantity follows a common factor: their correlation on the normal scale."""

    KEY: ClassVar[tuple[str, ...]] = ("factor", "quantity")

    factor: Identifier
    quantity: Identifier
    loading: Number
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A loading that no correlation can have."""
        yield from super().faults()
        if not -1 < self.loading < 1:
            yield Fault("loading", f"{self.loading:g} is not between -1 and 1; write a correlation.")
