"""Who would stand behind it: net public support for sending troops after a ceasefire, a dot and its interval."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import MODEL, REFERENCE, range_bar
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import POINTS, RANGE, Caption
from peacebrief.telling.figures.generation.public_support import caption, countries, net, points, rests_on
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {**dict.fromkeys(RANGE, POINTS), "polls": "count", "houses": "count"}
MOST_HIGH_MM = 70

LEFT_IN, BEHIND_IN, ROW_IN, BAR_IN, HEAD_IN, FOOT_IN, LEAST_IN = 1.15, 2.1, 0.185, 0.09, 0.27, 0.28, 0.3
ROOM = 4.0  # points left free on either side


def describe(known: Known, say: Say) -> Caption:
    """The finding: in how many countries support is clearly above opposition."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per country: net support in points at p5, p50 and p95, and the polls and houses it rests on."""
    rows = [(row["contributor"], row["country"], *net(known, row), row["polls"], row["houses"])
            for row in countries(known)]  # fmt: skip
    return pd.DataFrame(rows, columns=["contributor", "country", "p5", "p50", "p95", "polls", "houses"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A range for each country, most support first; numbers and polls behind."""
    frame = data(known, say)
    height = max(LEAST_IN, ROW_IN * len(frame))
    figure = style.new_figure(HEAD_IN + height + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=HEAD_IN, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    ends = [0.0, *frame.p5, *frame.p95]
    axes.set(xlim=(min(ends) - ROOM, max(ends) + ROOM), ylim=(height, 0))
    axes.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda number, _: points(number)))
    axes.grid(True, axis="x")
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.axvline(0, zorder=3.5, **REFERENCE)
    for number, row in enumerate(marks(frame)):
        _draw_country(axes, (number + 0.5) * ROW_IN, row, say)
    oppose, support = (phrase(f"figures_generation.support_more_{do}") for do in ("oppose", "support"))
    for side, words, place in (("right", say(oppose), -5), ("left", say(support), 5)):
        if (min(ends) < 0) if side == "right" else (max(ends) > 0):
            axes.annotate(words, (0, 0), (place, 4), textcoords="offset points", ha=side, va="bottom",
                          size=style.SMALLEST_PT)  # fmt: skip
    return figure


def _draw_country(axes: Axes, place: float, row: pd.Series, say: Say) -> None:
    range_bar(axes, place, (row.p5, row.p50, row.p95), height=BAR_IN, look=MODEL)
    name = clipped(str(row.country), LEFT_IN - 0.1, size=style.SMALLEST_PT, lines=1)
    low, middle, high = (points(end) for end in (row.p5, row.p50, row.p95))
    polls = rests_on(row.polls, row.houses)
    behind = say(phrase("figures_generation.support_beside", middle=middle, low=low, high=high, polls=polls))
    beside, after = axes.get_xlim()
    for at, words, shift, side in ((beside, name, -6, "right"), (after, behind, 4, "left")):
        axes.annotate(words, (at, place), (shift, 0), textcoords="offset points", ha=side, va="center",
                      size=style.SMALLEST_PT, annotation_clip=False)  # fmt: skip
