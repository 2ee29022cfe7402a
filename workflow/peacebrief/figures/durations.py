"""How long such operations last: the share still there by year, and the garrisons of alliances apart."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent
from peacebrief.figures import style
from peacebrief.figures.caption import Caption
from peacebrief.figures.durations_apart import draw_garrisons
from peacebrief.figures.durations_words import (
    USUAL,
    at_risk,
    count,
    finding,
    garrisons,
    groups,
    sentences,
    steps,
    there,
    years_asked,
)
from peacebrief.figures.marks import DOT
from peacebrief.figures.reading import source_line
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.wrapping import clipped

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
