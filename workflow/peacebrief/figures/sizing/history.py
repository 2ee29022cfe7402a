"""Past missions: does the length of a line, or a population, say how strong a force was sent?"""

from __future__ import annotations

from statistics import geometric_mean
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import exact, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.placing import label_points
from peacebrief.figures.drawing.scale import logarithmic, short
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import TROOPS, Caption
from peacebrief.telling.figures.reading import cell, span
from peacebrief.telling.figures.sizing.history import (
    TESTS,
    RuleTest,
    caption,
    counted,
    missions,
    missions_of,
    models,
    typical_miss,
)
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {
    "x": "by_set",
    "x_low": "by_set",
    "x_high": "by_set",
    "strength": TROOPS,
    "factor": "ratio",
    "missions": "count",
}
MOST_HIGH_MM = 120

NO_MISS = 1  # the factor by which a perfect rule would miss
LEFTS, WIDTH, SCATTER_TOP, SCATTER_HEIGHT = (0.45, 3.95), 2.7, 0.3, 1.88
KEY_TOP, ERRORS_TOP, BARS_LEFT, BARS, ROW = 2.46, 2.7, 2.45, 3.6, 0.176
CONSTANT_LINE: dict[str, Any] = REFERENCE | {"zorder": 2}
RATIO_LINE: dict[str, Any] = {"color": style.BLUE, "lw": 1.5, "zorder": 2}
CONSTANT_BAR: dict[str, Any] = {"facecolor": "white", "edgecolor": style.VERMILION, "hatch": "////", "lw": 1.0}
RULE_BAR: dict[str, Any] = {"facecolor": style.BLUE, "edgecolor": style.BLUE, "lw": 1.0}


def describe(known: Known, say: Say) -> Caption:
    """The finding: which rules predict a mission left out better than a constant does."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per mission drawn (x, strength), per case (x, x_low, x_high), per typical miss (a factor, missions)."""
    rows: list[dict[str, object]] = []
    for test in TESTS:
        own = _mission_rows(known, test) + _case_rows(known, say, test) if test.column else []
        count = len(missions_of(known, test))
        own += [
            {"kind": "miss", "name": say(name), "factor": typical_miss(known, model), "missions": count}
            for model, name in models(test).items()
        ]
        rows += [{"set": say(missions(test)), **row} for row in own]
    return pd.DataFrame(rows, columns=["kind", "set", "name", "x", "x_low", "x_high", "strength", "factor", "missions"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Two scatter plots above, the typical miss of every rule beside its constant below."""
    frame = data(known, say)
    rows = sum(len(models(test)) + 1 for test in TESTS)
    figure = style.new_figure(ERRORS_TOP + ROW * rows + 0.05)
    strengths = [frame.strength.min() / 1.5, frame.strength.max()]
    for test, left in zip([test for test in TESTS if test.column], LEFTS, strict=True):
        axes = style.panel(figure, left=left, top=SCATTER_TOP, width=WIDTH, height=SCATTER_HEIGHT)
        _draw_scatter(figure, axes, frame[frame.set == say(missions(test))], strengths, steps=test.steps)
        axes.set_title(say(phrase(f"figures_sizing.history_strength_by_{test.set}")))
    _draw_key(style.panel(figure, left=0, top=KEY_TOP, width=style.WIDTH_IN, height=0.2), say)
    misses = style.panel(figure, left=BARS_LEFT, top=ERRORS_TOP, width=BARS, height=ROW * rows)
    _draw_misses(misses, known, say, frame[frame.kind == "miss"])
    return figure


def _draw_scatter(
    figure: Figure, axes: Axes, frame: pd.DataFrame, strengths: list[float], *, steps: tuple[int, ...]
) -> None:
    missions, case = frame[frame.kind == "mission"], frame[frame.kind == "case"].iloc[0]
    logarithmic(axes, [*missions.x, case.x_low, case.x_high], steps=steps, words=short)
    logarithmic(axes, strengths, axis="y", steps=(1,), words=short)
    axes.axvspan(case.x_low, case.x_high, facecolor=style.PALE, edgecolor="none", zorder=1)
    middle, (first, last) = geometric_mean(missions.strength), axes.get_xlim()
    ratio = middle / geometric_mean(missions.x)
    lines = [((first, middle), (last, middle)), ((first, ratio * first), (last, ratio * last))]
    for (start, end), look in zip(lines, (CONSTANT_LINE, RATIO_LINE), strict=True):
        axes.plot(*zip(start, end, strict=True), **look)
    axes.set_xlim(first, last)
    axes.plot(missions.x, missions.strength, ls="none", marker="o", ms=5, mfc=style.ORANGE, mec=style.INK, mew=0.6)
    ordered = missions.sort_values(["strength", "name"], ascending=[False, True])
    label_points(figure, axes, [(row.x, row.strength, row.name) for row in marks(ordered)], lines=lines)


def _draw_key(key: Axes, say: Say) -> None:
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(0, 0.2))
    key.plot([0.5, 0.8], [0.1, 0.1], **RATIO_LINE)
    key.text(0.86, 0.1, say(phrase("figures_sizing.history_in_proportion")), va="center")
    key.plot([2.0, 2.3], [0.1, 0.1], **CONSTANT_LINE)
    key.text(2.36, 0.1, say(phrase("figures_sizing.history_constant")), va="center")
    key.barh(0.1, 0.3, left=3.95, height=0.16, color=style.PALE)
    key.text(4.31, 0.1, say(phrase("figures_sizing.history_case_range")), va="center")


def _draw_misses(axes: Axes, known: Known, say: Say, misses: pd.DataFrame) -> None:
    axes.set_axis_off()
    axes.set(xlim=(NO_MISS, misses.factor.max() * 1.1), ylim=(sum(len(models(t)) + 1 for t in TESTS), 0))
    axes.text(
        NO_MISS,
        0.55,
        say(phrase("figures_sizing.history_miss_key", start=exact(NO_MISS))),
        size=style.SMALLEST_PT,
        va="center",
    )
    constant = say(phrase("figures_sizing.history_constant"))
    across, left, row = axes.get_yaxis_transform(), -BARS_LEFT / BARS, 0
    for test in TESTS:
        axes.text(left, row + 0.55, say(counted(known, test)), weight=style.SEMIBOLD, va="center",
                  transform=across)  # fmt: skip
        for place, miss in enumerate(marks(misses[misses.set == say(missions(test))]), row + 1):
            look = CONSTANT_BAR if miss.name == constant else RULE_BAR
            axes.barh(place + 0.5, miss.factor - NO_MISS, left=NO_MISS, height=0.62, **look)
            axes.text(left + 0.03, place + 0.5, miss.name, size=style.SMALLEST_PT, va="center",
                      transform=across)  # fmt: skip
            axes.annotate(f"\u00d7{significant(miss.factor)}", (miss.factor, place + 0.5), (4, 0),
                          textcoords="offset points", va="center", size=style.SMALLEST_PT)  # fmt: skip
            row += 1
        row += 1


def _mission_rows(known: Known, test: RuleTest) -> list[dict[str, object]]:
    rows = {str(row["id"]): row for row in known.tables["missions"]}
    return [
        {"kind": "mission", "name": name, "x": cell(row, test.column), "strength": cell(row, "strength")}
        for name in missions_of(known, test)
        if (row := rows[name])
    ]


def _case_rows(known: Known, say: Say, test: RuleTest) -> list[dict[str, object]]:
    low, middle, high = span(known, test.theatre)
    name = say(phrase("figures_sizing.history_this_case"))
    return [{"kind": "case", "name": name, "x": middle, "x_low": low, "x_high": high}]
