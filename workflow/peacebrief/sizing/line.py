"""Line ratio: troops by the kilometre of a line, in four classes of mission, and one published density."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def line_force(*, line_km: Number, troops_per_km: Number) -> Number:
    """Troops (persons) along a line of `line_km` kilometres."""
    return line_km * troops_per_km
