"""Quotas by largest remainder: the baseline that can be checked by hand, beside the optimiser's answer."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from peacebrief.generation.contributors import Task


def largest_remainder(*, total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`total` shared in proportion to the weights in whole numbers; equal remainders go in the order of names.

    Raises ValueError for a negative total or weight, and where there is something to share but no weight.
    """
    if total < 0 or min(weights.values(), default=0) < 0:
        raise ValueError("a total to share and its weights must be zero or more")
    whole = sum(weights.values())
    if total == 0:
        return dict.fromkeys(sorted(weights), 0)
    if whole == 0:
        raise ValueError(f"{total} cannot be shared: no weight is above zero")
    shares = {name: Fraction(total * weight, whole) for name, weight in sorted(weights.items())}
    quotas = {name: int(share) for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: (quotas[name] - shares[name], name))
    for name in by_remainder[: total - sum(quotas.values())]:
        quotas[name] += 1
    return quotas


def capped_quotas(*, total: int, weights: Mapping[str, int], limits: Mapping[str, int]) -> dict[str, int]:
    """Quotas by largest remainder; what exceeds a limit is shared among the others until all is shared or full."""
    quotas: dict[str, int] = {}
    open_names = {name for name, weight in weights.items() if weight > 0}
    left = total
    while True:
        shares = largest_remainder(
            total=left if open_names else 0, weights={name: weights[name] for name in open_names}
        )
        full = {name for name, share in shares.items() if share >= limits[name]}
        over = any(shares[name] > limits[name] for name in full)
        if not over:
            return dict(sorted({**dict.fromkeys(weights, 0), **quotas, **shares}.items()))
        for name in full:
            quotas[name] = limits[name]
            left -= limits[name]
        open_names -= full


# ASSUME: the quotas fill one type of force after another, the most demanding first, in proportion to the armies, and do
# not look at smallest contingents or framework nations; they are a baseline and no plan.
def quotas(*, task: Task) -> dict[str, dict[str, int]]:
    """Troops (persons) by contributor and type: each requirement shared in proportion to the armies within the limits.

    Types are filled from the largest requirement to the smallest, equal ones in the order of names.
    """
    left = {one.name: one.deployable for one in task.contributors}
    armies = {one.name: one.army for one in task.contributors}
    shared: dict[str, dict[str, int]] = {name: {} for name in sorted(left)}
    for force_type, required in sorted(task.requirement.items(), key=lambda item: (-item[1], item[0])):
        limits = {one.name: min(one.limit(force_type), left[one.name]) for one in task.contributors}
        for name, troops in capped_quotas(total=required, weights=armies, limits=limits).items():
            shared[name][force_type] = troops
            left[name] -= troops
    return shared
