"""Tasks in the air, as steps and their formulas: monitoring from orbits, and medical evacuation by helicopter.

Orbits watch the line without a gap, and aircraft keep them up. Helicopters serve medical evacuation within the golden
hour, and lift for each sector.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Role
from peacebrief.sizing.methods.ground_task import sector_step
from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: within the golden hour a helicopter is alerted, flies to the casualty and flies back to its base.
# ASSUME: at least one minute of flight is left, however long the notice, so that the number of bases stays finite.
SHORTEST_FLIGHT_MINUTES = 1.0


def air_monitoring_steps(_: Role) -> dict[str, Step]:
    """Orbits and the aircraft that keep them up."""
    return {
        "monitoring_orbits": Step(
            id="monitoring_orbits",
            formula=monitoring_orbits,
            takes={"line_km": "line_length", "coverage_km": "orbit_coverage"},
            unit="orbits",
            label="monitoring orbits kept up at all hours",
            method="Length of the line divided by the length one orbit covers, rounded up.",
        ),
        "monitoring_aircraft": Step(
            id="monitoring_aircraft",
            formula=monitoring_aircraft,
            takes={
                "orbits": "monitoring_orbits",
                "endurance_hours": "aircraft_endurance",
                "turnaround_hours": "aircraft_turnaround",
                "availability": "aircraft_availability",
            },
            unit="aircraft",
            label="monitoring aircraft",
            method=(
                "Orbits times the hours of a flight and its turnaround, divided by the hours of the flight and by the "
                "share of aircraft fit to fly, rounded up."
            ),
        ),
    }


def medical_evacuation_steps(_: Role) -> dict[str, Step]:
    """Medical evacuation bases, and the helicopters of bases and sectors."""
    return {
        "evacuation_bases": Step(
            id="evacuation_bases",
            formula=evacuation_bases,
            takes={
                "line_km": "line_length",
                "speed_kmh": "helicopter_speed",
                "golden_hour": "golden_hour",
                "notice_minutes": "medical_notice",
            },
            unit="bases",
            label="medical evacuation bases",
            method=(
                "Length of the line divided by twice the radius a helicopter can fly out and back in the golden hour "
                "after its notice, rounded up."
            ),
        ),
        "sectors": sector_step(),
        "helicopters": Step(
            id="helicopters",
            formula=helicopters,
            takes={
                "bases": "evacuation_bases",
                "per_base": "helicopters_per_base",
                "sectors": "sectors",
                "per_sector": "helicopters_per_sector",
                "availability": "helicopter_availability",
            },
            unit="helicopters",
            label="helicopters",
            method=(
                "Helicopters at the medical evacuation bases and in the sectors, divided by the share fit to fly, "
                "rounded up."
            ),
        ),
    }


def monitoring_orbits(*, line_km: Number, coverage_km: Number) -> Number:
    """Orbits needed when one watches `coverage_km` kilometres; the last stretch counts whole."""
    return cast("Number", np.ceil(line_km / coverage_km))


def monitoring_aircraft(
    *, orbits: Number, endurance_hours: Number, turnaround_hours: Number, availability: Number
) -> Number:
    """Aircraft that keep the orbits filled at all hours, counting those on the ground and those under repair."""
    cycle = (endurance_hours + turnaround_hours) / endurance_hours
    return cast("Number", np.ceil(orbits * cycle / availability))


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
