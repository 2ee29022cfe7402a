"""Below the force ladder: how likely each option can sustain a force of each size, on the same scale."""

from __future__ import annotations

from math import log10
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.scale import logarithmic
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.shown_option import line_of, middle_mark
from peacebrief.telling.figures.reading import option_labels, planned_rows, size_under_test
from peacebrief.telling.figures.sizing.force_ladder import chance_of, supply_known, supply_of, sustained_middle
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

HEADING_IN, ROW_IN, GAP_IN, SWATCH_IN, LEAST_IN = 0.18, 0.16, 0.07, 0.32, 0.66
MARK_IN = 0.1  # a mark with its edge
BEFORE_IN, MIDDLE_IN = 0.08, 0.62  # the middle of each option stands so far before the panel, and takes so much


def supply_height(known: Known) -> float:
    """The height in inches of the panel and the gap above it; zero where no supply is known."""
    options = supply_known(known)
    return GAP_IN + max(LEAST_IN, HEADING_IN + ROW_IN * len(options)) if options else 0.0


def draw_supply(
    figure: Figure, known: Known, say: Say, *, ladder: Axes, left: float, top: float, right: float, edge: float
) -> None:
    """A curve for each option with a mark at its middle, its name and middle before, its chance of the size behind.

    The panel takes over the numbers of the scale from the `ladder` above it; the chances end at `right`, lines at
    `edge`, both in widths of the panel.
    """
    height = supply_height(known) - GAP_IN
    width = ladder.get_position().width * style.WIDTH_IN
    axes = style.panel(figure, left=left, top=top + GAP_IN, width=width, height=height)
    _scale(axes, ladder)
    axes.axvline(size_under_test(known), zorder=3.5, **REFERENCE)
    axes.plot([-left / width, edge], [1 + GAP_IN / height] * 2, color=style.MUTED, lw=0.5, transform=axes.transAxes,
              clip_on=False)  # fmt: skip
    for option, curve in curves(known).items():
        look = line_of(known, option)
        axes.plot([size for size, _ in curve], [chance for _, chance in curve], color=look["color"], ls=look["ls"],
                  lw=1.7, zorder=4)  # fmt: skip
    _mark_middles(axes, known, height=height)
    _name_options(axes, known, say, left=left, right=right, height=height)


def _mark_middles(axes: Axes, known: Known, *, height: float) -> None:
    """The mark of each option at its middle; marks that would hide one another stand above and below one half."""
    middles = {option: supply_of(known, option)[1] for option in curves(known)}
    ordered = sorted((middle, option) for option, middle in middles.items() if middle > 0)
    low, high = axes.get_xlim()
    inch = axes.get_position().width * style.WIDTH_IN / log10(high / low)
    groups: list[list[tuple[float, str]]] = []
    for one in ordered:
        if groups and log10(one[0] / groups[-1][-1][0]) * inch < MARK_IN:
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        for number, (middle, option) in enumerate(group):
            place = 0.5 + ((len(group) - 1) / 2 - number) * MARK_IN * 1.04 / height
            axes.plot([middle], [place], zorder=5, **middle_mark(line_of(known, option)))


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


def _name_options(axes: Axes, known: Known, say: Say, *, left: float, right: float, height: float) -> None:
    names, width = option_labels(known), axes.get_position().width * style.WIDTH_IN
    place: dict[str, Any] = {"transform": axes.transAxes, "clip_on": False}
    start = -left / width
    axes.text(
        start + 0.01, 1.0, say(phrase("figures_sizing.ladder_sustained")), va="top", weight=style.SEMIBOLD, **place
    )
    axes.text(-BEFORE_IN / width, 1.0, say(phrase("figures_sizing.ladder_middle")), ha="right", va="top",
              size=style.SMALLEST_PT, **place)  # fmt: skip
    axes.text(right, 1.0, say(phrase("figures_sizing.ladder_chance")), ha="right", va="top", size=style.SMALLEST_PT,
              **place)  # fmt: skip
    for number, option in enumerate(supply_known(known)):
        row, look = 1 - (HEADING_IN + (number + 0.5) * ROW_IN) / height, line_of(known, option)
        axes.plot([start + 0.01, start + SWATCH_IN / width], [row] * 2, color=look["color"], ls=look["ls"], lw=1.7,
                  **place)  # fmt: skip
        axes.plot([start + (0.01 + SWATCH_IN / width) / 2], [row], **middle_mark(look), **place)
        words = clipped(names[option], left - SWATCH_IN - MIDDLE_IN, size=style.SMALLEST_PT, lines=1)
        axes.text(start + (SWATCH_IN + 0.06) / width, row, words, va="center", size=style.SMALLEST_PT, **place)
        axes.text(
            -BEFORE_IN / width,
            row,
            sustained_middle(known, option),
            ha="right",
            va="center",
            size=style.SMALLEST_PT,
            **place,
        )
        chance = say(chance_of(known, option))
        axes.text(right, row, chance, ha="right", va="center", weight=style.SEMIBOLD, size=style.SMALLEST_PT, **place)


def curves(known: Known) -> dict[str, list[tuple[float, float]]]:
    """For each option the sizes above zero and the chance of sustaining each, smallest first."""
    rows = planned_rows(known, "supply_curve")
    return {
        option: sorted((float(row["troops"]), float(row["probability"])) for row in rows[option] if row["troops"] > 0)
        for option in supply_known(known)
    }
