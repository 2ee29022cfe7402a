"""How many persons a state had under arms in one year."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.row import Fault, GradedEvidence, Identifier, Label, Number, WholeNumber

FIRST_YEAR, LAST_YEAR = 1900, 2100


class ArmyStrength(GradedEvidence):
    """A count by one series, such as that of an alliance; `contributor` is the id it has in the cases."""

    id: Identifier
    contributor: Identifier
    country: Label
    year: WholeNumber
    persons: Number
    series: Identifier

    def faults(self) -> Iterator[Fault]:
        """Nobody under arms, a year that is none."""
        yield from super().faults()
        if self.persons <= 0:
            yield Fault("persons", f"{self.persons:g} is not above zero; write how many were under arms.")
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            yield Fault("year", f"{self.year} is not a year between {FIRST_YEAR} and {LAST_YEAR}.")
