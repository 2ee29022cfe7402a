"""What the network is seen as and serves: corridors, sectors of the force, fleets, and a line drawn on maps.

A corridor is links that share a fate, and how they are called. A sector is one part of the force: where it stands, and
what share of it. A fleet is wagons, crews or lorries that carry on the ways of one mode, as many as a force may count
on. Illustrative points make a line drawn on maps to show where the parties stand, and are read by no model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    Text,
    range_of,
    span_faults,
)
from peacebrief.inputs.tables.transport_network import COUNTRY, place_faults

# A fleet carries on the links of one mode: fuel, everything but fuel (dry), or both (all).
FleetMode = Literal["road", "rail_standard", "rail_broad"]
Carried = Literal["all", "dry", "fuel"]

OptionalCountry = Annotated[Annotated[str, StringConstraints(pattern=COUNTRY)] | None, BeforeValidator(blank_to_none)]


class Corridor(GradedEvidence):
    """A row is one corridor: links that share a fate, and how they are called."""

    id: Identifier
    """Name of the corridor, which links point to."""
    label: Label
    """What it is called in tables and figures."""
    in_sentence: Label
    """What it is called inside a sentence."""
    country: OptionalCountry
    """Code of two capital letters of the one state that it runs through; empty where there is no such state."""
    country_name: Text
    """Name of that state as sentences print it; filled in where country is, and empty where it is not."""
    in_article: Flag
    """`1` where the `article` of vocabulary.yaml names the corridor, else `0`; always 0 without one."""
    inside: Flag
    """`1` where its links lie within the theatre, else `0`."""

    def faults(self) -> Iterator[Fault]:
        """A country without its name, or a name without its country."""
        yield from super().faults()
        if bool(self.country) != bool(self.country_name):
            yield Fault("country_name", "country and country_name belong together; fill in both or neither.")


class Sector(GradedEvidence):
    """A row is one part of the force: where it stands, and what share of it. The shares sum to 1."""

    id: Identifier
    """Name of the sector."""
    name: Label
    """What it is called in tables and figures."""
    node: Identifier
    """Place that supplies it, by its id in nodes.csv."""
    share: Number
    """Share of the force that stands there, above 0 and at most 1."""
    zone: Literal["line", "rear"]
    """`line` for troops along the ceasefire line, `rear` for bases and training behind it."""

    def faults(self) -> Iterator[Fault]:
        """A share that is none."""
        yield from super().faults()
        if not 0 < self.share <= 1:
            yield Fault("share", f"{self.share:g} is not above 0 and at most 1; write a share of the force.")


class Fleet(GradedEvidence):
    """A row is wagons, train crews or lorries that a force may count on: how many, and what one of them does in a day.

    Without a row of the kind nothing of it limits supply.
    """

    id: Identifier
    """Name of the fleet."""
    label: Label
    """What it is called in tables and figures."""
    in_sentence: Label
    """What it is called inside a sentence, such as broad-gauge wagons."""
    mode: FleetMode
    """Links that it carries on: `road`, `rail_standard` or `rail_broad`."""
    carries: Carried
    """What it carries: `fuel`, `dry` for all but fuel, or `all`."""
    vehicles_low: Number
    """Fewest wagons, crews or lorries that a force may count on, above zero."""
    vehicles_central: Number
    """Wagons, crews or lorries that a force may most likely count on."""
    vehicles_high: Number
    """Most wagons, crews or lorries that a force may count on."""
    load_t: Number
    """Tonnes that one of them carries when loaded, above zero."""
    loaded_km: Number
    """Kilometres that one of them covers loaded on an average day; the empty way back, loading and waiting leave about
    half or less."""
    derivation: FilledText
    """How the numbers came about."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A range out of order, and a fleet that carries nothing."""
        yield from super().faults()
        yield from span_faults(range_of(self, "vehicles"))
        for name in ("vehicles_low", "load_t", "loaded_km"):
            value = getattr(self, name)
            if value == 0 or (value < 0 and name != "vehicles_low"):
                remedy = "write a number above zero, or leave the row out where nothing of the kind limits."
                yield Fault(name, f"{value:g} is not possible here; {remedy}")


class IllustrativePoint(GradedEvidence):
    """A row is one point of a line drawn on maps to show where the parties stand, in the order of the rows.

    It is rounded coarsely, the position of nobody, and read by no model.
    """

    id: Identifier
    """Name of the point."""
    lat: Number
    """Degrees north, from -90 to 90, rounded coarsely."""
    lon: Number
    """Degrees east, from -180 to 180, rounded coarsely."""

    def faults(self) -> Iterator[Fault]:
        """A point that is nowhere on Earth."""
        yield from super().faults()
        yield from place_faults(lat=self.lat, lon=self.lon)
