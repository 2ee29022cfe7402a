"""From net support to the chance that a government sends troops: a declared logistic link."""

from __future__ import annotations

from functools import cache

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Number
from peacebrief.uncertainty.inverse_table import InverseTable
from peacebrief.uncertainty.normal import normal
from peacebrief.uncertainty.power import power
from peacebrief.uncertainty.probability import checked_positive, checked_probability

# Odds of three to one are a chance of three in four.
ODDS_OF_THREE_QUARTERS = 3.0

# ASSUME: each point of net support multiplies the odds that a government sends troops by the same factor. A position
# that is certain, yes or no, is not moved by polls.


def drawn_net(*, net: float, deviation: float, uniforms: Floats) -> Floats:
    """Net support in points, normal around the pooled one, between -100 and 100."""
    return np.clip(net + deviation * _normal()(uniforms), -100.0, 100.0)


def position_probability(*, stated: Number, net: Number, points_to_three_quarters: Number) -> Number:
    """The probability that a contributor passes its position gate.

    `stated` is the probability by its declared position alone, which holds at a net support of zero. Net support of
    `points_to_three_quarters` would lift an even chance to three in four. Raises ValueError for a probability outside
    0 to 1 and for points that are not above zero.
    """
    checked_probability(stated, name="probability of the stated position")
    checked_positive(points_to_three_quarters, name="points to three quarters")
    lifted = stated * power(ODDS_OF_THREE_QUARTERS, net / points_to_three_quarters)
    return lifted / (1 - stated + lifted)


@cache
def _normal() -> InverseTable:
    return normal()
