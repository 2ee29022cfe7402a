"""Tasks in the air as steps: monitoring from orbits, and medical evacuation by helicopter."""

from __future__ import annotations

from peacebrief.reasoning.step import Step
from peacebrief.sizing.air_monitoring import monitoring_aircraft, monitoring_orbits
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.medical_evacuation import evacuation_bases, helicopters
from peacebrief.sizing.sectors import sector_step


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
