"""Densities of a force: by the kilometre of line, the thousand inhabitants and the hundred square kilometres."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


def density(*, force: Number, size: Number, per: Number | float) -> Number:
    """Troops for every `per` units of `size`."""
    return force / size * per
