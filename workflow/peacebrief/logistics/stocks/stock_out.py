"""How long stocks last once a loss has cut supply, and how many person-days go without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.given import AMMUNITION
from peacebrief.uncertainty.arrays import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class StockOut:
    """What a loss does to a force of a given size that keeps its stocks by policy.

    `days` until the first class runs out (the longest horizon stands for never), and
    `person_days[horizon, class]` unsupplied within each horizon.
    """

    days: float
    person_days: Floats


def share_arriving(*, largest_force: float, persons: float) -> float:
    """The share of its needs that still reaches a force of `persons`, when the network can feed `largest_force`.

    Every class and every sector goes short alike.
    """
    # ASSUME: after a loss the force shares what still arrives evenly among its sectors and classes of supply.
    return min(1.0, largest_force / persons)


def stock_days_equivalent(
    *, policy_days: Floats, demand_kg_per_person_day: Floats, ammunition_kg_per_person_day: float
) -> Floats:
    """How many days each class lasts with nothing arriving, at the rate of the posture.

    Stocks of `policy_days` by class are laid in at the rate of the posture, ammunition at that of the most intense one.
    """
    stocked = demand_kg_per_person_day.copy()
    stocked[AMMUNITION] = ammunition_kg_per_person_day
    used = demand_kg_per_person_day > 0
    lasts = np.full(len(stocked), np.inf)
    lasts[used] = policy_days[used] * stocked[used] / demand_kg_per_person_day[used]
    return lasts


def stock_out(*, arriving: float, stock_days: Floats, persons: float, horizons_days: Sequence[float]) -> StockOut:
    """When stocks of `stock_days[class]` run out with the share `arriving` of needs still coming in.

    A class runs out once its stock has covered the missing share for as long as it can; from then on that share of
    the force goes without it.
    """
    missing = 1.0 - arriving
    lasts = stock_days / missing if missing > 0 else np.full_like(stock_days, np.inf)
    horizons = np.asarray(horizons_days, dtype=float)
    without = np.maximum(horizons[:, None] - lasts[None, :], 0.0)
    return StockOut(
        days=float(min(lasts.min(), horizons.max())),
        person_days=persons * missing * without,
    )
