"""What a force costs over a horizon, when it may be gone before the horizon is over."""

from __future__ import annotations

from math import fsum

import numpy as np

from peacebrief.feasibility.survival import SurvivalCurve
from peacebrief.uncertainty.arrays import Number
from peacebrief.uncertainty.probability import checked_positive

# ASSUME: a force costs the same in each year that it is there; nothing is discounted.


def annual_cost(*, troops: Number, cost_per_soldier: Number) -> Number:
    """Money a year for so many troops (persons) at a cost by the soldier and year."""
    return troops * cost_per_soldier


def cost_over(*, annual_cost: Number, years: Number) -> Number:
    """Money over so many years of presence."""
    return annual_cost * years


def years_present(*, curve: SurvivalCurve, horizon_years: float) -> float:
    """Years a force is there on average until the horizon: the area under the curve.

    Raises ValueError for a horizon that is not above zero, or beyond the longest spell, where the curve says nothing.
    """
    checked_horizon(curve, horizon_years)
    ends = np.minimum(np.append(curve.times[1:], np.inf), horizon_years)
    widths = np.maximum(ends - np.minimum(curve.times, horizon_years), 0.0)
    return fsum((widths * curve.survival).tolist())


def checked_horizon(curve: SurvivalCurve, horizon_years: float) -> float:
    """The horizon itself. Raises ValueError unless it is above zero and within what the curve rests on."""
    checked_positive(horizon_years, name="horizon")
    if horizon_years > curve.durations[-1]:
        raise ValueError(f"the curve ends after {curve.durations[-1]:g} years, before the horizon of {horizon_years:g}")
    return horizon_years
