"""Verdicts on what was expected before the calculation, each by a rule fixed beforehand."""

from __future__ import annotations

from collections.abc import Sequence

CONFIRMED, PARTLY, REFUTED = "confirmed", "partly confirmed", "refuted"
NEARLY_CERTAIN = 0.95
REPLACEABLE = 0.8


def by_count(met: Sequence[bool]) -> str:
    """Confirmed where every condition is met, partly where one is, refuted where none is."""
    return CONFIRMED if all(met) else PARTLY if any(met) else REFUTED


def border_is_no_bottleneck(*, size: float, lowest_force: float, chance: float) -> str:
    """Whether a size can be fed in the low case, and almost certainly over all draws."""
    return by_count((lowest_force >= size, chance >= NEARLY_CERTAIN))


def deployment_binds(*, use_deploying: float, use_supplied: float, border_is_slowest: bool, held_back: float) -> str:
    """Whether units arriving take more of the crossings than supplies, and whether the crossings set the pace.

    Refuted where supplies take more, whatever else holds. `held_back` is the share of draws in which the network is
    slower than past deployments were.
    """
    if use_deploying <= use_supplied:
        return REFUTED
    return by_count((True, border_is_slowest, held_back > 0.5))


def low_capacity_fails(*, size: float, lowest_force: float, chance: float) -> str:
    """Whether a size cannot be fed in the low case; partly where it can, yet not almost certainly over all draws."""
    if lowest_force < size:
        return CONFIRMED
    return PARTLY if chance < NEARLY_CERTAIN else REFUTED


def worst_pair_and_replaceable(*, pair_is_worst: Sequence[bool], alone_left: Sequence[float]) -> str:
    """Whether a pair is the worst one, and a single country replaceable, in every capacity case looked at."""
    return by_count((*pair_is_worst, *(left >= REPLACEABLE for left in alone_left)))
