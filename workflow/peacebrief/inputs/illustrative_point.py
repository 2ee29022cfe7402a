"""One point of a line drawn on maps to show where the parties stand, and read by no model."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.node import place_faults
from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Number


class IllustrativePoint(GradedEvidence):
    """A point of the line, in the order of the rows: rounded coarsely, and no position of anybody."""

    id: Identifier
    lat: Number
    lon: Number

    def faults(self) -> Iterator[Fault]:
        """A point that is nowhere on Earth."""
        yield from super().faults()
        yield from place_faults(lat=self.lat, lon=self.lon)
