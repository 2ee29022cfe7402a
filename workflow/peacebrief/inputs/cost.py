"""One published cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cell import blank_to_none
from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, Text, WholeNumber
from peacebrief.inputs.span import span_faults

Currency = Annotated[Literal["EUR", "USD", "GBP"] | None, BeforeValidator(blank_to_none)]
Per = Literal[
    "person_year", "person_month", "person", "year", "vehicle_km", "tkm", "t", "container_unit", "litre", "ratio"
]


class Cost(GradedEvidence):
    """A cost in the prices of its year, or a ratio of costs. The model reads the assumptions made from these rows."""

    id: Identifier
    label: Label
    low: Number
    central: Number
    high: Number
    currency: Currency
    per: Per
    price_year: WholeNumber
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order, a cost without a currency."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high})
        if (self.currency is None) != (self.per == "ratio"):
            yield Fault("currency", "a ratio has no currency and a cost has one; correct currency or per.")
