"""Stocks: what is held for the days of the policy, for chance, and for the loss of a corridor."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number


def held_stock(*, daily: Number, days: Number) -> Number:
    """Tonnes held: so many days of supply."""
    return daily * days


def safety_stock(
    *, daily: Number, days: Number, demand_variation: Number, transit_variation: Number, service_factor: Number
) -> Number:
    """Tonnes held against chance: z sqrt(L var_d + d^2 var_L).

    `demand_variation` is the standard deviation of daily demand as a share of it, `transit_variation` that of the
    transit time in days. Source: silver2017inventory.
    """
    variance = days * (demand_variation * daily) ** 2 + daily**2 * transit_variation**2
    return service_factor * cast("Number", np.sqrt(variance))


def outage_stock(*, daily: Number, outage_days: Number, reroute_days: Number) -> Number:
    """Tonnes that bridge the loss of a corridor until supply comes another way, or the corridor is back."""
    return daily * cast("Number", np.maximum(outage_days - reroute_days, 0.0))


def stock(*, held: Number, safety: Number, outage: Number) -> Number:
    """The whole stock in tonnes."""
    return held + safety + outage
