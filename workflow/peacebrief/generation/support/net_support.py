"""Net support for sending own troops, by poll and pooled by country, with honest intervals.

A poll errs by chance, less so the more people it asks, and by its house: how it finds, asks and weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist

from peacebrief.generation.support.comparable_poll import MOST_NET, Poll, comparable, smallest_sample

# ASSUME: support and opposition each carry a house effect of their own, with the same spread and independent of each
# other, so that net support carries the square root of two of it. Polls of one house share its effect.
# ASSUME: where houses disagree by more than that, the pooled interval is widened until they fit.
# ASSUME: comparable polls of one country count alike, whatever their month; weighting within a poll is not allowed for.


@dataclass(frozen=True, slots=True, kw_only=True)
class NetSupport:
    """Support less opposition in points, its standard deviation and its interval, and the polls it comes from."""

    name: str
    net: float
    deviation: float
    low: float
    high: float
    polls: tuple[str, ...]


def each_poll(polls: Sequence[Poll], *, group: str, house_points: float, level: float = 0.90) -> list[NetSupport]:
    """Net support in each comparable poll; `house_points` is the standard deviation of a house effect on one share."""
    chosen = comparable(polls, group=group)
    smallest = smallest_sample(chosen)
    found = []
    for poll in chosen:
        variance = poll.sampling_variance(assumed=smallest) + 2 * house_points**2
        found.append(_interval(poll.id, poll.net, variance, level, [poll]))
    return found


def by_country(polls: Sequence[Poll], *, group: str, house_points: float, level: float = 0.90) -> list[NetSupport]:
    """Net support by country, its comparable polls pooled: first within a house, then over houses, by precision."""
    chosen = comparable(polls, group=group)
    smallest = smallest_sample(chosen)
    found = []
    for country in sorted({poll.country for poll in chosen}):
        own = [poll for poll in chosen if poll.country == country]
        houses = []
        for house in sorted({poll.house for poll in own}):
            parts = [(poll.net, poll.sampling_variance(assumed=smallest)) for poll in own if poll.house == house]
            net, variance = _pooled(parts)
            houses.append((net, variance + 2 * house_points**2))
        net, variance = _pooled(houses)
        found.append(_interval(country, net, variance * _disagreement(houses, net), level, own))
    return found


def _pooled(parts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Mean and variance of independent estimates, each weighted by its precision (one over its variance)."""
    if min(variance for _, variance in parts) == 0:
        certain = [net for net, variance in parts if variance == 0]
        return fsum(certain) / len(certain), 0.0
    precision = fsum(1 / variance for _, variance in parts)
    return fsum(net / variance for net, variance in parts) / precision, 1 / precision


def _disagreement(parts: Sequence[tuple[float, float]], net: float) -> float:
    """By what factor the estimates scatter more than their variances explain, at least one. Source: Birge 1932."""
    if len(parts) < 2 or min(variance for _, variance in parts) == 0:
        return 1.0
    return max(1.0, fsum((own - net) ** 2 / variance for own, variance in parts) / (len(parts) - 1))


def _interval(name: str, net: float, variance: float, level: float, polls: Sequence[Poll]) -> NetSupport:
    reach = NormalDist().inv_cdf((1 + level) / 2) * sqrt(variance)
    low, high = max(net - reach, -MOST_NET), min(net + reach, MOST_NET)
    ids = tuple(poll.id for poll in polls)
    return NetSupport(name=name, net=net, deviation=sqrt(variance), low=low, high=high, polls=ids)
