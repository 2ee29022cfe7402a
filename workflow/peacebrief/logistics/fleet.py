"""Fleets: vehicles that carry so many tonnes a day, N = Q T_c / (P LF A H)."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def cycle_hours(*, distance_km: Number, speed_kmh: Number, handling_hours: Number) -> Number:
    """Working hours of one round: there and back, loading and unloading."""
    return 2 * distance_km / speed_kmh + handling_hours


def tonnes_per_vehicle(
    *, cycle_hours: Number, payload_t: Number, load_factor: Number, availability: Number, hours_per_day: Number
) -> Number:
    """Tonnes a day that one vehicle of the fleet carries, those in the workshop counted in."""
    return payload_t * load_factor * availability * hours_per_day / cycle_hours


def fleet(*, tonnes_per_day: Number, tonnes_per_vehicle: Number) -> Number:
    """Vehicles needed."""
    return tonnes_per_day / tonnes_per_vehicle
