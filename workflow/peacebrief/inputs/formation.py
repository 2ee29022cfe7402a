"""One formation, and what it takes to move it."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, OptionalNumber, Text
from peacebrief.inputs.span import range_of, span_faults


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
