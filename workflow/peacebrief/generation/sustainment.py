"""What one army can sustain, and what one contribution ties up, by rotation rule."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def army_share(*, deployed: Number, ratio: Number, army: Number) -> Number:
    """The share of an army, or of several together, tied up by troops deployed at any one time, rotation included.

    Read as the share that would have to be tied up for a force to be met; above one it cannot be.
    """
    return deployed * ratio / army


def sustained_force(*, army: Number, share: Number, ratio: Number) -> Number:
    """Troops (persons) that an army keeps deployed at any one time when it ties up the given share of itself."""
    return army * share / ratio
