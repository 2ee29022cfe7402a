"""Rows of how long operations last, for figures and the annex."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from peacebrief.feasibility.durations import Durations, GroupCurve
from peacebrief.feasibility.survival import at_risk, median_years, still_there, still_there_high, still_there_low

SURVIVAL = ("group", "label", "years", "share", "low", "high", "at_risk")
STILL_THERE = ("group", "label", "n", "median", "years", "share", "low", "high", "at_risk")
GARRISONS = ("operation", "name", "years", "ended")


def survival_rows(found: Durations) -> Iterator[list[Any]]:
    """The steps of every curve, and its end at the longest spell."""
    for one in found.curves.values():
        longest = float(one.curve.durations[-1])
        for years in sorted({*one.curve.times.tolist(), longest}):
            yield [one.group, one.label, years, *_heights(one, years)]


def still_there_rows(found: Durations) -> Iterator[list[Any]]:
    """Every group at the years asked for."""
    for one in found.curves.values():
        for years in found.years:
            median = median_years(curve=one.curve)
            yield [one.group, one.label, one.count, median, years, *_heights(one, years)]


def garrison_rows(found: Durations) -> Iterator[list[Any]]:
    """The garrisons that resemble the case, one by one, the longest first."""
    garrisons = [one for one in found.operations if one.garrison and one.analogue]
    for one in sorted(garrisons, key=lambda one: (-one.years, one.id)):
        yield [one.id, found.names[one.id], one.years, one.ended]


def _heights(one: GroupCurve, years: float) -> list[float | int | None]:
    band = [float(edge(curve=one.curve, after=years)) for edge in (still_there_low, still_there_high)]
    known = [height if isfinite(height) else None for height in band]
    return [float(still_there(curve=one.curve, after=years)), *known, int(at_risk(curve=one.curve, after=years))]
