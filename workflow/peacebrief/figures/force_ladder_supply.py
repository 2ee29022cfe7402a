"""Below the force ladder: how likely each option can sustain a force of each size, on the same scale."""

from __future__ import annotations

from math import log10
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent, percent_of_draws, significant
from peacebrief.figures import style
from peacebrief.figures.force_ladder_words import chance_of, curves, supply_known, supply_of
from peacebrief.figures.marks import REFERENCE
from peacebrief.figures.option_words import line_of, middle_mark, option_labels
from peacebrief.figures.reading import size_under_test
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.scale import logarithmic
from peacebrief.figures.wrapping import clipped

HEADING_IN, ROW_IN, GAP_IN, SWATCH_IN, LEAST_IN = 0.18, 0.16, 0.07, 0.32, 0.66
MARK_IN = 0.1  # a mark with its edge
BEFORE_IN, MIDDLE_IN = 0.08, 0.62  # the middle of each option stands so far before the panel, and takes so much


def supply_height(facts: Facts, tables: Tables) -> float:
    """The height in inches of the panel and the gap above it; zero where no supply is known."""
    known = supply_known(facts, tables)
    return GAP_IN + max(LEAST_IN, HEADING_IN + ROW_IN * len(known)) if known else 0.0


def draw_supply(
    figure: Figure, facts: Facts, tables: Tables, *, ladder: Axes, left: float, top: float, right: float, edge: float
) -> None:
    """A curve for each option with a mark at its middle, its name and middle before, its chance of the size behind.

    The panel takes over the numbers of the scale from the `ladder` above it; the chances end at `right`, lines at
    `edge`, both in widths of the panel.
    """
    height = supply_height(facts, tables) - GAP_IN
    width = ladder.get_position().width * style.WIDTH_IN
    axes = style.panel(figure, left=left, top=top + GAP_IN, width=width, height=height)
    _scale(axes, ladder)
    axes.axvline(size_under_test(facts), zorder=3.5, **REFERENCE)
    axes.plot([-left / width, edge], [1 + GAP_IN / height] * 2, color=style.MUTED, lw=0.5, transform=axes.transAxes,
              clip_on=False)  # fmt: skip
    for option, curve in curves(facts, tables).items():
        look = line_of(option, tables)
        axes.plot([size for size, _ in curve], [chance for _, chance in curve], color=look["color"], ls=look["ls"],
                  lw=1.7, zorder=4)  # fmt: skip
    _mark_middles(axes, facts, tables, height=height)
    _name_options(axes, facts, tables, left=left, right=right, height=height)


def _mark_middles(axes: Axes, facts: Facts, tables: Tables, *, height: float) -> None:
    """The mark of each option at its middle; marks that would hide one another stand above and below one half."""
    middles = {option: supply_of(option, facts, tables)[1] for option in curves(facts, tables)}
    known = sorted((middle, option) for option, middle in middles.items() if middle > 0)
    low, high = axes.get_xlim()
    inch = axes.get_position().width * style.WIDTH_IN / log10(high / low)
    groups: list[list[tuple[float, str]]] = []
    for one in known:
        if groups and log10(one[0] / groups[-1][-1][0]) * inch < MARK_IN:
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        for number, (middle, option) in enumerate(group):
            place = 0.5 + ((len(group) - 1) / 2 - number) * MARK_IN * 1.04 / height
            axes.plot([middle], [place], zorder=5, **middle_mark(line_of(option, tables)))


def _scale(axes: Axes, ladder: Axes) -> None:
    """The scale of the ladder along the panel, chances at its right."""
    logarithmic(axes, ladder.get_xlim())
    axes.set(xlim=ladder.get_xlim(), ylim=(0, 1.04))
    ladder.tick_params(bottom=False, labelbottom=False)
    ladder.spines["bottom"].set_visible(False)
    axes.yaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.yaxis.tick_right()
    axes.tick_params(axis="y", pad=2, right=False)
    axes.grid(True)
    axes.spines["left"].set_visible(False)


def _name_options(axes: Axes, facts: Facts, tables: Tables, *, left: float, right: float, height: float) -> None:
    names, width = option_labels(tables), axes.get_position().width * style.WIDTH_IN
    place: dict[str, Any] = {"transform": axes.transAxes, "clip_on": False}
    start = -left / width
    axes.text(start + 0.01, 1.0, "Can be sustained", va="top", weight=style.SEMIBOLD, **place)
    axes.text(-BEFORE_IN / width, 1.0, "middle", ha="right", va="top", size=style.SMALLEST_PT, **place)
    for number, option in enumerate(supply_known(facts, tables)):
        row, look = 1 - (HEADING_IN + (number + 0.5) * ROW_IN) / height, line_of(option, tables)
        axes.plot([start + 0.01, start + SWATCH_IN / width], [row] * 2, color=look["color"], ls=look["ls"], lw=1.7,
                  **place)  # fmt: skip
        axes.plot([start + (0.01 + SWATCH_IN / width) / 2], [row], **middle_mark(look), **place)
        words = clipped(names[option], left - SWATCH_IN - MIDDLE_IN, size=style.SMALLEST_PT, lines=1)
        axes.text(start + (SWATCH_IN + 0.06) / width, row, words, va="center", size=style.SMALLEST_PT, **place)
        middle = significant(supply_of(option, facts, tables)[1])
        axes.text(-BEFORE_IN / width, row, middle, ha="right", va="center", size=style.SMALLEST_PT, **place)
        chance = percent_of_draws(chance_of(option, facts, tables))
        axes.text(right, row, chance, ha="right", va="center", weight=style.SEMIBOLD, size=style.SMALLEST_PT, **place)
