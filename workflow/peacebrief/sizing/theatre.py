"""The theatre: the line of contact and the other border that has to be watched."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def total_line(*, line_km: Number, border_km: Number) -> Number:
    """Kilometres of line and guarded border together."""
    return line_km + border_km
