"""The normal distribution and its relatives, as inverse tables."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.inverse_table import InverseTable

NORMAL_P95 = 1.6448536269514722
# With two or three degrees of freedom the far tail would leave the range of floating-point numbers.
LARGEST_POWER = 12.0
# The table of the normal probability: knots a deviation apart, and terms of the series around each.
KNOTS_PER_DEVIATION = 64
FARTHEST_KNOT = 7
TERMS = 8
DIGITS = 40


def normal() -> InverseTable:
    """The standard normal distribution."""

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        deviate, slope = _normal_tail(probabilities)
        return -deviate, -slope

    return InverseTable(lower=_normal_tail, upper=upper)


def normal_probability(deviates: Floats) -> Floats:
    """The probability of a standard normal number below each of `deviates`; beyond seven deviations that of seven.

    The library's own depends on the processor. This is a series around the nearest knot of a table calculated in
    decimal numbers: sums and products alone, which every machine rounds alike. Its relative error is below 1e-13.
    """
    table = _probability_table()
    distance = np.minimum(np.abs(deviates), FARTHEST_KNOT)
    knot = np.rint(distance * KNOTS_PER_DEVIATION)
    step = knot / KNOTS_PER_DEVIATION - distance
    place = knot.astype(np.intp)
    below = table[-1].take(place)
    for coefficients in table[-2::-1]:
        below *= step
        below += coefficients.take(place)
    found: Floats = np.where(deviates > 0, 1.0 - below, below)
    return found


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


@lru_cache(maxsize=1)
def _probability_table() -> Floats:
    """By term and knot, the coefficients of the series of the lower tail around minus a knot.

    The tail is half of one less the density times the series x + x^3/3 + x^5/15 + ..., in decimal numbers of forty
    digits; a coefficient follows from the two before it, since the density's slope is minus x times the density.
    Source: Abramowitz and Stegun 1964, 26.2.10 and 26.2.
    """
    with localcontext() as context:
        context.prec = DIGITS
        root = 1 / (2 * Decimal("3.141592653589793238462643383279502884197169")).sqrt()
        knots = range(FARTHEST_KNOT * KNOTS_PER_DEVIATION + 1)
        return np.array([_coefficients(Decimal(knot) / KNOTS_PER_DEVIATION, root) for knot in knots]).T.copy()


def _coefficients(knot: Decimal, root: Decimal) -> list[float]:
    density = root * (-knot * knot / 2).exp()
    term = total = knot
    for odd in range(3, 400, 2):
        term = term * knot * knot / odd
        total += term
    found = [Decimal("0.5") - density * total, density]
    for order in range(2, TERMS):
        earlier = found[order - 2] * (order - 2) if order > 2 else Decimal(0)
        found.append((knot * found[order - 1] * (order - 1) - earlier) / (order * (order - 1)))
    return [float(coefficient) for coefficient in found]


def _normal_tail(probabilities: Floats) -> tuple[Floats, Floats]:
    from scipy.special import ndtri

    deviate = ndtri(probabilities)
    return deviate, np.sqrt(2 * np.pi) * np.exp(deviate**2 / 2)
