"""Air monitoring: orbits that watch the line without a gap, and the aircraft that keep them up."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number


def monitoring_orbits(*, line_km: Number, coverage_km: Number) -> Number:
    """Orbits needed when one watches `coverage_km` kilometres; the last stretch counts whole."""
    return cast("Number", np.ceil(line_km / coverage_km))


def monitoring_aircraft(
    *, orbits: Number, endurance_hours: Number, turnaround_hours: Number, availability: Number
) -> Number:
    """Aircraft that keep the orbits filled at all hours, counting those on the ground and those under repair."""
    cycle = (endurance_hours + turnaround_hours) / endurance_hours
    return cast("Number", np.ceil(orbits * cycle / availability))
