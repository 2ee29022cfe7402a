"""Force to space: brigades side by side on the whole line, as an army that defends it would stand."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def brigades_to_hold(*, line_km: Number, frontage_km: Number) -> Number:
    """Brigades needed when each holds `frontage_km` kilometres of the line. Source: Mearsheimer 1982."""
    return line_km / frontage_km


def holding_force(*, brigades: Number, brigade_strength: Number, reserve: Number) -> Number:
    """Troops (persons) of the brigades and a reserve, given as a share of them."""
    return brigades * brigade_strength * (1 + reserve)
