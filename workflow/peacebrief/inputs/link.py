"""One way from a place to another by one mode of transport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.node import Scope
from peacebrief.inputs.problem import shown
from peacebrief.inputs.row import (
    Basis,
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Number,
    OptionalNumber,
    Text,
)
from peacebrief.inputs.span import PARTS, range_of, span_faults

Mode = Literal["road", "rail_1435", "rail_1520", "sea", "air", "ferry"]


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
    mode: Mode
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
    crosses_dnipro: Flag
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
