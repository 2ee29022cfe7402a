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
    """What a vehicle carries and how much of a day it can: payload in tonnes, speed in km an hour, hours a day.

    `availability` is the share of a fleet fit to drive, `load_factor` the share of the payload that is used.
    """

    id: Identifier
    name: Label
    mode: Literal["road", "rail", "air", "sea", "river", "ferry"]
    payload_low: Number
    payload_central: Number
    payload_high: Number
    payload_note: Text
    speed_low: Number
    speed_central: Number
    speed_high: Number
    hours_low: Number
    hours_central: Number
    hours_high: Number
    availability_low: Number
    availability_central: Number
    availability_high: Number
    load_factor_low: Number
    load_factor_central: Number
    load_factor_high: Number
    quote: Text

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
    """A brigade or contingent: people, vehicles, mass in tonnes, room on ships and trains. Empty numbers are unknown.

    `basis` speaks of the number of vehicles; the note says where the rest is known in another way.
    """

    id: Identifier
    name: Label
    personnel_low: Number
    personnel_central: Number
    personnel_high: Number
    vehicles_low: Number
    vehicles_central: Number
    vehicles_high: Number
    mass_low: OptionalNumber
    mass_central: OptionalNumber
    mass_high: OptionalNumber
    stow_m2: OptionalNumber
    lane_m: OptionalNumber
    trains_low: OptionalNumber
    trains_central: OptionalNumber
    trains_high: OptionalNumber
    other_lift: Text
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """Ranges out of order, a formation without people."""
        yield from super().faults()
        for name in ("personnel", "vehicles", "mass", "trains"):
            yield from span_faults(range_of(self, name))
        if self.personnel_low == 0:
            yield Fault("personnel_low", "0 is not possible here; write a number above zero.")


class Deployment(GradedEvidence):
    """What was where on which day of a deployment; an empty value marks a date only.

    `moved` is what had arrived by `day` of what came from elsewhere, where a rate can be tested on it. `use` says
    whether the rate was calibrated on the row, is tested on it, or neither. `loc_low` to `loc_high` count the lines of
    communication; `pre_staged` is 1 where the force already stood next to the crossing.
    """

    id: Identifier
    case: Identifier
    name: Label
    date: PartialDate
    day: Number
    metric: FilledText
    value: OptionalNumber
    unit: OptionalUnit
    moved: OptionalNumber
    moved_unit: Moved
    use: Literal["calibration", "holdout", "context"]
    loc_low: Number
    loc_central: Number
    loc_high: Number
    pre_staged: Flag
    quote: Text

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
    """What went through a place, in which direction seen from the theatre; an empty value was not given in numbers."""

    id: Identifier
    place: Label
    flow: FilledText
    direction: Literal["in", "out", "both"]
    low: OptionalNumber
    value: OptionalNumber
    high: OptionalNumber
    unit: UnitId
    period: FilledText
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A range out of order."""
        yield from super().faults()
        yield from span_faults({"low": self.low, "value": self.value, "high": self.high})
