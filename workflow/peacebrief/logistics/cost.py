"""Cost: C = n c m + transport + fuel burden a year; camps and the deployment once. In euros of 2025."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number

DAYS_PER_YEAR = 365.25
KG_PER_TONNE = 1000


def soldier_cost(*, persons: Number, per_person_year: Number, posture_ratio: Number | float) -> Number:
    """Incremental cost a year of so many soldiers in a posture; `posture_ratio` is one in garrison."""
    return persons * per_person_year * posture_ratio


def leg_cost(*, km_per_tonne: Number, per_tkm: Number, ratio: Number | float) -> Number:
    """Cost of carrying one tonne over the part of its way that goes by one mode; `ratio` adds risk or convoys."""
    return km_per_tonne * per_tkm * ratio


def handling_cost(*, times: Number, per_tonne: Number) -> Number:
    """Cost of transhipping one tonne at gauge breaks, so many times on the average."""
    return times * per_tonne


def line_haul_cost(*, persons: Number, kg_per_person_day: Number, per_tonne: Number) -> Number:
    """Cost a year of carrying the supplies of so many persons."""
    return persons * kg_per_person_day / KG_PER_TONNE * per_tonne * DAYS_PER_YEAR


def fuel_burden_cost(
    *, persons: Number, kg_per_person_day: Number, kg_per_litre: Number | float, per_litre: Number, burden: Number
) -> Number:
    """Cost a year of bringing fuel where it is burnt: the burden beyond its price, which is in the soldier's cost."""
    litres = persons * kg_per_person_day / kg_per_litre * DAYS_PER_YEAR
    return litres * per_litre * cast("Number", np.maximum(burden - 1, 0.0))


# ASSUME: a tonne of a deploying unit costs as much more than a tonne of supplies as a military convoy costs more than
# commercial carriage, whatever the mode.
def deployment_cost(*, persons: Number, mass_t_per_person: Number, per_tonne: Number, convoy_ratio: Number) -> Number:
    """Cost, once, of carrying vehicles, equipment and first stocks into the theatre."""
    return persons * mass_t_per_person * per_tonne * convoy_ratio


def camp_cost(*, persons: Number, per_person: Number, camp_t_per_person: Number, per_tonne: Number) -> Number:
    """Cost, once, of camps: building them and carrying what they are made of."""
    return persons * (per_person + camp_t_per_person * per_tonne)
