"""Rapid reaction: teams that reach every point of the line in time."""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: reaction bases stand on the line at equal distances, and teams move along it.


def reaction_bases(*, line_km: Number, speed_kmh: Number, reach_minutes: Number) -> Number:
    """Bases needed so that every point of the line is reached in time.

    A base covers speed x time in both directions; the last stretch counts whole.
    """
    reach_km = speed_kmh * reach_minutes / MINUTES_PER_HOUR
    return cast("Number", np.ceil(line_km / (2 * reach_km)))


def reaction_teams(*, bases: Number, teams_per_base: Number) -> Number:
    """Teams in all, so many to a base that one is ready at any hour."""
    return bases * teams_per_base
