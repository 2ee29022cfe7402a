"""How a number is rounded, everywhere: halves away from zero, by the digits it is written with."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

PRINTED_DIGITS = 2


def rounded(number: float, digits: int = PRINTED_DIGITS) -> float:
    """`number` at `digits` significant digits; zero stays zero."""
    if number == 0 or not math.isfinite(number):
        return number
    written = Decimal(repr(float(number)))
    return float(_half_up(written, written.adjusted() - digits + 1))


@lru_cache(maxsize=2**16)
def whole_percent(share: float) -> int:
    """A share in whole per cent: 0.125 is 13, and so is 0.13."""
    return int(100 * _half_up(Decimal(repr(float(share))), -2))


def printed_share(share: float) -> float:
    """A share as the whole percentage that is printed, so that word, verdict and number agree."""
    return whole_percent(share) / 100


def _half_up(number: Decimal, last: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(last), rounding=ROUND_HALF_UP)
