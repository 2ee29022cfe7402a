"""How fast a force arrives: troops in the theatre by day, the middle of the draws, their range, and past misses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from peacebrief.facts.rounding import exact, middle_and_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import DOT
from peacebrief.figures.registry import RANGE, TROOPS, Caption
from peacebrief.telling.figures.logistics.deployment_fan import MISSED, REACHED, caption, missed_ends, sizes_shown
from peacebrief.telling.figures.reading import span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Phrase, phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"size": TROOPS, "day": "days", **dict.fromkeys(RANGE, "troops_or_days")}
MOST_HIGH_MM = 75

LEFT_IN, GAP_IN, HEAD_IN, PLOT_IN, FOOT_IN = 0.55, 0.25, 0.65, 1.75, 0.5
FAN: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.6, "alpha": 1.0}
MIDDLE: dict[str, Any] = {"color": style.INK, "lw": 2.0}
WITH_MISSES = "days with past misses"
BELOW = 0.9  # the height of the days with misses, below the line of those that are in place
BAND: dict[str, Any] = {"color": style.INK, "lw": 1.2, "ls": (0, (3, 1.5)), "marker": "|", "ms": 7, "zorder": 5}
AFTER = 1.12  # the days shown reach so far beyond the day when nearly all draws have the force in place


def describe(known: Known, say: Say) -> Caption:
    """The finding: the day on which half of the draws have each force in place."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per day and size (troops at p5, p50, p95), and per size for the days until it is reached, misses too."""
    shown = sizes_shown(known)
    rows: list[tuple[object, ...]] = [
        ("troops", int(row["size"]), row["day"], row["p5"], row["p50"], row["p95"])
        for row in known.tables["deployment_fan"]
        if int(row["size"]) in shown
    ]
    rows += [("days", size, None, *span(known, f"{REACHED}{size}")) for size in shown]
    missed = [size for size in shown if known.has(f"{MISSED}{size}")]
    rows += [(WITH_MISSES, size, None, *span(known, f"{MISSED}{size}")) for size in missed]
    return pd.DataFrame(rows, columns=["kind", "size", "day", "p5", "p50", "p95"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A panel for each size, days on one scale."""
    frame, shown = data(known, say), sizes_shown(known)
    width = (style.WIDTH_IN - LEFT_IN * len(shown) - GAP_IN * (len(shown) - 1)) / len(shown)
    figure = style.new_figure(HEAD_IN + PLOT_IN + FOOT_IN)
    reached, missed = (AFTER * frame[frame.kind == kind].p95.max() for kind in ("days", WITH_MISSES))
    last = np.fmax(min(frame.day.max(), reached), missed)
    for number, size in enumerate(shown):
        left = LEFT_IN + number * (LEFT_IN + width + GAP_IN)
        axes = style.panel(figure, left=left, top=HEAD_IN, width=width, height=PLOT_IN)
        axes.set(xlim=(0, last), ylim=(0, 1.02 * size))
        _draw_panel(axes, frame[frame["size"] == size], size, say, missed=missed_ends(known, size))
    return figure


def _draw_panel(axes: Axes, own: pd.DataFrame, size: int, say: Say, *, missed: str) -> None:
    troops, days = own[own.kind == "troops"], own[own.kind == "days"].iloc[0]
    axes.set_title(say(phrase("figures_logistics.fan_size", size=exact(size))), pad=33 if missed else 22)
    axes.set_xlabel(say(phrase("figures_logistics.fan_days")))
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
    for _, band in own[own.kind == WITH_MISSES].iterrows():
        axes.plot([band.p5, band.p95], [BELOW * size, BELOW * size], **BAND)
    told = "\n".join(say(one) for one in _reached(days, missed))
    axes.annotate(told, (0, size), (0, 6), textcoords="offset points", va="bottom", size=style.SMALLEST_PT)


def _reached(days: Any, missed: str) -> list[Phrase]:
    """When a force is in place; what past misses add has a line of its own, since there is no room beside the days."""
    middle, ends = middle_and_range(float(days.p5), float(days.p50), float(days.p95))
    reached = phrase("figures_logistics.fan_reached", middle=middle, range=ends)
    return [reached, phrase("figures_logistics.fan_missed", missed=missed)] if missed else [reached]


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
