"""What several quantities have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cell import filled_text
from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Number

# An assumption, a method, or what is drawn for each row of a table, such as consumption.bulk_fuel.
QUANTITY = r"^[A-Za-z0-9][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)?$"


class Correlation(GradedEvidence):
    """How strongly a quantity follows a common factor: their correlation on the normal scale."""

    KEY: ClassVar[tuple[str, ...]] = ("factor", "quantity")

    factor: Identifier
    quantity: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=QUANTITY)]
    loading: Number
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A loading that no correlation can have."""
        yield from super().faults()
        if not -1 < self.loading < 1:
            yield Fault("loading", f"{self.loading:g} is not between -1 and 1; write a correlation.")
