"""Posts and patrols along a line."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def posts(*, line_km: Number, spacing_km: Number) -> Number:
    """Permanently manned posts, one every `spacing_km` kilometres."""
    return line_km / spacing_km


def patrols(*, line_km: Number, sector_km: Number) -> Number:
    """Patrols kept up, one for every `sector_km` kilometres."""
    return line_km / sector_km
