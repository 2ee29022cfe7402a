"""One published number that the consumption of the model is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Number, Text

AnchorUnit = Literal[
    "persons", "meals_per_day", "kg_per_meal", "us_gallons_per_day", "short_tons_per_day", "short_tons_per_person_month"
]


class ConsumptionAnchor(GradedEvidence):
    """A number as published, in the unit of its source; a month has 30 days. Never used to make the model fit."""

    id: Identifier
    anchor: Identifier
    item: Literal["persons", "meals", "water", "fuel", "dry", "other"]
    value: Number
    unit: AnchorUnit
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A number that nothing can be compared with."""
        yield from super().faults()
        if self.value <= 0:
            yield Fault("value", f"{self.value:g} is not above zero; write the number as published.")
