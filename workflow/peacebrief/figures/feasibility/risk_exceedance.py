"""How many soldiers could be killed in a year: the chance of so many or more, a curve for each option."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.registry import CHANCE, Caption
from peacebrief.figures.shown_option import line_of, middle_mark
from peacebrief.telling.figures.feasibility.risk_exceedance import NAMED, caption, curves, reached, told_beside
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"killed": "soldiers_killed", "probability": CHANCE}
MOST_HIGH_MM = 65

LEFT_IN, NAMES_IN, HIGH_IN, HEAD_IN, FOOT_IN, STEP_IN = 0.45, 2.75, 1.5, 0.08, 0.5, 0.4
SHOWN_FROM = 0.0005  # the curves are drawn as far as they show
DECADES = [10**power for power in range(8)]


def describe(known: Known, say: Say) -> Caption:
    """The finding: under which option it is likeliest that so many are killed."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per option and number of soldiers, and one for each number that is named beside the curves."""
    rows: list[tuple[object, ...]] = []
    for option, curve in curves(known).items():
        rows += [(option, "curve", killed, chance) for killed, chance in curve]
        rows += [(option, "named", float(killed), reached(known, option, killed)) for killed in NAMED]
    return pd.DataFrame(rows, columns=["option", "kind", "killed", "probability"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """One panel; the options named beside it, from most to least, each by a piece of its line."""
    found = curves(known)
    high = max(HIGH_IN, STEP_IN * len(found))
    figure = style.new_figure(HEAD_IN + high + FOOT_IN)
    width = style.WIDTH_IN - LEFT_IN - NAMES_IN
    axes = style.panel(figure, left=LEFT_IN, top=HEAD_IN, width=width, height=high)
    seen = [(killed, chance) for curve in found.values() for killed, chance in curve if chance > SHOWN_FROM]
    last = max([10.0, *(killed for killed, _ in seen)])
    axes.set_xscale("log")
    axes.set(xlim=(1, 1.05 * last), ylim=(0, 1.08 * max([0.1, *(chance for _, chance in seen)])))
    axes.xaxis.set_major_locator(FixedLocator([decade for decade in DECADES if decade <= last]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda killed, _: f"{killed:,.0f}"))
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel(say(phrase("figures_feasibility.risks_killed")), labelpad=2)
    axes.grid(True)
    _curves(axes, known)
    _name_options(axes, known, say, width=width, high=high)
    return figure


def _curves(axes: Axes, known: Known) -> None:
    for option, curve in curves(known).items():
        look = line_of(known, option)
        axes.plot([killed for killed, _ in curve], [chance for _, chance in curve], color=look["color"],
                  ls=look["ls"], lw=1.7, zorder=4)  # fmt: skip
        chances = [reached(known, option, killed) for killed in NAMED]
        axes.plot(NAMED, chances, zorder=5, **(middle_mark(look) | {"ls": "none"}))


def _name_options(axes: Axes, known: Known, say: Say, *, width: float, high: float) -> None:
    """Names and chances in the order of the curves at the first number named: where they lie."""
    order = sorted(curves(known), key=lambda option: -reached(known, option, NAMED[0]))
    place: dict[str, Any] = {"transform": axes.transAxes, "clip_on": False}
    for number, option in enumerate(order):
        look, row = line_of(known, option), 1 - (number + 0.4) * STEP_IN / high
        start = 1 + 0.12 / width
        axes.plot([start, start + 0.34 / width], [row] * 2, color=look["color"], ls=look["ls"], lw=1.7, **place)
        axes.plot([start + 0.17 / width], [row], **middle_mark(look), **place)
        name = clipped(option_labels(known)[option], NAMES_IN - 0.55, size=style.SMALLEST_PT)
        words = f"{name}\n{say(told_beside(known, option))}"
        axes.text(start + 0.42 / width, row, words, va="center", size=style.SMALLEST_PT,
                  linespacing=style.LINE_SPACING, **place)  # fmt: skip
