"""The share of an army kept deployed: kinds of army, states and years, pooled as far as the record bears it.

Log share = mean of all + effect of the kind of army + effect of the state + the year's own. Given how far apart kinds,
states and years lie, all is normal and exact. How far apart they lie is weighed on a fixed grid by the restricted
likelihood, so that what the record cannot tell widens the answer.
Source: Harville 1977 (restricted likelihood); Gelman 2006 (even weights on deviations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, log

import numpy as np

from peacebrief.generation.sustained.deployment_record import FEWEST, StateYear, counted
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import NORMAL_P95

# ASSUME: how far states lie apart is nought to three times, and how far kinds of army do nought to twice, what the
# years of one state lie apart; each step of these grids is as likely beforehand as another.
STATES = tuple(step / 4 for step in range(13))
KINDS = tuple(step / 4 for step in range(9))
# ASSUME: years of one state resemble each other the more the nearer they are, by a power of their distance:
# neighbouring years of one operation then count little more than one of them would.
MEMORIES = (*(step / 10 for step in range(10)), 0.95)

# ASSUME: a mission to come is far in time from every year of the record: how much a state kept deployed in its last
# years says what it was asked for then, and does not lower what it is asked for next.
# ASSUME: moments of the answer are read to nine decimals, so that rounding on another machine moves no soldier.
DECIMALS = 9
LEAST_SQUARES = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmyShare:
    """The share of its army that a state would keep deployed: log-normal, with its logarithm's mean and deviation."""

    contributor: str
    log_mean: float
    deviation: float

    def at(self, deviates: float) -> float:
        """The share so many deviations from the middle, one at most."""
        return min(exp(self.log_mean + deviates * self.deviation), 1.0)

    @property
    def span(self) -> tuple[float, float, float]:
        """The 5th percentile, the median and the 95th percentile."""
        return self.at(-NORMAL_P95), self.at(0.0), self.at(NORMAL_P95)

    def quantity(self, *, name: str, origin: str) -> Quantity:
        """The share as a number to be drawn; a draw above one is to be cut to one."""
        low, high = (exp(self.log_mean + side * NORMAL_P95 * self.deviation) for side in (-1, 1))
        middle = self.span[1]
        return Quantity(id=name, origin=origin, distribution="lognormal", low=low, central=middle, high=high)


class ShareModel:
    """The model fitted to state-years. Raises ValueError for too few of them."""

    def __init__(
        self,
        rows: Sequence[StateYear],
        *,
        states: Sequence[float] = STATES,
        kinds: Sequence[float] = KINDS,
        memories: Sequence[float] = MEMORIES,
    ) -> None:
        """`states` and `kinds` are deviations in units of that of years, `memories` correlations of next years."""
        self.rows = counted(rows)
        if len(self.rows) < FEWEST:
            counts = f"{len(self.rows)} of its rows are counts"
            raise ValueError(f"the record of sustained deployments is too short: {counts}, and {FEWEST} are needed")
        self._state, self._kind, memory = np.array(list(product(states, kinds, memories)), dtype=np.float64).T
        self._fit(memory)

    def _fit(self, memory: Floats) -> None:
        shares = np.array([log(row.share) for row in self.rows])
        covariance = self._covariance(memory)
        self._precision = np.linalg.inv(covariance)
        self._ones = self._precision.sum(axis=2)
        self._information = self._ones.sum(axis=1)
        self._mean = (self._ones * shares).sum(axis=1) / self._information
        self._residual = np.einsum("gij,gj->gi", self._precision, shares - self._mean[:, None])
        # Shares that are all alike leave nothing to divide by.
        squares = np.maximum((self._residual * (shares - self._mean[:, None])).sum(axis=1), LEAST_SQUARES)
        freedom = len(shares) - 1
        likelihood = -0.5 * (np.linalg.slogdet(covariance)[1] + np.log(self._information) + freedom * np.log(squares))
        weights = np.exp(likelihood - likelihood.max())
        self._weights = weights / weights.sum()
        # The mean of the variance of years, whose own logarithm is as likely anywhere beforehand.
        self._variance = squares / (freedom - 2)

    def _covariance(self, memory: Floats) -> Floats:
        names, kinds = np.array([row.contributor for row in self.rows]), np.array([row.kind for row in self.rows])
        years = np.array([row.year for row in self.rows])
        same = names[:, None] == names
        apart = np.abs(years[:, None] - years)
        powers = np.where(apart == 0, 1.0, memory[:, None, None] ** np.maximum(apart, 1))
        found = same * (self._state[:, None, None] ** 2 + powers)
        return np.asarray(found + (kinds[:, None] == kinds) * self._kind[:, None, None] ** 2, dtype=np.float64)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of army that are in the record."""
        return tuple(sorted({row.kind for row in self.rows}))

    def predicted(self, contributor: str, kind: str, *, any_kind: bool = False) -> ArmyShare:
        """What a state with an army of a kind would keep deployed; a state without rows of its own is one more.

        Raises ValueError for a kind of army that no state of the record has, unless it may be `any_kind`.
        """
        if kind not in self.kinds and not any_kind:
            raise ValueError(f"no state of the record has kept deployed an army of the kind {kind}")
        own = np.array([row.contributor == contributor for row in self.rows])
        alike = np.array([row.kind == kind for row in self.rows])
        shared = own * self._state[:, None] ** 2 + alike * self._kind[:, None] ** 2
        means = self._mean + (shared * self._residual).sum(axis=1)
        known = np.einsum("gi,gij,gj->g", shared, self._precision, shared)
        missing = (1 - (self._ones * shared).sum(axis=1)) ** 2 / self._information
        variances = self._variance * (self._state**2 + self._kind**2 + 1 - known + missing)
        mean = float((self._weights * means).sum())
        variance = float((self._weights * (variances + (means - mean) ** 2)).sum())
        return ArmyShare(
            contributor=contributor, log_mean=round(mean, DECIMALS), deviation=round(variance**0.5, DECIMALS)
        )

    def deviations(self) -> dict[str, float]:
        """How far the logarithms of kinds, states and years lie apart, by the middle of what the record bears."""
        years = np.sqrt(self._variance)
        parts = {"kinds": years * self._kind, "states": years * self._state, "years": years}
        return {name: float((self._weights * part).sum()) for name, part in parts.items()}
