"""The normal distribution and its relatives, as inverse tables."""

from __future__ import annotations

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable

NORMAL_P95 = 1.6448536269514722
# With two or three degrees of freedom the far tail would leave the range of floating-point numbers.
LARGEST_POWER = 12.0


def normal() -> InverseTable:
    """The standard normal distribution."""

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        deviate, slope = _normal_tail(probabilities)
        return -deviate, -slope

    return InverseTable(lower=_normal_tail, upper=upper)


def lognormal(*, p5: float, p95: float) -> InverseTable:
    """Lognormal through its 5th and 95th percentile. Raises ValueError unless both are above zero."""
    if p5 <= 0 or p95 <= p5:
        raise ValueError(f"a lognormal distribution needs 0 < low < high, not {p5:g} and {p95:g}")
    middle = (np.log(p5) + np.log(p95)) / 2
    spread = (np.log(p95) - np.log(p5)) / (2 * NORMAL_P95)

    def tail(probabilities: Floats, side: float) -> tuple[Floats, Floats]:
        deviate, slope = _normal_tail(probabilities)
        value = np.exp(middle + side * spread * deviate)
        return value, side * spread * value * slope

    return InverseTable(lower=lambda p: tail(p, 1.0), upper=lambda p: tail(p, -1.0))


def log_student_t(*, degrees: float, middle: float, scale: float) -> InverseTable:
    """A number whose decimal logarithm is `middle` plus `scale` times Student's t with `degrees` degrees of freedom."""
    from scipy.special import gammaln, stdtrit

    log_height = gammaln((degrees + 1) / 2) - gammaln(degrees / 2) - np.log(degrees * np.pi) / 2

    def tail(probabilities: Floats, side: float) -> tuple[Floats, Floats]:
        deviate = stdtrit(degrees, probabilities)
        density = np.exp(log_height - (degrees + 1) / 2 * np.log1p(deviate**2 / degrees))
        power = middle + side * scale * deviate
        value = 10.0 ** np.clip(power, -LARGEST_POWER, LARGEST_POWER)
        slope = side * scale * np.log(10.0) * value / density
        return value, np.where(np.abs(power) < LARGEST_POWER, slope, 0.0)

    return InverseTable(lower=lambda p: tail(p, 1.0), upper=lambda p: tail(p, -1.0))


def _normal_tail(probabilities: Floats) -> tuple[Floats, Floats]:
    from scipy.special import ndtri

    deviate = ndtri(probabilities)
    return deviate, np.sqrt(2 * np.pi) * np.exp(deviate**2 / 2)
