"""Lift: vehicles of transport, formations to be moved, and what was really moved in the past.

A vehicle is a lorry, train, aircraft or ship. A formation comes with what it takes to move it. A deployment is one
number from a past deployment, a throughput one observation of what was really moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cells.cell import blank_to_none
from peacebrief.inputs.cells.row import (
    Fault,
    FilledText,
    Flag,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    OptionalUnit,
    PartialDate,
    Text,
    UnitId,
    range_of,
    span_faults,
)

Moved = Annotated[Literal["persons", "vehicles"] | None, BeforeValidator(blank_to_none)]


class Vehicle(GradedEvidence):
    """A row is one kind of lorry, train, aircraft or ship: what it carries, how fast, and for how much of a day."""

    id: Identifier
    """Name of the vehicle; the `carriers` of case.yaml point to it."""
    name: Label
    """What it is called in tables."""
    mode: Literal["road", "rail", "air", "sea", "river", "ferry"]
    """What it moves on: `road`, `rail`, `air`, `sea`, `river`, or a `ferry`."""
    payload_low: Number
    """Lowest payload, in tonnes."""
    payload_central: Number
    """Usual payload, in tonnes."""
    payload_high: Number
    """Highest payload, in tonnes."""
    payload_note: Text
    """What the payload consists of or leaves out; empty where there is nothing to add."""
    speed_low: Number
    """Lowest speed on the way, in kilometres an hour, above zero."""
    speed_central: Number
    """Usual speed on the way, in kilometres an hour."""
    speed_high: Number
    """Highest speed on the way, in kilometres an hour."""
    hours_low: Number
    """Fewest hours that it works in a day, above zero."""
    hours_central: Number
    """Hours that it usually works in a day."""
    hours_high: Number
    """Most hours that it works in a day, 24 at most."""
    availability_low: Number
    """Lowest share of a fleet that is fit to drive, above 0 and at most 1."""
    availability_central: Number
    """Usual share of a fleet that is fit to drive, from 0 to 1."""
    availability_high: Number
    """Highest share of a fleet that is fit to drive, from 0 to 1."""
    load_factor_low: Number
    """Lowest share of the payload that is really used, above 0 and at most 1."""
    load_factor_central: Number
    """Usual share of the payload that is really used, from 0 to 1."""
    load_factor_high: Number
    """Highest share of the payload that is really used, from 0 to 1."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Ranges out of order, more than 24 hours in a day, and what cannot be divided by."""
        yield from super().faults()
        for name in ("payload", "speed", "hours"):
            yield from span_faults(range_of(self, name))
        for name in ("availability", "load_factor"):
            yield from span_faults(range_of(self, name), unit="share")
        for name in ("speed", "hours", "availability", "load_factor"):
            if getattr(self, f"{name}_low") == 0:
                yield Fault(f"{name}_low", "0 is not possible here; write a number above zero.")
        if self.hours_high > 24:
            yield Fault("hours_high", f"{self.hours_high:g} is more than a day has; write 24 or less.")


class Formation(GradedEvidence):
    """A row is one kind of brigade or contingent: its people and vehicles, and what it takes to move it.

    `basis` speaks of the number of vehicles; the note says where the rest is known in another way.
    """

    id: Identifier
    """Name of the formation."""
    name: Label
    """What it is called in tables."""
    personnel_low: Number
    """Fewest persons in it, above zero."""
    personnel_central: Number
    """Usual number of persons in it."""
    personnel_high: Number
    """Most persons in it."""
    vehicles_low: Number
    """Fewest vehicles, with trailers where the source counts them."""
    vehicles_central: Number
    """Usual number of vehicles, with trailers where the source counts them."""
    vehicles_high: Number
    """Most vehicles, with trailers where the source counts them."""
    mass_low: OptionalNumber
    """Lowest mass of all that is moved, in tonnes; empty where not known."""
    mass_central: OptionalNumber
    """Usual mass of all that is moved, in tonnes; empty where not known."""
    mass_high: OptionalNumber
    """Highest mass of all that is moved, in tonnes; empty where not known."""
    stow_m2: OptionalNumber
    """Room that it takes on the decks of ships, in square metres; empty where not known."""
    lane_m: OptionalNumber
    """Length of the lanes that it takes on roll-on roll-off ships, in metres; empty where not known."""
    trains_low: OptionalNumber
    """Fewest trains that it takes; empty where not known."""
    trains_central: OptionalNumber
    """Trains that it usually takes; empty where not known."""
    trains_high: OptionalNumber
    """Most trains that it takes; empty where not known."""
    other_lift: Text
    """What else moved it, such as ships, convoys or days by air; empty where not known."""
    quote: Text
    """Words of the source that carry the numbers, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Ranges out of order, a formation without people."""
        yield from super().faults()
        for name in ("personnel", "vehicles", "mass", "trains"):
            yield from span_faults(range_of(self, name))
        if self.personnel_low == 0:
            yield Fault("personnel_low", "0 is not possible here; write a number above zero.")


