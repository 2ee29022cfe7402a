"""The burden table: who sends what, and how much of each army that ties up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from peacebrief.generation.allocation import Allocation
from peacebrief.generation.contributors import Contributor


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
