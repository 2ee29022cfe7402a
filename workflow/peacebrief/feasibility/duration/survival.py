"""How long operations last: the Kaplan-Meier curve with its log-log band and the numbers at risk.

Source: Kaplan and Meier 1958; Greenwood 1926 (variance); Kalbfleisch and Prentice 1980 (log-log band).

The area under the curve is how long a force is there within a horizon, and so what it costs over it, when it may be
gone before the horizon is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from statistics import NormalDist
from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Integers, Number, checked_positive
from peacebrief.uncertainty.power import exponential, natural_log, power

# ASSUME: beyond its longest spell a curve of durations stays at its last value.

# A product of fractions that is one half may miss it by the last bit.
ROUNDING = 1e-12

# ASSUME: a force costs the same in each year that it is there; nothing is discounted.


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """A step function: from `times[k]` (years) on, `survival[k]` of the operations are still there.

    The first step is at zero. `low` and `high` are the band, not a number where it is undefined (nothing has ended
    yet, or all have). `durations` are the years of all operations, sorted.
    """

    times: Floats
    survival: Floats
    low: Floats
    high: Floats
    durations: Floats
    ended: int


def kaplan_meier(*, years: Floats, ended: Floats, level: float = 0.95) -> SurvivalCurve:
    """The curve of operations that lasted `years` (n, above zero), those with `ended` 0 still going on.

    `level` is the coverage of the band. Raises ValueError for years that are not above zero, for flags other than 0
    and 1, and for no operation at all.
    """
    durations, over = np.asarray(years, dtype=np.float64), np.asarray(ended, dtype=np.float64)
    if durations.size == 0 or durations.shape != over.shape or not np.isin(over, (0, 1)).all():
        raise ValueError("a curve needs operations, each with its years and with 1 for ended or 0 for going on")
    checked_positive(durations, name="years of an operation")
    times, deaths = np.unique(durations[over == 1], return_counts=True)
    risk: Integers = (durations[:, None] >= times).sum(axis=0)
    survival = np.append(1.0, np.cumprod((risk - deaths) / risk))
    with np.errstate(divide="ignore"):
        variance = np.append(0.0, np.cumsum(deaths / (risk * (risk - deaths))))
    low, high = _log_log_band(survival, variance, level)
    return SurvivalCurve(np.append(0.0, times), survival, low, high, np.sort(durations), int(over.sum()))


def still_there(*, curve: SurvivalCurve, after: Number) -> Number:
    """The share of operations still there `after` so many years; beyond the longest spell, its last value."""
    return _step(curve, curve.survival, after)


def still_there_low(*, curve: SurvivalCurve, after: Number) -> Number:
    """The lower edge of the band `after` so many years; not a number where it is undefined."""
    return _step(curve, curve.low, after)


def still_there_high(*, curve: SurvivalCurve, after: Number) -> Number:
    """The upper edge of the band `after` so many years; not a number where it is undefined."""
    return _step(curve, curve.high, after)


def at_risk(*, curve: SurvivalCurve, after: Number) -> Number:
    """How many operations lasted at least so many years: those the curve still rests on."""
    return cast("Number", len(curve.durations) - np.searchsorted(curve.durations, after, side="left"))


def median_years(*, curve: SurvivalCurve) -> float | None:
    """The first time at which at most half are still there; None where more than half are to the end."""
    reached = np.flatnonzero(curve.survival <= 0.5 + ROUNDING)
    return float(curve.times[reached[0]]) if len(reached) else None


def _step(curve: SurvivalCurve, heights: Floats, after: Number) -> Number:
    if np.min(after) < 0:
        raise ValueError("years after the start cannot be negative")
    found: Number = heights[np.searchsorted(curve.times, after, side="right") - 1]
    return found


def _log_log_band(survival: Floats, variance: Floats, level: float) -> tuple[Floats, Floats]:
    if not 0 < level < 1:
        raise ValueError(f"the coverage of a band lies between 0 and 1, not at {level:g}")
    inside = (survival > 0) & (survival < 1)
    shown = np.where(inside, survival, 0.5)
    reach = NormalDist().inv_cdf((1 + level) / 2) * np.sqrt(np.where(inside, variance, 0.0)) / -natural_log(shown)
    low, high = power(shown, exponential(reach)), power(shown, exponential(-reach))
    return np.where(inside, low, np.nan), np.where(inside, high, np.nan)


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
