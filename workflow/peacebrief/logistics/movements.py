"""Movements: trains, lorries and sorties for so many tonnes, vehicles or persons."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number

PER_THOUSAND = 1000


def loads(*, tonnes: Number, payload_t: Number, load_factor: Number) -> Number:
    """Loads of one train, lorry or aircraft each."""
    return tonnes / (payload_t * load_factor)


def vehicles(*, persons: Number, per_person: Number) -> Number:
    """Vehicles that go with so many persons."""
    return persons * per_person


def vehicle_trains(*, vehicles: Number, rail_share: Number, per_train: Number) -> Number:
    """Trains for the share of the vehicles that goes by rail."""
    return vehicles * rail_share / per_train


def vehicles_by_road(*, vehicles: Number, rail_share: Number) -> Number:
    """Vehicles that drive in road convoys."""
    return vehicles * (1 - rail_share)


def sorties(*, persons: Number, per_thousand: Number) -> Number:
    """Transport flights for so many persons."""
    return persons * per_thousand / PER_THOUSAND
