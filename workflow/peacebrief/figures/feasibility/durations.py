"""How long such operations last: the share still there by year, and the garrisons of alliances apart.

The finding is how many past operations were still there after so many years. Garrisons are bars beside the curves,
with an arrow where they are still there.
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
from peacebrief.figures.reading import cell, source_line, value
from peacebrief.figures.registry import SHARE, Caption, Facts, Tables
from peacebrief.reasoning.wording import listed

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

USUAL = "analogues"
SHOWN = (USUAL, "interposition", "united_nations")
THERE, GROUP, COUNT, MEDIAN = ("feasibility.still_there.", "feasibility.still_there_group.",
                               "feasibility.operations.", "feasibility.duration_median.")  # fmt: skip

APART_IN, LINE_IN, BAR_IN, AIR_IN, MOST_LINES = 1.9, 0.156, 0.09, 0.1, 2


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: how many past operations were still there after so many years."""
    apart = garrisons(tables)
    beside = "; garrisons apart, arrow: still there" if apart else ""
    total = f"{sum(1 for _ in tables['durations'])} past operations, listed in the annex"
    return Caption(
        title=finding(facts, tables),
        subtitle=f"Share of past operations still there, by years; band: 95%, for those like this one{beside}",
        source=source_line(tables, [total, "those still going on counted as such (Kaplan-Meier)"]),
        alt=f"Step curves of the share of operations still there by year. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per step of each curve, one for each of the years asked for, one for each garrison."""
    rows: list[tuple[object, ...]] = []
    for group in groups(tables):
        rows += [("curve", group, years, share, low, high, None) for years, share, low, high in steps(group, tables)]
    rows += [("asked", USUAL, years, there(facts, years), None, None, at_risk(tables, years))
             for years in years_asked(facts, tables)]  # fmt: skip
    rows += [("ended" if row["ended"] else "still there", row["name"], float(row["years"]), None, None, None, None)
             for row in garrisons(tables)]  # fmt: skip
    return pd.DataFrame(rows, columns=["kind", "name", "years", "share", "low", "high", "at_risk"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Curves with their names at the end, numbers still counted beneath; the garrisons as bars to the right."""
    figure = style.new_figure(TOP_IN + HIGH_IN + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=TOP_IN, width=WIDE_IN, height=HIGH_IN)
    asked = years_asked(facts, tables)
    axes.set(xlim=(0, AFTER * asked[-1]), ylim=(0, 1.02))
    axes.xaxis.set_major_locator(FixedLocator([0, *asked]))
    axes.yaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="y")
    for group, look in zip(groups(tables), LOOKS, strict=False):
        _draw_curve(axes, steps(group, tables), look, band=group == USUAL)
    _mark_years(axes, facts, asked)
    _name_curves(axes, facts, tables)
    _count(axes, facts, tables)
    if apart := garrisons(tables):
        draw_garrisons(figure, apart, top=TOP_IN, room=HIGH_IN + FOOT_IN)
    return figure


def _draw_curve(axes: Axes, course: list[Any], look: dict[str, Any], *, band: bool) -> None:
    years, shares = [step[0] for step in course], [step[1] for step in course]
    if band:
        low, high = ([share if edge is None else edge for share, edge in zip(shares, edges, strict=True)]
                     for edges in ([step[2] for step in course], [step[3] for step in course]))  # fmt: skip
        axes.fill_between(years, low, high, step="post", **BAND)
    axes.plot(years, shares, drawstyle="steps-post", zorder=5 if band else 4, **look)


def _mark_years(axes: Axes, facts: Facts, asked: list[float]) -> None:
    """A dot and its share at each of the years, higher up where the words of the next year would stand on it."""
    inch = axes.get_xlim()[1] / WIDE_IN
    above = 0.0
    for years, after in reversed(list(zip(asked, [*asked[1:], None], strict=True))):
        share = there(facts, years)
        near = after is not None and (after - years) / inch < CLEAR_IN
        above = max(share * HIGH_IN * 72 + 4, above + LINE_PT if near else 0.0)
        axes.plot([years], [share], **(DOT | {"zorder": 6}))
        axes.annotate(percent(share), (years, 0), (2, above / axes.get_ylim()[1]), textcoords="offset points",
                      size=style.SMALLEST_PT, weight=style.SEMIBOLD, zorder=4.5, bbox=GROUND)  # fmt: skip


def _name_curves(axes: Axes, facts: Facts, tables: Tables) -> None:
    """The names of the curves at the height where they leave the picture, kept apart."""
    end = axes.get_xlim()[1]
    ends = {group: [step[1] for step in steps(group, tables) if step[0] <= end][-1] for group in groups(tables)}
    looks = dict(zip(groups(tables), LOOKS, strict=False))
    below = 1.02
    for group in sorted(ends, key=lambda group: -ends[group]):
        left_over = sum(1 for other in ends if ends[other] < ends[group])
        place = max(min(ends[group], below - NAME_STEP / HIGH_IN / 2), (left_over + 0.45) * NAME_STEP / HIGH_IN)
        below = place - NAME_STEP / HIGH_IN / 2
        label = clipped(f"{groups(tables)[group]} ({count(facts, group)})", NAMES_IN - 0.2, size=9, lines=3)
        axes.plot([1.0, 1 + 0.1 / WIDE_IN], [ends[group] / 1.02, place / 1.02], transform=axes.transAxes,
                  clip_on=False, color=looks[group]["color"], lw=0.8)  # fmt: skip
        axes.text(1 + 0.13 / WIDE_IN, place / 1.02, label, transform=axes.transAxes, va="center",
                  size=style.SMALLEST_PT, linespacing=style.LINE_SPACING)  # fmt: skip


def _count(axes: Axes, facts: Facts, tables: Tables) -> None:
    """How many operations each share rests on, beneath its year."""
    known = {years: at_risk(tables, years) for years in years_asked(facts, tables)}
    if not any(known.values()):
        return
    place: dict[str, Any] = {"textcoords": "offset points", "va": "center", "size": style.SMALLEST_PT,
                             "annotation_clip": False}  # fmt: skip
    for years, number in known.items():
        axes.annotate(str(number), (years, 0), (0, -26), ha="center", **place)
    for words, below in (("years since the start", -12), ("lasted so long or longer", -26)):
        axes.annotate(words, (axes.get_xlim()[1], 0), (4, below), **place)


def groups(tables: Tables) -> dict[str, str]:
    """The groups of operations drawn as curves, the one that resembles the case first, with their printed names."""
    labels = {str(row["group"]): str(row["label"]) for row in tables["survival"]}
    return {group: labels[group] for group in SHOWN if group in labels}


def steps(group: str, tables: Tables) -> list[tuple[float, float, float | None, float | None]]:
    """The steps of a curve: years, share, and the band where there is one; the first one at the start."""
    rows = sorted((row for row in tables["survival"] if row["group"] == group), key=lambda row: float(row["years"]))
    known = [(float(row["years"]), float(row["share"]), cell(row, "low"), cell(row, "high")) for row in rows]
    return known if known[0][0] == 0 else [(0.0, 1.0, None, None), *known]


def years_asked(facts: Facts, tables: Tables) -> list[float]:
    """The years for which the share still there is published, fewest first."""
    years = {float(row["years"]) for row in tables["still_there"] if row["group"] == USUAL}
    return sorted(one for one in years if f"{THERE}{one:g}" in facts)


def there(facts: Facts, years: float) -> float:
    """The share of operations that resemble the case still there after so many years."""
    return value(facts[f"{THERE}{years:g}"])


def count(facts: Facts, group: str) -> int:
    """The number of operations in a group."""
    return int(value(facts[f"{COUNT}{group}"]))


def garrisons(tables: Tables) -> list[dict[str, Any]]:
    """The garrisons of alliances, shown apart, the longest first."""
    return sorted((dict(row) for row in tables.get("garrisons", ())), key=lambda row: (-row["years"], row["name"]))


def at_risk(tables: Tables, years: float) -> int | None:
    """How many operations that resemble the case were looked at for so many years; None where that is not told."""
    row = next((row for row in tables["still_there"] if row["group"] == USUAL and float(row["years"]) == years), None)
    known = cell(row, "at_risk") if row else None
    return None if known is None else int(known)


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the shares still there after a middling and a long time, and the garrisons beside them."""
    asked = years_asked(facts, tables)
    middle, last = asked[(len(asked) - 1) // 2], asked[-1]
    shares = [f"{percent(there(facts, middle))} were still there after {middle:g} years"]
    if last > middle:
        shares.append(f"{percent(there(facts, last))} after {last:g}")
    return f"Of {count(facts, USUAL)} past operations like this one, {' and '.join(shares)}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The share still there at each of the years asked for and the median, by group; then the garrisons."""
    told = []
    for group, label in groups(tables).items():
        parts = [f"{percent(value(facts[f'{GROUP}{group}.{years:g}']))} after {years:g} years"
                 for years in years_asked(facts, tables) if f"{GROUP}{group}.{years:g}" in facts]  # fmt: skip
        median = facts.get(f"{MEDIAN}{group}")
        half = f"; half had ended by {significant(value(median))} years" if median else ""
        told.append(f"{label[:1].upper()}{label[1:]} ({count(facts, group)}): still there {listed(parts)}{half}.")
    apart = [f"{row['name']} {significant(float(row['years']))} years{'' if row['ended'] else ', still there'}"
             for row in garrisons(tables)]  # fmt: skip
    return [*told, f"Apart, garrisons of alliances: {'; '.join(apart)}."] if apart else told


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
