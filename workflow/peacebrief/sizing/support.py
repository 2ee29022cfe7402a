"""The tail: engineers, medical, signals, logistics and headquarters, by share of the support troops."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number


def support_troops(*, deployed: Number, combat_share: Number) -> Number:
    """Troops (persons) of the deployed force that are not field troops; none where the combat share is one or more."""
    return deployed * cast("Number", np.maximum(1 - combat_share, 0.0))


def branch(
    *,
    support: Number,
    weight: Number,
    engineers: Number,
    medical: Number,
    signals: Number,
    logistics: Number,
    headquarters: Number,
) -> Number:
    """Troops (persons) of the branch with `weight`, out of the weights of the five branches."""
    return support * weight / (engineers + medical + signals + logistics + headquarters)
