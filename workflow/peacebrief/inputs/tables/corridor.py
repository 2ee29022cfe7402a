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
    """A corridor and its names: `label` in tables and figures, `in_sentence` in prose.

    `country` is the one state it runs through, where there is one, and `country_name` its name. `in_article` is 1 for
    the corridors that the case's article names. `inside` is 1 where its links lie within the theatre.
    """

    id: Identifier
    label: Label
    in_sentence: Label
    country: OptionalCountry
    country_name: Text
    in_article: Flag
    inside: Flag

    def faults(self) -> Iterator[Fault]:
        """A country without its name, or a name without its country."""
        yield from super().faults()
        if bool(self.country) != bool(self.country_name):
            yield Fault("country_name", "country and country_name belong together; fill in both or neither.")


class Sector(GradedEvidence):
    """A sector, the node that supplies it and its share of the force; the shares sum to 1.

    `zone` is `line` for troops along the ceasefire line and `rear` for bases and training behind it.
    """

    id: Identifier
    name: Label
    node: Identifier
    share: Number
    zone: Literal["line", "rear"]

    def faults(self) -> Iterator[Fault]:
        """A share that is none."""
        yield from super().faults()
        if not 0 < self.share <= 1:
            yield Fault("share", f"{self.share:g} is not above 0 and at most 1; write a share of the force.")


class Fleet(GradedEvidence):
    """Wagons, train crews or lorries that a force may count on: how many, and what one of them does in a day.

    `load_t` is the tonnes that one carries when loaded, `loaded_km` the kilometres that it covers loaded on an average
    day, waiting, loading and the empty way back included. `mode` are the links it carries on, `carries` the goods.
    `in_sentence` stands in a sentence: broad-gauge wagons.
    """

    id: Identifier
    label: Label
    in_sentence: Label
    mode: FleetMode
    carries: Carried
    vehicles_low: Number
    vehicles_central: Number
    vehicles_high: Number
    load_t: Number
    loaded_km: Number
    derivation: FilledText
    quote: Text

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
    """A point of the line, in the order of the rows: rounded coarsely, and no position of anybody."""

    id: Identifier
    lat: Number
    lon: Number

    def faults(self) -> Iterator[Fault]:
        """A point that is nowhere on Earth."""
        yield from super().faults()
        yield from place_faults(lat=self.lat, lon=self.lon)
