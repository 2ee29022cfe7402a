"""How long such operations last: the share still there by year, and the garrisons of alliances apart.

Garrisons are bars beside the curves, with an arrow where they are still there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import DOT
from peacebrief.figures.drawing.wrapping import clipped, wrapped
from peacebrief.figures.registry import SHARE, Caption
from peacebrief.telling.figures.feasibility.durations import (
    USUAL,
    at_risk,
    caption,
    garrisons,
    groups,
    named,
    there,
    years_asked,
)
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"years": "years", "share": SHARE, "low": SHARE, "high": SHARE, "at_risk": "count"}
MOST_HIGH_MM = 65

LEFT_IN, WIDE_IN, NAMES_IN, TOP_IN, HIGH_IN, FOOT_IN = 0.42, 2.75, 1.35, 0.26, 1.46, 0.46
NAME_STEP, CLEAR_IN, LINE_PT = 0.5, 0.34, 12  # the names of curves keep so many inches apart
AFTER = 1.08  # the years shown reach so far beyond the last one asked for
LOOKS: tuple[dict[str, Any], ...] = (
    {"color": style.INK, "ls": "-", "lw": 2.2},
    {"color": style.BLUE, "ls": (0, (5, 1.5)), "lw": 1.6},
    {"color": style.GREEN, "ls": (0, (1.2, 1.2)), "lw": 1.6},
)
GROUND: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 0.4}
BAND: dict[str, Any] = {"facecolor": style.PALE_SKY, "edgecolor": style.SKY, "lw": 0.6, "zorder": 2}

APART_IN, LINE_IN, BAR_IN, AIR_IN, MOST_LINES = 1.9, 0.156, 0.09, 0.1, 2


def describe(known: Known, say: Say) -> Caption:
    """The finding: how many past operations were still there after so many years."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per step of each curve, one for each of the years asked for, one for each garrison."""
    rows: list[tuple[object, ...]] = []
    for group in groups(known):
        rows += [("curve", group, years, share, low, high, None) for years, share, low, high in steps(known, group)]
    rows += [("asked", USUAL, years, there(known, years), None, None, at_risk(known, years))
             for years in years_asked(known)]  # fmt: skip
    rows += [("ended" if row["ended"] else "still there", row["name"], float(row["years"]), None, None, None, None)
             for row in garrisons(known)]  # fmt: skip
    return pd.DataFrame(rows, columns=["kind", "name", "years", "share", "low", "high", "at_risk"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Curves with their names at the end, numbers still counted beneath; the garrisons as bars to the right."""
    figure = style.new_figure(TOP_IN + HIGH_IN + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=TOP_IN, width=WIDE_IN, height=HIGH_IN)
    asked = years_asked(known)
    axes.set(xlim=(0, AFTER * asked[-1]), ylim=(0, 1.02))
    axes.xaxis.set_major_locator(FixedLocator([0, *asked]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="y")
    for group, look in zip(groups(known), LOOKS, strict=False):
        _draw_curve(axes, steps(known, group), look, band=group == USUAL)
    _mark_years(axes, known, asked)
    _name_curves(axes, known, say)
    _count(axes, known, say)
    if apart := garrisons(known):
        draw_garrisons(figure, apart, say, top=TOP_IN, room=HIGH_IN + FOOT_IN)
    return figure


def _draw_curve(axes: Axes, course: list[Any], look: dict[str, Any], *, band: bool) -> None:
    years, shares = [step[0] for step in course], [step[1] for step in course]
    if band:
        low, high = ([share if edge is None else edge for share, edge in zip(shares, edges, strict=True)]
                     for edges in ([step[2] for step in course], [step[3] for step in course]))  # fmt: skip
        axes.fill_between(years, low, high, step="post", **BAND)
    axes.plot(years, shares, drawstyle="steps-post", zorder=5 if band else 4, **look)


def _mark_years(axes: Axes, known: Known, asked: list[float]) -> None:
    """A dot and its share at each of the years, higher up where the words of the next year would stand on it."""
    inch = axes.get_xlim()[1] / WIDE_IN
    above = 0.0
    for years, after in reversed(list(zip(asked, [*asked[1:], None], strict=True))):
        share = there(known, years)
        near = after is not None and (after - years) / inch < CLEAR_IN
        above = max(share * HIGH_IN * 72 + 4, above + LINE_PT if near else 0.0)
        axes.plot([years], [share], **(DOT | {"zorder": 6}))
        axes.annotate(percent(share), (years, 0), (2, above / axes.get_ylim()[1]), textcoords="offset points",
                      size=style.SMALLEST_PT, weight=style.SEMIBOLD, zorder=4.5, bbox=GROUND)  # fmt: skip


def _name_curves(axes: Axes, known: Known, say: Say) -> None:
    """The names of the curves at the height where they leave the picture, kept apart."""
    end = axes.get_xlim()[1]
    ends = {group: [step[1] for step in steps(known, group) if step[0] <= end][-1] for group in groups(known)}
    looks = dict(zip(groups(known), LOOKS, strict=False))
    below = 1.02
    for group in sorted(ends, key=lambda group: -ends[group]):
        left_over = sum(1 for other in ends if ends[other] < ends[group])
        place = max(min(ends[group], below - NAME_STEP / HIGH_IN / 2), (left_over + 0.45) * NAME_STEP / HIGH_IN)
        below = place - NAME_STEP / HIGH_IN / 2
        label = clipped(say(named(known, group, groups(known)[group])), NAMES_IN - 0.2, size=9, lines=3)
        axes.plot([1.0, 1 + 0.1 / WIDE_IN], [ends[group] / 1.02, place / 1.02], transform=axes.transAxes,
                  clip_on=False, color=looks[group]["color"], lw=0.8)  # fmt: skip
        axes.text(1 + 0.13 / WIDE_IN, place / 1.02, label, transform=axes.transAxes, va="center",
                  size=style.SMALLEST_PT, linespacing=style.LINE_SPACING)  # fmt: skip


def _count(axes: Axes, known: Known, say: Say) -> None:
    """How many operations each share rests on, beneath its year."""
    counts = {years: at_risk(known, years) for years in years_asked(known)}
    if not any(counts.values()):
        return
    place: dict[str, Any] = {"textcoords": "offset points", "va": "center", "size": style.SMALLEST_PT,
                             "annotation_clip": False}  # fmt: skip
    for years, number in counts.items():
        axes.annotate(str(number), (years, 0), (0, -26), ha="center", **place)
    since, lasted = phrase("figures_feasibility.durations_years"), phrase("figures_feasibility.durations_at_risk")
    for words, below in ((since, -12), (lasted, -26)):
        axes.annotate(say(words), (axes.get_xlim()[1], 0), (4, below), **place)


def steps(known: Known, group: str) -> list[tuple[float, float, float | None, float | None]]:
    """The steps of a curve: years, share, and the band where there is one; the first one at the start."""
    rows = sorted(known.rows("survival", group=group), key=lambda row: float(row["years"]))
    course = [(float(row["years"]), float(row["share"]), cell(row, "low"), cell(row, "high")) for row in rows]
    return course if course[0][0] == 0 else [(0.0, 1.0, None, None), *course]


def draw_garrisons(figure: Figure, apart: Sequence[Record], say: Say, *, top: float, room: float) -> None:
    """A bar for each garrison, as long as its years; the panel begins at `top`, names take what lines `room` leaves."""
    names = _names(apart, room)
    height = sum(map(_height, names))
    left = style.WIDTH_IN - APART_IN
    axes = style.panel(figure, left=left, top=top, width=APART_IN - 0.42, height=height)
    axes.set_title(say(phrase("figures_feasibility.durations_apart")))
    axes.set(xlim=(0, max(float(row["years"]) for row in apart)), ylim=(height, 0), xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)
    start = 0.0
    for row, name in zip(apart, names, strict=True):
        _draw_row(axes, row, name, start)
        start += _height(name)


def _names(apart: Sequence[Record], room: float) -> list[str]:
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


def _draw_row(axes: Axes, row: Record, name: str, start: float) -> None:
    years, place = float(row["years"]), start + _height(name) - AIR_IN - BAR_IN / 2
    axes.annotate(name, (0, start), (3, 0), textcoords="offset points", va="top", size=style.SMALLEST_PT,
                  linespacing=style.LINE_SPACING)  # fmt: skip
    axes.barh(place, years, height=BAR_IN, facecolor="white", edgecolor=style.GREEN, hatch="////", lw=1.0)
    if not row["ended"]:
        axes.plot([years], [place], marker=">", ms=6, color=style.INK, clip_on=False)
    axes.annotate(significant(years), (years, place), (7, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, annotation_clip=False)  # fmt: skip
