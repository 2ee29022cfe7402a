"""Facts about how long operations last: shares still there, medians, and the garrisons one by one.

The same as rows, for figures and the annex.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from peacebrief.feasibility.duration.past_operation import APART, USUAL, Durations, GroupCurve, spells
from peacebrief.feasibility.duration.survival import (
    at_risk,
    median_years,
    still_there,
    still_there_high,
    still_there_low,
)
from peacebrief.feasibility.duration.weibull import weibull_fit
from peacebrief.feasibility.given import setting
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import ABOUT_NOTHING, About, Named

CURVE = (
    "The share of past operations that were still there after so many years; those still going on count up to the day "
    "of the table (Kaplan-Meier estimate)."
)
BAND = f"{CURVE} The band is made to hold the true share nineteen times in twenty (log-log, by Greenwood's variance)."
MEDIAN = (
    "The first time at which at most half of the operations are still there; those still going on count up to the day "
    "of the table (Kaplan-Meier estimate)."
)
SHAPE = "Shape of the Weibull distribution of largest likelihood; below one, the chance of ending falls with age."
EDGES = {"low": still_there_low, "high": still_there_high}

SURVIVAL = ("group", "label", "years", "share", "low", "high", "at_risk")
STILL_THERE = ("group", "label", "n", "median", "years", "share", "low", "high", "at_risk")
GARRISONS = ("operation", "name", "years", "ended")


def duration_facts(found: Durations) -> Iterator[Record]:
    """Every group, the case's own curve at the years asked for, its band, and the garrisons one by one."""
    for one in found.curves.values():
        yield from _group(found, one)
    usual = found.curves[USUAL]
    for years in found.years:
        yield _there("still_there.{years}", usual, years)
        yield from _band(usual, years)
    yield from _settings(found)
    yield _present(found)
    yield from _shape(found, usual)
    for operation in found.operations:
        if operation.garrison and operation.analogue:
            yield record(
                f"feasibility.{APART}.{{operation}}",
                {"operation": Named(operation.id, found.names[operation.id])},
                label="years so far, {operation}",
                unit="years",
                method="Read from the table of durations.",
                because=[found.origins[operation.id]],
                value=operation.years,
            )


def years_of(years: float) -> Named:
    """A number of years that a fact is about."""
    return Named(f"{years:g}", f"{years:g}")


def group_origin(group: str) -> str:
    """The fact that stands for the rows of a group."""
    return f"fact:feasibility.operations.{group}"


def _group(found: Durations, one: GroupCurve) -> Iterator[Record]:
    counts = {"operations": ("number", one.count), "ongoing": ("still going on", one.count - one.curve.ended)}
    for name, (told, count) in counts.items():
        yield record(
            f"feasibility.{name}.{{group}}",
            _group_of(one),
            label=f"{told}: {{group}}",
            unit="count",
            method="The operations of the group are counted; every row of the table of durations was looked at.",
            because=found.origins.values(),
            value=float(count),
        )
    if one.group == APART:
        return
    median = median_years(curve=one.curve)
    if median is not None:
        label, about = "median duration, {group}", _group_of(one)
        yield _of_curve(one, "duration_median.{group}", about, label=label, unit="years", method=MEDIAN, value=median)
    for years in found.years:
        yield _there("still_there_group.{group}.{years}", one, years)


def _there(name: str, one: GroupCurve, years: float) -> Record:
    label, about = "share still there after {years} years, {group}", {"years": years_of(years), **_group_of(one)}
    value = float(still_there(curve=one.curve, after=years))
    return _of_curve(one, name, about, label=label, unit="probability", method=CURVE, value=value, kind="probability")


def _band(one: GroupCurve, years: float) -> Iterator[Record]:
    for edge, height in EDGES.items():
        value = float(height(curve=one.curve, after=years))
        if isfinite(value):
            yield _of_curve(
                one,
                f"still_there.{{years}}.{edge}",
                {"years": years_of(years)},
                label=f"share still there after {{years}} years, {edge} end of the 95% band",
                unit="probability",
                method=BAND,
                value=value,
                kind="probability",
            )


def _settings(found: Durations) -> Iterator[Record]:
    asked: list[tuple[str, About, str, float, str]] = [
        ("years.{years}", {"years": years_of(years)}, "years asked for", years, "years") for years in found.years
    ]
    asked.append(("planning_horizon", ABOUT_NOTHING, "planning horizon", found.horizon, "planning_horizon"))
    for name, about, label, value, source in asked:
        because = [setting(source)]
        method = "Chosen for the case."
        yield record(
            f"feasibility.{name}", about, label=label, unit="years", method=method, because=because, value=value
        )


def _present(found: Durations) -> Record:
    return record(
        "feasibility.years_present",
        label="years that a force is there on average within the planning horizon",
        unit="years",
        method="Area under the curve of operations that resemble the case, up to the planning horizon.",
        because=[group_origin(USUAL), "fact:feasibility.planning_horizon"],
        value=found.years_present,
    )


def _shape(found: Durations, usual: GroupCurve) -> Iterator[Record]:
    years, ended = spells(found.operations, group=USUAL)
    if len(usual.curve.times) > 2:
        shape = weibull_fit(years=years, ended=ended).shape
        label, about = "shape of the durations, {group}", _group_of(usual)
        yield _of_curve(usual, "duration_shape", about, label=label, unit="ratio", method=SHAPE, value=shape)


def _group_of(one: GroupCurve) -> About:
    return {"group": Named(one.group, one.label)}


def _of_curve(one: GroupCurve, name: str, about: About, *, value: float, **told: Any) -> Record:
    because = [group_origin(one.group)]
    return record(f"feasibility.{name}", about, **told, because=because, value=value)


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
