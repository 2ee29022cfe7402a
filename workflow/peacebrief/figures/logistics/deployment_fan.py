"""How fast a force arrives: troops in the theatre by day, the middle of the draws and their 90% range.

The finding is when half and all of the draws have a force of each size in place.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import exact, middle_and_range, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import DOT
from peacebrief.figures.reading import draws, quantiles, source_line
from peacebrief.figures.registry import RANGE, TROOPS, Caption, Facts, Tables

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"size": TROOPS, "day": "days", **dict.fromkeys(RANGE, "troops; days where kind is days")}
MOST_HIGH_MM = 75

LEFT_IN, GAP_IN, HEAD_IN, PLOT_IN, FOOT_IN = 0.55, 0.25, 0.5, 1.85, 0.5
FAN: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.6, "alpha": 1.0}
MIDDLE: dict[str, Any] = {"color": style.INK, "lw": 2.0}
AFTER = 1.12  # the days shown reach so far beyond the day when nearly all draws have the force in place

REACHED = "logistics.deployment_days."
COMPARED = 0.3  # the smaller force shown is the one nearest to this share of the largest


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: the day on which half of the draws have each force in place."""
    return Caption(
        title=finding(facts, tables),
        subtitle="Troops in the theatre by day after the decision is asked for: middle (line) and 90% range",
        source=source_line(tables, [draws(tables), "stages and their calibration in the annex"]),
        alt=f"Curves of troops in the theatre by day with a 90% range. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per day and size (troops at p5, p50, p95), and one per size for the days until it is reached."""
    shown = sizes_shown(facts, tables)
    rows: list[tuple[object, ...]] = [
        ("troops", int(row["size"]), row["day"], row["p5"], row["p50"], row["p95"])
        for row in tables["deployment_fan"]
        if int(row["size"]) in shown
    ]
    rows += [("days", size, None, *quantiles(facts[f"{REACHED}{size}"])) for size in shown]
    return pd.DataFrame(rows, columns=["kind", "size", "day", "p5", "p50", "p95"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """A panel for each size, days on one scale."""
    frame, shown = data(facts, tables), sizes_shown(facts, tables)
    width = (style.WIDTH_IN - LEFT_IN * len(shown) - GAP_IN * (len(shown) - 1)) / len(shown)
    figure = style.new_figure(HEAD_IN + PLOT_IN + FOOT_IN)
    last = min(frame.day.max(), AFTER * frame[frame.kind == "days"].p95.max())
    for number, size in enumerate(shown):
        left = LEFT_IN + number * (LEFT_IN + width + GAP_IN)
        axes = style.panel(figure, left=left, top=HEAD_IN, width=width, height=PLOT_IN)
        axes.set(xlim=(0, last), ylim=(0, 1.02 * size))
        _draw_panel(axes, frame[frame["size"] == size], size)
    return figure


def _draw_panel(axes: Axes, own: pd.DataFrame, size: int) -> None:
    troops, days = own[own.kind == "troops"], own[own.kind == "days"].iloc[0]
    axes.set_title(f"{exact(size)} troops", pad=22)
    axes.set_xlabel("days")
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.yaxis.set_major_locator(FixedLocator([0, size / 2, size]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda number, _: exact(number)))
    axes.grid(True, axis="y")
    course = _course(troops, days, size)
    axes.fill_between(course.index, course.p5, course.p95, zorder=2, **FAN)
    axes.plot(course.index, course.p50, zorder=3, **MIDDLE)
    axes.plot([days.p50], [size], clip_on=False, **DOT)
    for day in (days.p5, days.p95):
        axes.plot([day, day], [0.96 * size, 1.04 * size], color=style.INK, lw=1.4, zorder=4, clip_on=False)
    low, middle, high = (float(number) for number in (days.p5, days.p50, days.p95))
    between, span = middle_and_range(low, middle, high)
    words = f"reached after {between} days ({span})"
    axes.annotate(words, (0, size), (0, 6), textcoords="offset points", va="bottom", size=style.SMALLEST_PT)


def _course(troops: pd.DataFrame, days: Any, size: int) -> pd.DataFrame:
    """Troops by day, with the days on which the force is reached put in between those of the table.

    The slowest draws have the force in place at p95 of the days, so that is where p5 of the troops reaches it.
    """
    reached = {"p5": days.p95, "p50": days.p50, "p95": days.p5}
    index = sorted({*troops.day, *(day for day in reached.values() if day <= troops.day.max())})
    course = {}
    for part, day in reached.items():
        known = troops[troops.day < day]
        course[part] = np.interp(index, [*known.day, day], [*known[part], size])
    return pd.DataFrame(course, index=index)


def sizes_shown(facts: Facts, tables: Tables) -> list[int]:
    """A smaller force and the largest: those with a curve and a time to be reached."""
    known = sorted({int(row["size"]) for row in tables["deployment_fan"] if f"{REACHED}{int(row['size'])}" in facts})
    smaller = min(known[:-1], key=lambda size: abs(size / known[-1] - COMPARED), default=None)
    return [size for size in (smaller, known[-1]) if size is not None]


def finding(facts: Facts, tables: Tables) -> str:
    """The title: how long each force takes, at the middle of the draws."""
    days = {size: significant(_days(facts, size)[1]) for size in sizes_shown(facts, tables)}
    (first, least), *others = days.items()
    beside = "".join(f", {exact(size)} about {most}" for size, most in others)
    return f"{exact(first)} troops take about {least} days{beside}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The middle and the range of days, a sentence for each size."""
    told = []
    for size in sizes_shown(facts, tables):
        low, middle, high = _days(facts, size)
        between, span = middle_and_range(low, middle, high)
        told.append(f"{exact(size)} troops are in place after {between} days, range {span}.")
    return told


def _days(facts: Facts, size: int) -> tuple[float, float, float]:
    return quantiles(facts[f"{REACHED}{size}"])
