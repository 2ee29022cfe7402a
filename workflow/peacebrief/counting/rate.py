"""A rate that was counted: events out of so many cases, the interval around it, and what it is over another time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any

# ASSUME: the interval around a counted rate is Wilson's, which holds the true rate in nine cases of ten. Where cases
# hang together, such as years of one mission, it is that of as many cases as there are missions.
Z = NormalDist().inv_cdf(0.95)

# What is counted: whether something happened, or how much of what was wanted there was.
EVENT = "event"
KINDS = (EVENT, "troops", "money", "flights")


@dataclass(frozen=True, slots=True)
class Rate:
    """A share from 0 to 1 and the ends of its interval; None where it is not known how many cases it rests on."""

    share: float
    low: float | None = None
    high: float | None = None

    def outside(self, chance: float) -> bool:
        """Whether a chance lies outside the interval; never where there is none."""
        return self.low is not None and self.high is not None and not self.low <= chance <= self.high

    def opposite(self) -> Rate:
        """The rate at which it did not happen."""
        return Rate(1 - self.share, None if self.high is None else 1 - self.high, _opposite(self.low))

    def over(self, months: float, *, counted_over: float) -> Rate:
        """The rate over `months` of what was counted over another number of months."""
        # ASSUME: what was counted over one stretch of time is turned to another by a risk that is the same in every
        # month. After a war the first year is the worst, so that the rate of one year is then rather too low.
        low, high = (None if end is None else _over(end, months / counted_over) for end in (self.low, self.high))
        return Rate(_over(self.share, months / counted_over), low, high)


def counted_rate(row: Mapping[str, Any]) -> Rate:
    """The rate of a row of `base_rates`: from its events and cases, or the share that was published in their place.

    `clusters` is the number of cases that are independent, where that is fewer than all.
    """
    share = row["share"] if row["share"] is not None else row["events"] / row["out_of"]
    cases = row["clusters"] if row["clusters"] is not None else row["out_of"]
    return Rate(float(share), *(wilson(share=share, cases=cases) if cases else (None, None)))


def wilson(*, share: float, cases: float) -> tuple[float, float]:
    """The ends of Wilson's interval of nine in ten around a share that was counted in so many cases."""
    spread = Z * Z / cases
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / cases + spread / (4 * cases))
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))


def _over(share: float, times: float) -> float:
    return float(1 - (1 - share) ** times)


def _opposite(end: float | None) -> float | None:
    return None if end is None else 1 - end
