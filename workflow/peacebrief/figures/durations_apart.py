"""The garrisons of alliances beside the curves of durations: bars, with an arrow where they are still there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import significant
from peacebrief.figures import style
from peacebrief.figures.wrapping import clipped, wrapped

APART_IN, LINE_IN, BAR_IN, AIR_IN, MOST_LINES = 1.9, 0.156, 0.09, 0.1, 2


def draw_garrisons(figure: Figure, apart: Sequence[dict[str, Any]], *, top: float, room: float) -> None:
    """A bar for each garrison, as long as its years; the panel begins at `top`, names take what lines `room` leaves."""
    names = _names(apart, room)
    height = sum(map(_height, names))
    left = style.WIDTH_IN - APART_IN
    axes = style.panel(figure, left=left, top=top, width=APART_IN - 0.42, height=height)
    axes.set_title("Apart: garrisons, in years")
    axes.set(xlim=(0, max(float(row["years"]) for row in apart)), ylim=(height, 0), xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)
    start = 0.0
    for row, name in zip(apart, names, strict=True):
        _draw_row(axes, row, name, start)
        start += _height(name)


def _names(apart: Sequence[dict[str, Any]], room: float) -> list[str]:
    """The names in as many lines as leave room for all rows."""
    for lines in range(MOST_LINES, 0, -1):
        names = [_within(str(row["name"]), lines) for row in apart]
        if sum(map(_height, names)) <= room:
            break
    return names


def _within(name: str, lines: int) -> str:
    """A name in full first lines; clipped only where it needs more lines than there are."""
    width = APART_IN - 0.04
    shown = wrapped(name, width, size=style.SMALLEST_PT)
    return shown if shown.count("\n") < lines else clipped(name, width, size=style.SMALLEST_PT, lines=lines)


def _height(name: str) -> float:
    """The height in inches of a name, its bar and the air beneath."""
    return LINE_IN * (name.count("\n") + 1) + BAR_IN + 1.2 * AIR_IN


def _draw_row(axes: Axes, row: dict[str, Any], name: str, start: float) -> None:
    years, place = float(row["years"]), start + _height(name) - AIR_IN - BAR_IN / 2
    axes.annotate(name, (0, start), (3, 0), textcoords="offset points", va="top", size=style.SMALLEST_PT,
                  linespacing=style.LINE_SPACING)  # fmt: skip
    axes.barh(place, years, height=BAR_IN, facecolor="white", edgecolor=style.GREEN, hatch="////", lw=1.0)
    if not row["ended"]:
        axes.plot([years], [place], marker=">", ms=6, color=style.INK, clip_on=False)
    axes.annotate(significant(years), (years, place), (7, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, annotation_clip=False)  # fmt: skip
