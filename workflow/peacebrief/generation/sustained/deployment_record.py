"""What states have kept deployed for years, and which rows of the record count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peacebrief.reasoning.record import Row

COUNT = "about"
# The fewest state-years that a variance can be learnt from.
FEWEST = 4

# ASSUME: a state-year that is known as a least or a most only is left out of the fit: it is no count. Most of those
# left out are a least, so that the share found errs low rather than high.
# ASSUME: troops of all services in the theatres count as the army's, as they do in what governments offer: the army is
# the measure, and not the only source.
# ASSUME: garrisons abroad and forward land forces of the past are not counted as kept deployed; an army had them
# besides.


@dataclass(frozen=True, slots=True, kw_only=True)
class StateYear:
    """The troops (persons) that a state kept deployed in a year, and its army (persons) and kind of army then."""

    contributor: str
    country: str
    year: int
    kind: str
    deployed: float
    army: float
    bound: str
    origin: str

    @classmethod
    def from_row(cls, row: Row) -> StateYear:
        """The state-year of a row. Raises ValueError where more were deployed than there were."""
        words = {name: str(row[name]) for name in ("contributor", "country", "kind", "bound", "origin")}
        found = cls(**words, year=int(row["year"]), deployed=float(row["deployed"]), army=float(row["army"]))
        if not 0 < found.deployed <= found.army:
            where = f"{found.contributor} {found.year}"
            raise ValueError(f"{where}: {found.deployed:g} deployed by an army of {found.army:g} is no share of it")
        return found

    @property
    def share(self) -> float:
        """The share of the army kept deployed."""
        return self.deployed / self.army


def counted(rows: Iterable[StateYear]) -> tuple[StateYear, ...]:
    """The state-years that are counts, in an order that does not depend on that of the rows."""
    found = (row for row in rows if row.bound == COUNT)
    return tuple(sorted(found, key=lambda row: (row.contributor, row.year, row.origin)))
