"""Rotation. The pool is what is tied up at one time; troops cycled are all who serve over the horizon.

The two are different quantities and are never added or compared.
"""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def pool(*, force: Number, ratio: Number) -> Number:
    """Troops (persons) tied up at one time: those deployed, those preparing and those recovering."""
    return force * ratio


def cycled(*, force: Number, horizon_months: Number, tour_months: Number) -> Number:
    """Troops (persons) who serve one tour each over the horizon: the force times the tours that fill it."""
    return force * horizon_months / tour_months


def army_share(*, pool: Number, army: Number) -> Number:
    """The share of an army tied up by a pool."""
    return pool / army


def brigade_troops(*, brigades: Number, brigade_strength: Number) -> Number:
    """Troops (persons) of so many brigades."""
    return brigades * brigade_strength
