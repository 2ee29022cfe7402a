"""Population ratio: security personnel by the thousand inhabitants. Source: Quinlivan 1995, McGrath 2006."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def population_force(*, population: Number, per_1000: Number) -> Number:
    """Troops (persons) for `population` inhabitants at `per_1000` troops per thousand of them."""
    return population * per_1000 / 1000
