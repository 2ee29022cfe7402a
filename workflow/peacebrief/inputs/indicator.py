"""One thing to watch: a result of the model and the threshold that would be enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cell import filled_text
from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, Identifier, Label, Number, UnitId
from peacebrief.inputs.units import UPPER_BOUND

# The id of a fact, such as generation.sustainable.nato_led.none.
FACT = r"^[a-z_]+(\.[A-Za-z0-9_]+)+$"


class Indicator(GradedEvidence):
    """A fact that is watched, and the threshold it must be at or beyond, in the unit of the fact."""

    id: Identifier
    field: Literal["diplomatic", "military", "public"]
    label: Label
    fact: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=FACT)]
    threshold: Number
    direction: Literal["at_least", "at_most"]
    unit: UnitId
    note: FilledText

    def faults(self) -> Iterator[Fault]:
        """A threshold that nothing of its unit can reach."""
        yield from super().faults()
        most = UPPER_BOUND.get(self.unit)
        if most is not None and self.threshold > most:
            yield Fault("threshold", f"{self.threshold:g} is above {most:g}, the most for the unit {self.unit}.")
