"""The network: places, and the ways between them.

A place is a port, an airport, a hub, a border crossing or an origin of supplies. A link is one way from a place to
another by one mode of transport.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import blank_to_none, filled_text
from peacebrief.inputs.cells.problem import shown
from peacebrief.inputs.cells.row import (
    PARTS,
    Basis,
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    range_of,
    span_faults,
)

NodeKind = Literal["seaport", "river_port", "airport", "hub", "border", "origin", "air_origin"]
Scope = Literal["total_civil", "force_available"]
COUNTRY = r"^[A-Z]{2}$"
Country = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=COUNTRY)]
# Where supplies begin: what they hold is taken as unlimited.
ORIGINS = frozenset({"origin", "air_origin"})

# A railway is of standard gauge, or of the broad gauge that the case needs a change to.
LinkMode = Literal["road", "rail_standard", "rail_broad", "sea", "air", "ferry"]


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
    kind: NodeKind
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


class Link(GradedEvidence):
    """A link: what it carries in a day in its direction, how fast, and where it belongs.

    `open` is 0 for a link that is closed in the edition. `two_way` is 1 for a link that may be used either way, each
    direction with the full capacity. `units` are lorries or trains a day, `capacity` is in tonnes a day, `speed` in km
    an hour, `delay` in hours. `enters_theatre` is 1 for a crossing of the border of the theatre. `transit_countries`
    holds codes of two letters, separated by semicolons, without the theatre's own. `scope` is as for a node.
    `basis` speaks of the capacity, `distance_basis` of the distance.
    """

    id: Identifier
    from_node: Identifier
    to_node: Identifier
    mode: LinkMode
    open: Flag
    two_way: Flag
    distance_km: Number
    gauge_break: Flag
    units_low: OptionalNumber
    units_central: OptionalNumber
    units_high: OptionalNumber
    capacity_low: OptionalNumber
    capacity_central: OptionalNumber
    capacity_high: OptionalNumber
    scope: Scope
    speed_low: Number
    speed_central: Number
    speed_high: Number
    delay_low: Number
    delay_central: Number
    delay_high: Number
    crosses_river: Flag
    corridor: Identifier
    contested: Flag
    enters_theatre: Flag
    transit_countries: Text
    distance_basis: Basis
    derivation: FilledText
    quote: Text

    def countries(self) -> tuple[str, ...]:
        """The countries of transit."""
        return tuple(code.strip() for code in self.transit_countries.split(";") if code.strip())

    def faults(self) -> Iterator[Fault]:
        """Ranges out of order, a capacity missing or not above zero, a link of no length, a gauge break on a road."""
        yield from super().faults()
        for name in ("units", "capacity", "speed", "delay"):
            yield from span_faults(range_of(self, name))
        yield from self._capacity_faults()
        if self.distance_km <= 0:
            remedy = "write the distance, so that no round trip is free."
            yield Fault("distance_km", f"{self.distance_km:g} is not above zero; {remedy}")
        if self.speed_low == 0:
            yield Fault(
                "speed_low", "0 is not possible here; write a number above zero, or close the link by open = 0."
            )
        if self.gauge_break and not self.mode.startswith("rail"):
            yield Fault("gauge_break", f"a link of the mode {self.mode} has no gauge to change; write 0.")
        if self.from_node == self.to_node:
            yield Fault("to_node", f"{shown(self.to_node)} is also where the link starts; write another node.")
        for code in self.countries():
            if not (len(code) == 2 and code.isalpha() and code.isupper()):
                message = f"{shown(code)} is not a code of two capital letters; write, for example, PL;RO."
                yield Fault("transit_countries", message)

    def _capacity_faults(self) -> Iterator[Fault]:
        for part in PARTS:
            column, units = f"capacity_{part}", getattr(self, f"units_{part}")
            capacity = getattr(self, column)
            if capacity is None and units is not None:
                message = f"the cell is empty although {units:g} units a day are given; write units times their load."
                yield Fault(column, message)
            elif capacity is None:
                yield Fault(column, "the cell is empty; write tonnes a day.")
            elif capacity == 0 and self.open:
                yield Fault(column, "0 is not possible on an open link; write tonnes a day, or close it by open = 0.")
