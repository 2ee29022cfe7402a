"""Enablers: what a force cannot do without. They complete each other, so the weakest one counts and not their mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

WIDEST_GAP = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Enabler:
    """One row of the register of enablers.

    `gap` is 0 (none) to 5 (widest) without the patron; `years_low` and `years_high` say how long closing it
    takes, infinite where no end is given; `criticality` is 0 to 5 by option. Several rows may state one `capability`.
    Raises ValueError for a rating outside 0 to 5 and for years out of order.
    """

    id: str
    capability: str
    gap: float
    years_low: float
    years_high: float
    criticality: Mapping[str, float]

    def __post_init__(self) -> None:
        if not all(0 <= rating <= WIDEST_GAP for rating in (self.gap, *self.criticality.values())):
            raise ValueError(f"{self.id}: gap and criticality are rated from 0 to 5")
        if not 0 <= self.years_low <= self.years_high:
            raise ValueError(f"{self.id}: the years to close a gap run from {self.years_low:g} to {self.years_high:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnablerGap:
    """The chain of enablers of one option, or one capability of it.

    `coverage` (0-1) of the weakest link and its ids. `years_low` and `years_high`: until the last gap is closed, zero
    where there is none.
    """

    coverage: float
    weakest: tuple[str, ...]
    years_low: float
    years_high: float


def coverage(*, gap: float) -> float:
    """The share of what is needed that is there: 1 without a gap, 0 at the widest."""
    # ASSUME: each step of the gap rating (0 to 5) is an equal share of the capability missing.
    return 1 - gap / WIDEST_GAP


def critical(enablers: Sequence[Enabler], *, option: str, at_least: float) -> tuple[Enabler, ...]:
    """The enablers whose criticality for an option is `at_least` (1-5), by id.

    Raises ValueError where an enabler is not rated for the option or none is that critical.
    """
    if not at_least > 0:
        raise ValueError("an enabler that is not critical at all cannot be the weakest link")
    unrated = [enabler.id for enabler in enablers if option not in enabler.criticality]
    if unrated:
        raise ValueError(f"{', '.join(sorted(unrated))}: no criticality is given for {option}")
    found = [enabler for enabler in enablers if enabler.criticality[option] >= at_least]
    if not found:
        raise ValueError(f"{option}: no enabler has a criticality of {at_least:g} or more")
    return tuple(sorted(found, key=lambda enabler: enabler.id))


def enabler_gap(enablers: Sequence[Enabler], *, lent: Collection[str] = ()) -> EnablerGap:
    """The weakest link of a chain of enablers, and the years until every gap is closed.

    An enabler whose id is in `lent` is provided by the patron and has no gap.
    """
    # ASSUME: gaps are closed side by side, so that the slowest one decides how long the chain takes.
    if not enablers:
        raise ValueError("a chain of enablers has at least one link")
    gaps = {enabler.id: 0.0 if enabler.id in lent else enabler.gap for enabler in enablers}
    covered = {name: coverage(gap=gap) for name, gap in gaps.items()}
    weakest = min(covered.values())
    short = [enabler for enabler in enablers if gaps[enabler.id] > 0]
    return EnablerGap(
        coverage=weakest,
        weakest=tuple(sorted(name for name, share in covered.items() if share == weakest)),
        years_low=max((enabler.years_low for enabler in short), default=0.0),
        years_high=max((enabler.years_high for enabler in short), default=0.0),
    )


def by_capability(enablers: Sequence[Enabler], *, lent: Collection[str] = ()) -> dict[str, EnablerGap]:
    """The weakest link within each capability, in the order of their names."""
    names = sorted({enabler.capability for enabler in enablers})
    return {
        name: enabler_gap([enabler for enabler in enablers if enabler.capability == name], lent=lent) for name in names
    }
