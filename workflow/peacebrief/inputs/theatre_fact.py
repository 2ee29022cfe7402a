"""One fact about the theatre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cell import filled_text
from peacebrief.inputs.row import Fault, FilledText, GradedEvidence, OptionalNumber, Text, UnitId
from peacebrief.inputs.span import span_faults

Group = Literal["area", "population", "front", "border", "forces", "oblast", "city"]


class TheatreFact(GradedEvidence):
    """Area, population, front, borders, forces, regions or cities, each with its range and date."""

    id: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_]*$")]
    group: Group
    fact: FilledText
    low: OptionalNumber
    central: OptionalNumber
    high: OptionalNumber
    unit: UnitId
    as_of: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order or beyond its unit."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "central": self.central, "high": self.high}, unit=self.unit)
