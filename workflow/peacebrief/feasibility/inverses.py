"""Inverse tables kept from call to call: a search for switching values asks for the same quantities many times."""

from __future__ import annotations

from functools import lru_cache

from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import Inverse, inverse_cdf


@lru_cache(maxsize=1024)
def kept_inverse(quantity: Quantity) -> Inverse:
    """`inverse_cdf` of a quantity, built once."""
    return inverse_cdf(quantity)
