"""One number from a past deployment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator

from peacebrief.inputs.cell import blank_to_none
from peacebrief.inputs.row import (
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
)
from peacebrief.inputs.span import range_of, span_faults

Moved = Annotated[Literal["persons", "vehicles"] | None, BeforeValidator(blank_to_none)]


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
