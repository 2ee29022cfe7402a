"""Next steps: what is watched, where it stands, what would be enough, and how far it is."""

from __future__ import annotations

from typing import Literal

from peacebrief.uncertainty.arrays import Number

Direction = Literal["at_least", "at_most"]
SIGNS = {"at_least": 1.0, "at_most": -1.0}


def distance(*, value: Number, threshold: Number, direction: Direction = "at_least") -> Number:
    """How far the indicator still has to move, in its own unit; zero or less where the threshold is reached.

    Raises ValueError for a direction other than `at_least` and `at_most`.
    """
    if direction not in SIGNS:
        raise ValueError(f"an indicator is wanted at_least or at_most at its threshold, not {direction}")
    return SIGNS[direction] * (threshold - value)
