"""Heavy armour: reserve brigades behind the sectors, and what they drive."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def reserve_brigades(*, sectors: Number, brigades_per_sector: Number) -> Number:
    """Brigades held behind the line as a reserve."""
    return sectors * brigades_per_sector


def vehicles(*, brigades: Number, per_brigade: Number) -> Number:
    """Tanks, or infantry fighting vehicles, of the reserve brigades."""
    return brigades * per_brigade
