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
    """A row is one thing that a force cannot do without and that few states have.

    It says who has it, how wide the gap is, and how long it stays.
    """

    id: Identifier
    """Name of the enabler, which enabler_needs.csv points to."""
    capability: Identifier
    """Capability that it is part of; enablers of one capability have it in common, and the weakest decides."""
    name: Label
    """What it is called in tables."""
    patron_quantity: Text
    """How much of it the patron has, in words; empty where not known."""
    own_quantity: Text
    """How much of it those have who would send the force, in words; empty where not known."""
    gap: Number
    """How wide the gap is without the patron, from 0 (none) to 5 (nothing there); judged."""
    years_low: OptionalNumber
    """Fewest years until the gap is closed; empty where not known."""
    years_high: OptionalNumber
    """Most years until the gap is closed; empty where not known, and beside a filled years_low where no end is in
    sight."""
    substitute: Text
    """What could take its place; empty where nothing is known."""
    lent_at: AnyOrAll
    """Level of support from which the patron lends it, one of those of case.yaml; empty where it does not."""
    item: Identifier
    """What it is told under, one of the `items` of vocabulary.yaml."""
    quote: Text
    """Words of the source that carry the quantities, at most 25; empty where nothing is quoted."""

    def faults(self) -> Iterator[Fault]:
        """A gap off its scale, years out of order, an end without a beginning."""
        yield from super().faults()
        yield from rating_fault("gap", self.gap)
        yield from span_faults({"years_low": self.years_low, "years_high": self.years_high})
        if self.years_low is None and self.years_high is not None:
            yield Fault("years_low", "the cell is empty although years_high is given; write the fewest years.")


class EnablerNeed(GradedEvidence):
    """A row says how badly one option needs one enabler."""

    KEY: ClassVar[tuple[str, ...]] = ("enabler", "option")

    enabler: Identifier
    """The enabler, by its id in enablers.csv."""
    option: Identifier
    """The option, by its id in options.csv."""
    criticality: Number
    """How badly it is needed, from 0 (not needed) to 5 (impossible without it); from `critical_from` of case.yaml on it
    counts as critical."""

    def faults(self) -> Iterator[Fault]:
        """A rating off its scale."""
        yield from super().faults()
        yield from rating_fault("criticality", self.criticality)
