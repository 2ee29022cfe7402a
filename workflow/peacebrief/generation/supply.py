"""Supply: what a contributor can keep deployed for good, from its army, its rotation and its brigades."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Number

# A millionth of a soldier is rounding, not a missing soldier.
ROUNDING = 1e-6


# ASSUME: contingents count whole soldiers, rounded down, so that totals are exact in whatever order they are added.
def whole(*, persons: Number) -> Number:
    """Whole persons, rounded down."""
    return cast("Number", np.floor(persons + ROUNDING))


def sustained_troops(*, army: Number, share: Number, ratio: Number) -> Number:
    """Troops (whole persons) deployed at any one time by an army that ties up a share of itself.

    `ratio` is the soldiers in the pool for each one deployed. Raises ValueError where a ratio is below one or a share
    outside 0 to 1.
    """
    if np.min(ratio) < 1:
        raise ValueError(f"a rotation ratio must be one or more, not {np.min(ratio):g}")
    if np.min(share) < 0 or np.max(share) > 1:
        raise ValueError(f"a deployable share must lie between 0 and 1, not {np.min(share):g} to {np.max(share):g}")
    return whole(persons=army * share / ratio)


def brigade_troops(*, brigades: Number, brigade_strength: Number) -> Number:
    """Troops (whole persons) in the brigades, or parts of brigades, that a contributor keeps deployed for good."""
    return whole(persons=brigades * brigade_strength)


def total_supply(*, troops: Floats, taking_part: Floats) -> Floats:
    """Troops (persons) of those who take part: arrays (contributors, draws), added over contributors.

    `troops` may also be (contributors, 1). Exact for whole persons, so that the order of rows does not matter.
    """
    return np.asarray((troops * taking_part).sum(axis=0), dtype=np.float64)
