"""Helicopters: medical evacuation within the golden hour, and lift for each sector."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: within the golden hour a helicopter is alerted, flies to the casualty and flies back to its base.
# ASSUME: at least one minute of flight is left, however long the notice, so that the number of bases stays finite.
SHORTEST_FLIGHT_MINUTES = 1.0


def evacuation_bases(*, line_km: Number, speed_kmh: Number, golden_hour: Number, notice_minutes: Number) -> Number:
    """Bases from which a casualty anywhere on the line is fetched and delivered in time.

    The minutes left after the notice are flown out and back, so the radius is half of what they allow.
    """
    flight_minutes = np.maximum(golden_hour - notice_minutes, SHORTEST_FLIGHT_MINUTES)
    radius_km = speed_kmh * flight_minutes / MINUTES_PER_HOUR / 2
    return cast("Number", np.ceil(line_km / (2 * radius_km)))


def helicopters(
    *, bases: Number, per_base: Number, sectors: Number, per_sector: Number, availability: Number
) -> Number:
    """Helicopters held, so that those needed at the bases and in the sectors can fly."""
    return cast("Number", np.ceil((bases * per_base + sectors * per_sector) / availability))
