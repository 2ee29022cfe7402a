"""Powers, logarithms and exponentials that are the same to the last bit on every machine.

The library's own depend on the processor. These use only sums, products and the parts of a floating-point number,
which every machine rounds alike. Their relative error stays below 1e-13.
Source: the series of artanh for the logarithm, of Taylor for the exponential.
"""

from __future__ import annotations

from typing import cast, overload

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Number

# The logarithm of 2 in two parts: the first has few enough bits that a product with a whole number is exact.
LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
ARTANH_TERMS = 12
TAYLOR_TERMS = 15
SMALLEST_EXPONENT, LARGEST_EXPONENT = -745.0, 709.0


def natural_log(values: Number) -> Number:
    """The natural logarithm; minus infinity at zero. Raises ValueError where a value is below zero."""
    given = np.asarray(values, dtype=np.float64)
    if (given < 0).any():
        raise ValueError("only numbers of zero or more have a logarithm")
    share, exponent = np.frexp(given)
    low = share < np.sqrt(0.5)
    share, exponent = np.where(low, 2 * share, share), exponent - low
    ratio = (share - 1) / (share + 1)
    series = _polynomial(ratio * ratio, [1 / (2 * k + 1) for k in range(ARTANH_TERMS)])
    found = exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * ratio * series)
    return cast("Number", np.where(given > 0, found, -np.inf)[()])


def exponential(values: Number) -> Number:
    """The exponential function; zero below -745 and never above the exponential of 709."""
    given = np.asarray(values, dtype=np.float64)
    inside = np.clip(given, SMALLEST_EXPONENT, LARGEST_EXPONENT)
    doublings = np.rint(inside / (LN2_HIGH + LN2_LOW))
    rest = inside - doublings * LN2_HIGH - doublings * LN2_LOW
    coefficients = [1.0]
    for k in range(1, TAYLOR_TERMS):
        coefficients.append(coefficients[-1] / k)
    found = np.ldexp(_polynomial(rest, coefficients), doublings.astype(np.int32))
    return cast("Number", np.where(given < SMALLEST_EXPONENT, 0.0, found)[()])


@overload
def power(base: float, exponent: float) -> float: ...
@overload
def power(base: Floats, exponent: Floats | float) -> Floats: ...
@overload
def power(base: float, exponent: Floats) -> Floats: ...
def power(base: Floats | float, exponent: Floats | float) -> Floats | float:
    """`base` (zero or more) to the power of `exponent`; anything to the power of zero is one."""
    with np.errstate(invalid="ignore"):
        raised = exponential(np.asarray(natural_log(np.asarray(base, dtype=np.float64)) * exponent))
    return cast("Floats", np.where(np.equal(exponent, 0), 1.0, raised)[()])


def _polynomial(x: Floats, coefficients: list[float]) -> Floats:
    total = np.full_like(x, coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        total *= x
        total += coefficient
    return total
