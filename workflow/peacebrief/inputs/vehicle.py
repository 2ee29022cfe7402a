"""One vehicle of transport: lorry, train, aircraft or ship."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, Text
from peacebrief.inputs.span import range_of, span_faults


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
