"""How much of the border crossings a force uses, while it deploys and while it is supplied."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number


def use_in_deployment(*, rate: Number, mass_t_per_person: Number, crossing_t_per_day: Number) -> Number:
    """Share of the crossings' tonnage that arriving units take, so many persons a day."""
    return rate * mass_t_per_person / crossing_t_per_day


def use_in_supply(*, tonnes_per_day: Number, crossing_t_per_day: Number) -> Number:
    """Share of the crossings' tonnage that supplies take; at most one is carried."""
    return cast("Number", np.minimum(tonnes_per_day / crossing_t_per_day, 1.0))


def held_back(*, by_network: Number, by_lines: Number) -> Number:
    """One where the network is slower than lines of communication were in the past, and zero where it is not."""
    return cast("Number", np.where(by_network < by_lines, 1.0, 0.0))


def national_share(*, persons: Number | float, kg_per_person_day: Number, tonnes_per_day: Number | float) -> Number:
    """The force's tonnes a day for each tonne a day of the whole country."""
    return persons * kg_per_person_day / 1000 / tonnes_per_day
