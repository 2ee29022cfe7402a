"""Inverse cumulative distributions as tables: exact at knots, straight lines between, fine in both tails.

They hold the normal distribution and its relatives, and the beta distribution: from its shapes, or through two of its
quantiles.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from peacebrief.uncertainty.arrays import Floats

Tail: TypeAlias = Callable[[Floats], tuple[Floats, Floats]]

SMALLEST = -33
CELLS_PER_OCTAVE = 64
KNOTS_PER_OCTAVE = 8
SHIFT = 52 - 6
BASE = (1023 + SMALLEST) << 6

NORMAL_P95 = 1.6448536269514722
# With two or three degrees of freedom the far tail would leave the range of floating-point numbers.
LARGEST_POWER = 12.0
# The table of the normal probability: knots a deviation apart, and terms of the series around each.
KNOTS_PER_DEVIATION = 64
FARTHEST_KNOT = 7
TERMS = 8
DIGITS = 40


class InverseTable:
    """u -> quantile for u strictly between 0 and 1, built from the two tails of a distribution.

    A cell is named by the leading bits of the probability counted from the nearer end, 64 cells to the octave down to
    2**-33. Inside a cell the line is straight: the error stays below 1.3e-5 of the scale.
    """

    def __init__(self, *, lower: Tail, upper: Tail) -> None:
        """`lower` gives quantiles and their slopes at probabilities counted from below, `upper` from above."""
        parts = [_lines(tail) for tail in (lower, upper)]
        self._constant = np.concatenate([constant for constant, _ in parts])
        self._slope = np.concatenate([slope for _, slope in parts])
        self._cells = len(parts[0][0])

    def __call__(self, uniforms: Floats) -> Floats:
        """The quantiles at `uniforms`."""
        tail = np.minimum(uniforms, 1.0 - uniforms)
        cell = (tail.view(np.int64) >> SHIFT) - BASE
        cell += (uniforms > 0.5) * self._cells
        found: Floats = self._constant[cell] + self._slope[cell] * tail
        return found


def _lines(tail: Tail) -> tuple[Floats, Floats]:
    edges = _octaves(CELLS_PER_OCTAVE)
    quantiles = _between_knots(tail, edges)
    slope = np.diff(quantiles) / np.diff(edges)
    constant = quantiles[:-1] - slope * edges[:-1]
    # The very middle, 0.5, falls one cell beyond the last.
    return np.append(constant, quantiles[-1]), np.append(slope, 0.0)


def _between_knots(tail: Tail, probabilities: Floats) -> Floats:
    """Cubic interpolation between exact knots: special functions cost a microsecond a value."""
    knots = _octaves(KNOTS_PER_OCTAVE)
    value, slope = tail(knots)
    cell = np.minimum(np.searchsorted(knots, probabilities, side="right") - 1, len(knots) - 2)
    width = knots[cell + 1] - knots[cell]
    x = (probabilities - knots[cell]) / width
    first, last = value[cell], value[cell + 1]
    rise = x * x * (3 - 2 * x)
    bend = x * (1 - x) * ((1 - x) * slope[cell] - x * slope[cell + 1]) * width
    found: Floats = first + (last - first) * rise + bend
    return found


def _octaves(steps: int) -> Floats:
    start = 2.0 ** np.arange(SMALLEST, -1)
    inside = 1.0 + np.arange(steps) / steps
    return np.append((start[:, None] * inside).ravel(), 0.5)


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


def scaled_beta(*, rise: float, fall: float, low: float, high: float) -> InverseTable:
    """Beta distribution with shapes `rise` and `fall`, stretched over the range."""
    width = high - low

    def lower(probabilities: Floats) -> tuple[Floats, Floats]:
        share, slope = _beta_tail(rise, fall, probabilities)
        return low + width * share, width * slope

    def upper(probabilities: Floats) -> tuple[Floats, Floats]:
        share, slope = _beta_tail(fall, rise, probabilities)
        return high - width * share, -width * slope

    return InverseTable(lower=lower, upper=upper)


def beta_through(*, p5: float, p95: float) -> InverseTable:
    """Beta distribution on 0 to 1 through its 5th and 95th percentile. Raises ValueError where none fits."""
    from scipy.optimize import root
    from scipy.special import betainc

    if not 0 < p5 < p95 < 1:
        raise ValueError(f"a beta distribution needs 0 < low < high < 1, not {p5:g} and {p95:g}")
    mean, deviation = (p5 + p95) / 2, (p95 - p5) / (2 * NORMAL_P95)
    size = max(mean * (1 - mean) / deviation**2 - 1, 0.5)

    def missed(log_shapes: Floats) -> Floats:
        shapes = np.exp(log_shapes)
        return np.array([betainc(*shapes, p5) - 0.05, betainc(*shapes, p95) - 0.95])

    found = root(missed, np.log([mean * size, (1 - mean) * size]), tol=1e-12)
    if not found.success:
        raise ValueError(f"no beta distribution found through {p5:g} and {p95:g}")
    rise, fall = np.exp(found.x)
    return scaled_beta(rise=float(rise), fall=float(fall), low=0.0, high=1.0)


def _beta_tail(rise: float, fall: float, probabilities: Floats) -> tuple[Floats, Floats]:
    from scipy.special import betaincinv, betaln

    share = betaincinv(rise, fall, probabilities)
    log_density = (rise - 1) * np.log(share) + (fall - 1) * np.log1p(-share) - betaln(rise, fall)
    return share, np.exp(-log_density)
