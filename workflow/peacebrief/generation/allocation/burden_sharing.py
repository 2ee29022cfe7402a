"""Burden table and rotation schedule: who sends what, what that ties up of each army, and who serves in which tour.

The pool stands in a circle and every tour takes the next contingent from it, so that no one serves again before the
whole pool has served, and the contingent deployed is of full strength in every tour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil

from peacebrief.generation.allocation.allocation_task import Contributor
from peacebrief.generation.allocation.fair_allocation import Allocation


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """One row: troops deployed by type and in all, the pool behind them (persons), and shares between 0 and 1.

    `army_share` is the share of the army tied up, rotation included; `force_share` the share of the whole force;
    `at_limit` says that the contributor sends all it can keep deployed. `quota` is what the baseline would ask of it
    (persons), zero where none was given.
    """

    contributor: str
    troops: Mapping[str, int]
    deployed: int
    pool: int
    army_share: float
    force_share: float
    at_limit: bool
    quota: int


def burden_table(*, allocation: Allocation, quotas: Mapping[str, Mapping[str, int]] | None = None) -> list[Burden]:
    """A row for every contributor, the largest share of army first, equal ones in the order of names."""
    rows = [_burden(one, allocation, (quotas or {}).get(one.name, {})) for one in allocation.task.contributors]
    return sorted(rows, key=lambda row: (-row.army_share, row.contributor))


def nothing_sent(contributor: str) -> Burden:
    """The row of a contributor that nobody counts on."""
    return Burden(
        contributor=contributor,
        troops={},
        deployed=0,
        pool=0,
        army_share=0.0,
        force_share=0.0,
        at_limit=False,
        quota=0,
    )


def _burden(one: Contributor, allocation: Allocation, quota: Mapping[str, int]) -> Burden:
    troops = allocation.troops[one.name]
    deployed = sum(troops.values())
    most = min(one.deployable, sum(one.limit(name) for name in allocation.task.requirement))
    return Burden(
        contributor=one.name,
        troops=troops,
        deployed=deployed,
        pool=ceil(deployed * one.exact_ratio()),
        army_share=float(deployed / one.weight()),
        force_share=deployed / allocation.force if allocation.force else 0.0,
        at_limit=deployed == most,
        quota=sum(quota.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """One tour (counted from 1) of one contingent, in persons.

    `fresh` serve in the mission for the first time and `returning` again; `resting` are the rest of the pool. `first`
    is the place in the pool, counted from zero, of the first soldier taken.
    """

    contributor: str
    force_type: str
    number: int
    deployed: int
    fresh: int
    returning: int
    resting: int
    first: int


def pool(*, deployed: int, ratio: Fraction) -> int:
    """Troops (whole persons) tied up at one time by a contingent: deployed, preparing and recovering, rounded up."""
    return ceil(deployed * ratio)


def tours_in(*, horizon_months: float, tour_months: float) -> int:
    """Tours that begin within the horizon. Raises ValueError unless both are above zero."""
    if horizon_months <= 0 or tour_months <= 0:
        raise ValueError(f"horizon and tour must be above zero months, not {horizon_months:g} and {tour_months:g}")
    return ceil(round(horizon_months / tour_months, 9))


def rotation_schedule(*, allocation: Allocation, tours: int) -> list[Tour]:
    """Every tour of every contingent, by contributor, type and number. Raises ValueError where there is no tour."""
    if tours < 1:
        raise ValueError(f"a schedule needs at least one tour, not {tours}")
    ratios = {one.name: one.exact_ratio() for one in allocation.task.contributors}
    return [
        tour
        for contributor, row in allocation.troops.items()
        for force_type, deployed in row.items()
        if deployed
        for tour in _contingent(
            contributor, force_type, deployed, pool(deployed=deployed, ratio=ratios[contributor]), tours
        )
    ]


def _contingent(contributor: str, force_type: str, deployed: int, held: int, tours: int) -> Iterable[Tour]:
    # Troops who have served up to each tour, once the whole pool has served it stays at that.
    served = [min(number * deployed, held) for number in range(tours + 1)]
    for number, (before, after) in enumerate(pairwise(served)):
        yield Tour(
            contributor=contributor,
            force_type=force_type,
            number=number + 1,
            deployed=deployed,
            fresh=after - before,
            returning=deployed - (after - before),
            resting=held - deployed,
            first=number * deployed % held,
        )
