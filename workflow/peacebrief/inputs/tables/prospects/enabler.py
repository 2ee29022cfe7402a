"""One thing that a force cannot do without and that few states have, and how badly an option needs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from peacebrief.inputs.cells.judgement import AnyOrAll
from peacebrief.inputs.cells.row import (
    Fault,
    GradedEvidence,
    Identifier,
    Label,
    Number,
    OptionalNumber,
    Text,
    span_faults,
)

WIDEST_GAP = 5


def rating_fault(column: str, value: float) -> Iterator[Fault]:
    """A rating off the scale from 0 to 5."""
    if not 0 <= value <= WIDEST_GAP:
        yield Fault(column, f"{value:g} is not a rating; write 0 to {WIDEST_GAP}.")


class Enabler(GradedEvidence):
    """An enabler: what the patron and the others have of it, how wide the gap is without the patron, and how long it
    stays.

    `gap` runs from 0 (none) to 5 (nothing there). Empty years are not known; an empty `years_high` alone is no end in
    sight. `lent_at` is the level of support from which the patron lends it, empty where it does not. `item` is the one
    of the vocabulary that it belongs to.
    """

    id: Identifier
    capability: Identifier
    name: Label
    patron_quantity: Text
    own_quantity: Text
    gap: Number
    years_low: OptionalNumber
    years_high: OptionalNumber
    substitute: Text
    lent_at: AnyOrAll
    item: Identifier
    quote: Text

    def faults(self) -> Iterator[Fault]:
        """A gap off its scale, years out of order, an end without a beginning."""
        yield from super().faults()
        yield from rating_fault("gap", self.gap)
        yield from span_faults({"years_low": self.years_low, "years_high": self.years_high})
        if self.years_low is None and self.years_high is not None:
            yield Fault("years_low", "the cell is empty although years_high is given; write the fewest years.")


class EnablerNeed(GradedEvidence):
    """From 0, not needed, to 5, impossible without it."""

    KEY: ClassVar[tuple[str, ...]] = ("enabler", "option")

    enabler: Identifier
    option: Identifier
    criticality: Number

    def faults(self) -> Iterator[Fault]:
        """A rating off its scale."""
        yield from super().faults()
        yield from rating_fault("criticality", self.criticality)
