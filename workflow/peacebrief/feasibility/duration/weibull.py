"""Does the chance of ending fall with age? A Weibull distribution fitted to durations, some still going on.

A shape below one means that the longer an operation has lasted, the less likely it is to end within the next year.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, fsum, sqrt

import numpy as np

from peacebrief.uncertainty.arrays import Floats, checked_positive
from peacebrief.uncertainty.power import natural_log, power

SMALLEST_SHAPE, LARGEST_SHAPE = 0.01, 100.0
HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Weibull:
    """Shape, scale (years), and the chance of so far a shape from one if the chance of ending did not change with age.

    `p_value` is that of the likelihood-ratio test against a shape of one.
    """

    shape: float
    scale: float
    p_value: float


def weibull_fit(*, years: Floats, ended: Floats) -> Weibull:
    """The maximum-likelihood fit to `years` (n, above zero), those with `ended` 0 still going on.

    Raises ValueError unless at least two have ended, at different ages.
    """
    durations = np.sort(checked_positive(np.asarray(years, dtype=np.float64), name="years of an operation"))
    over = np.asarray(ended)[np.argsort(years, kind="stable")] == 1
    if len(np.unique(durations[over])) < 2:
        raise ValueError("a Weibull distribution needs two operations that ended at different ages")
    low, high = SMALLEST_SHAPE, LARGEST_SHAPE
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _score(middle, durations, over) > 0 else (low, middle)
    shape = (low + high) / 2
    ratio = 2 * (_log_likelihood(shape, durations, over) - _log_likelihood(1.0, durations, over))
    return Weibull(shape, _scale(shape, durations, over), erfc(sqrt(max(ratio, 0.0) / 2)))


def _scale(shape: float, years: Floats, over: Floats) -> float:
    return float(power(fsum(power(years, shape).tolist()) / int(over.sum()), 1 / shape))


def _score(shape: float, years: Floats, over: Floats) -> float:
    """The slope of the profile likelihood: above zero below the best shape. It falls throughout."""
    logs, raised = natural_log(years), power(years, shape)
    spread = fsum((raised * logs).tolist()) / fsum(raised.tolist())
    return 1 / shape + fsum(logs[over].tolist()) / int(over.sum()) - spread


def _log_likelihood(shape: float, years: Floats, over: Floats) -> float:
    """The likelihood at the best scale for this shape, without the part that no shape changes."""
    deaths = int(over.sum())
    scale = _scale(shape, years, over)
    logs = fsum(natural_log(years[over]).tolist())
    return deaths * float(natural_log(shape) - shape * natural_log(scale)) + (shape - 1) * logs