class Deployment(GradedEvidence):
    """A row is one date of a past deployment: what was where by which day."""

    id: Identifier
    """Name of the row."""
    case: Identifier
    """Name of the deployment; its rows have it in common."""
    name: Label
    """What the deployment is called in tables."""
    date: PartialDate
    """When it was: a year, month or day."""
    day: Number
    """Days since the deployment began."""
    metric: FilledText
    """What was counted or what happened, such as troops in theatre."""
    value: OptionalNumber
    """The number counted, in the unit of the row; empty where the row marks a date only."""
    unit: OptionalUnit
    """Unit of value; empty where there is no value."""
    moved: OptionalNumber
    """Persons or vehicles that had arrived by that day from elsewhere; empty where no rate can be tested on the row."""
    moved_unit: Moved
    """What moved counts: `persons` or `vehicles`; empty where moved is empty."""
    use: Literal["calibration", "holdout", "context"]
    """What the row is for: `calibration` where the rate is taken from it, `holdout` where it is tested on it, `context`
    for neither."""
    loc_low: Number
    """Fewest lines of communication that the deployment came by; counted before outcomes were read, so do not change
    it."""
    loc_central: Number
    """Lines of communication that it most likely came by; counted before outcomes were read, so do not change it."""
    loc_high: Number
    """Most lines of communication that it came by; counted before outcomes were read, so do not change it."""
    pre_staged: Flag
    """`1` where the force already stood next to the crossing when it began, else `0`."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """Lines of communication out of order or none, a value without its unit, something moved in no time."""
        yield from super().faults()
        yield from span_faults(range_of(self, "loc"))
        if self.loc_low == 0:
            yield Fault("loc_low", "0 is not possible here; a deployment has at least one line of communication.")
        if self.value is not None and self.unit is None:
            yield Fault("unit", "the cell is empty although there is a value; write its unit.")
        if (self.moved is None) != (self.moved_unit is None):
            yield Fault("moved_unit", "moved and moved_unit belong together; fill in both or neither.")
        if self.moved is not None and self.moved <= 0:
            yield Fault("moved", f"{self.moved:g} is not above zero; write what was moved, or leave it empty.")
        if self.moved is not None and self.day <= 0:
            yield Fault("day", f"{self.day:g} is not above zero although something was moved; write the day.")


class Throughput(GradedEvidence):
    """A row is one observation of what really went through a place."""

    id: Identifier
    """Name of the row."""
    place: Label
    """The crossing, port or line, as tables print it."""
    flow: FilledText
    """What was counted, in a few words."""
    direction: Literal["in", "out", "both"]
    """Which way it went, seen from the theatre: `in`, `out`, or `both` together."""
    low: OptionalNumber
    """Lowest number, in the unit of the row; empty where only one is known."""
    value: OptionalNumber
    """The number counted, in the unit of the row; empty where the source gives none."""
    high: OptionalNumber
    """Highest number, in the unit of the row; empty where only one is known."""
    unit: UnitId
    """Unit of low, value and high."""
    period: FilledText
    """Time for which it was counted, in words."""
    quote: Text
    """Words of the source that carry the number, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A range out of order."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "value": self.value, "high": self.high})
