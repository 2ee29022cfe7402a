"""One place of the network: a port, an airport, a hub, a border crossing or an origin of supplies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cell import blank_to_none, filled_text
from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, OptionalNumber, Text
from peacebrief.inputs.span import range_of, span_faults

Kind = Literal["seaport", "river_port", "airport", "hub", "border", "origin", "air_origin"]
Scope = Literal["total_civil", "force_available"]
COUNTRY = r"^[A-Z]{2}$"
Country = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=COUNTRY)]
# Where supplies begin: what they hold is taken as unlimited.
ORIGINS = frozenset({"origin", "air_origin"})


def place_faults(*, lat: float, lon: float) -> Iterator[Fault]:
    """Coordinates in degrees that are nowhere on Earth."""
    if not -90 <= lat <= 90:
        yield Fault("lat", f"{lat:g} is no latitude; write degrees north, from -90 to 90.")
    if not -180 <= lon <= 180:
        yield Fault("lon", f"{lon:g} is no longitude; write degrees east, from -180 to 180.")


class Node(GradedEvidence):
    """A place, and the tonnes a day it can handle; an empty handling means no limit.

    `scope` says whether the handling is that of all civil traffic, of which the force gets a share, or what a force
    may count on. `country` is the code of two letters of ISO 3166, EU where one point stands for several states.
    """

    id: Identifier
    name: Label
    country: Country
    kind: Kind
    lat: Number
    lon: Number
    handling_low: OptionalNumber
    handling_central: OptionalNumber
    handling_high: OptionalNumber
    scope: Annotated[Scope | None, BeforeValidator(blank_to_none)]
    derivation: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A place that is nowhere on Earth, and handling that is incomplete or out of order."""
        yield from super().faults()
        yield from place_faults(lat=self.lat, lon=self.lon)
        handling = range_of(self, "handling")
        yield from span_faults(handling)
        empty = [column for column, value in handling.items() if value is None]
        if 0 < len(empty) < len(handling):
            yield Fault(empty[0], "the cell is empty although the range is given; fill in all three or none.")
        elif not empty and self.handling_central == 0:
            yield Fault("handling_central", "0 is not possible here; close the links of the place, or leave it empty.")
        if self.scope is None and not empty:
            yield Fault("scope", "the cell is empty although handling is given; write total_civil or force_available.")
