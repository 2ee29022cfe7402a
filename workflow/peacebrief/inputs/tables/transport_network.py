"""The network: places, and the ways between them.

A place is a port, an airport, a hub, a border crossing or an origin of supplies. A link is one way from a place to
another by one mode of transport.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

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
    """A row is one place of the network of supply, and the tonnes a day that it can handle."""

    id: Identifier
    """Name of the place, which links and sectors point to."""
    name: Label
    """Name of the place as maps and tables print it."""
    country: Country
    """Country by its code of two capital letters (ISO 3166), EU where one point stands for several states."""
    kind: NodeKind
    """What the place is: a `seaport`, a `river_port`, an `airport`, a `hub` on land, a `border` crossing; an `origin`
    where supplies begin, or an `air_origin` where those by air do."""
    lat: Number
    """Degrees north, from -90 to 90, at the level of a town."""
    lon: Number
    """Degrees east, from -180 to 180, at the level of a town."""
    handling_low: OptionalNumber
    """Fewest tonnes a day that it can handle; all three are empty where nothing limits it."""
    handling_central: OptionalNumber
    """Tonnes a day that it can most likely handle, above zero; empty together with the other two."""
    handling_high: OptionalNumber
    """Most tonnes a day that it can handle; empty together with the other two."""
    scope: Annotated[Scope | None, BeforeValidator(blank_to_none)]
    """What the handling counts. `total_civil`: all traffic there is room for, of which the force gets the share of the
    assumption force_share; `force_available`: what a force may count on as it stands. Empty where no handling is given.
    """
    derivation: Text
    """How the handling was worked out; empty where none is given."""
    quote: Text
    """Words of the source that carry the handling, at most 25; empty where nothing is quoted."""

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
    """A row is one way from a place to another by one mode of transport: what it carries, how fast, whether it is open.

    `basis` speaks of the capacity.
    """

    FILLED: ClassVar[frozenset[str]] = frozenset({"capacity_low", "capacity_central", "capacity_high"})

    id: Identifier
    """Name of the link, which facts and warnings point to."""
    from_node: Identifier
    """Place where it starts, by its id in nodes.csv."""
    to_node: Identifier
    """Place where it ends, by its id in nodes.csv."""
    mode: LinkMode
    """What goes on it: `road`, `rail_standard` for rail of standard gauge, `rail_broad` for rail of broad gauge, `sea`,
    `air`, or a `ferry`."""
    open: Flag
    """`1` for a link in use, `0` for one that is closed in this edition; its capacities stay as they are."""
    two_way: Flag
    """`1` for a link that may be used either way, each direction with the full capacity, as inside the theatre; `0` for
    one that is used from from_node to to_node only."""
    distance_km: Number
    """Length of the way, in kilometres; not shorter than the way over the globe between its ends."""
    gauge_break: Flag
    """`1` where goods change from one gauge to the other to use the link, else `0`; on rail only."""
    units_low: OptionalNumber
    """Fewest lorries or trains a day; empty where they are not counted. The model reads tonnes."""
    units_central: OptionalNumber
    """Lorries or trains that most likely pass in a day; empty where they are not counted."""
    units_high: OptionalNumber
    """Most lorries or trains a day; empty where they are not counted."""
    capacity_low: OptionalNumber
    """Fewest tonnes a day in its direction, above zero on an open link."""
    capacity_central: OptionalNumber
    """Tonnes that it most likely carries in a day in its direction, above zero on an open link."""
    capacity_high: OptionalNumber
    """Most tonnes a day in its direction, above zero on an open link."""
    scope: Scope
    """What the capacity counts. `total_civil`: all traffic there is room for, of which the force gets the share of the
    assumption force_share; `force_available`: what a force may count on as it stands."""
    speed_low: Number
    """Lowest speed on the way, in kilometres an hour, above zero."""
    speed_central: Number
    """Usual speed on the way, in kilometres an hour."""
    speed_high: Number
    """Highest speed on the way, in kilometres an hour."""
    delay_low: Number
    """Shortest wait on the link, as for papers, handling or a change of gauge, in hours."""
    delay_central: Number
    """Usual wait on the link, in hours."""
    delay_high: Number
    """Longest wait on the link, in hours."""
    crosses_river: Flag
    """`1` where the way crosses a large river inside the theatre, else `0`; published for readers, no result rests on
    it."""
    corridor: Identifier
    """Corridor it belongs to, by its id in corridors.csv: capacities of one corridor are good or bad together, and its
    crossings are lost together."""
    contested: Flag
    """`1` where the way lies near the fighting, else `0`; published for readers, no result rests on it."""
    enters_theatre: Flag
    """`1` for a crossing of the border of the theatre, else `0`."""
    transit_countries: Text
    """Countries it passes through besides the theatre, as codes of two capital letters separated by semicolons, such as
    PL;RO; a country that is lost takes the link along. Empty where there is none."""
    distance_basis: Basis
    """How the distance is known: `found`, `recalled`, `derived`, `computed`, `judgement` or `claim`, as in basis."""
    derivation: FilledText
    """How the capacities came about."""
    quote: Text
    """Words of the source that carry the capacity, at most 25; empty where nothing is quoted."""

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
