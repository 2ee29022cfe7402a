"""Tasks in the air: monitoring from orbits, and medical evacuation by helicopter.

Orbits watch the line without a gap, and aircraft keep them up. Helicopters serve medical evacuation within the golden
hour, and lift for each sector.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.reasoning.node import node
from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: within the golden hour a helicopter is alerted, flies to the casualty and flies back to its base.
# ASSUME: at least one minute of flight is left, however long the notice, so that the number of bases stays finite.
SHORTEST_FLIGHT_MINUTES = 1.0


@node("monitoring_orbits", "monitoring orbits kept up at all hours", "orbits")
def monitoring_orbits(*, line_length: Number, orbit_coverage: Number) -> Number:
    """Length of the line divided by the length one orbit covers, rounded up."""
    return cast("Number", np.ceil(line_length / orbit_coverage))


@node("monitoring_aircraft", "monitoring aircraft", "aircraft")
def monitoring_aircraft(
    *,
    monitoring_orbits: Number,
    aircraft_endurance: Number,
    aircraft_turnaround: Number,
    aircraft_availability: Number,
) -> Number:
    """Orbits times the hours of a flight and its turnaround, divided by the hours of the flight and by the share of
    aircraft fit to fly, rounded up.
    """
    cycle = (aircraft_endurance + aircraft_turnaround) / aircraft_endurance
    return cast("Number", np.ceil(monitoring_orbits * cycle / aircraft_availability))


@node("evacuation_bases", "medical evacuation bases", "bases")
def evacuation_bases(
    *, line_length: Number, helicopter_speed: Number, golden_hour: Number, medical_notice: Number
) -> Number:
    """Length of the line divided by twice the radius a helicopter can fly out and back in the golden hour after its
    notice, rounded up.

    The minutes left after the notice are flown out and back, so the radius is half of what they allow.
    """
    flight_minutes = np.maximum(golden_hour - medical_notice, SHORTEST_FLIGHT_MINUTES)
    radius_km = helicopter_speed * flight_minutes / MINUTES_PER_HOUR / 2
    return cast("Number", np.ceil(line_length / (2 * radius_km)))


@node("helicopters", "helicopters", "helicopters")
def helicopters(
    *,
    evacuation_bases: Number,
    helicopters_per_base: Number,
    sectors: Number,
    helicopters_per_sector: Number,
    helicopter_availability: Number,
) -> Number:
    """Helicopters at the medical evacuation bases and in the sectors, divided by the share fit to fly, rounded up."""
    needed = evacuation_bases * helicopters_per_base + sectors * helicopters_per_sector
    return cast("Number", np.ceil(needed / helicopter_availability))
