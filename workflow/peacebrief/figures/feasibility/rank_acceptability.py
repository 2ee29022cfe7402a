"""Which option comes first: shares of all ranks over every mix of weights, first ranks under named weights."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import brief_percent_of_draws
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped, width_in, wrapped
from peacebrief.figures.feasibility.gate_matrix import least_width
from peacebrief.figures.registry import SHARE, Caption
from peacebrief.telling.figures.feasibility.rank_acceptability import caption, leaders, options, shares, weightings
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Opening, phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"rank": "place", "share": SHARE}
MOST_HIGH_MM = 81

NAMES_IN, LEFT_IN, BAR_END_IN, ROW_IN, BAR_IN, LINE_IN, AIR_IN = 1.12, 1.38, 3.65, 0.26, 0.18, 0.152, 0.06
LEAST_AIR_IN = 0.005  # beside a share inside its piece
# From the first rank to the last: darker to lighter, with the number printed inside where it fits.
SHADES = (style.BLUE, style.SKY, style.PALE_SKY, style.PAPER)
ON_DARK = 3.0  # contrast above which words on a shade are white


def describe(known: Known, say: Say) -> Caption:
    """The finding: the option most often first, whatever the weights, and where another one leads."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per way of weighting, option and rank: the share of the draws."""
    rows = [(weighting, option, rank, share) for (weighting, option), own in shares(known).items()
            for rank, share in enumerate(own, start=1)]  # fmt: skip
    return pd.DataFrame(rows, columns=["weighting", "option", "rank", "share"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A stacked bar for each option, first ranks under named weights beside it."""
    names, found, whole = options(known), shares(known), next(iter(weightings(known)))
    columns = _columns(known, say)
    head = LINE_IN * max([2, *(words.count("\n") + 1 for _, words in columns.values())]) + 2 * AIR_IN
    height = head + ROW_IN * len(names) + AIR_IN
    figure = style.new_figure(height)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=height)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(height, 0))
    _write(axes, LEFT_IN, head - AIR_IN, say(Opening(weightings(known)[whole])), va="bottom", weight=style.SEMIBOLD)
    _draw_key(axes, say, head - AIR_IN - LINE_IN, len(names))
    middles = {option: head + (place + 0.5) * ROW_IN for place, option in enumerate(names)}
    for option, middle in middles.items():
        _write(axes, 0, middle, clipped(names[option], NAMES_IN - 0.08, size=style.SMALLEST_PT), weight=400)
        _draw_bar(axes, middle, found[whole, option])
    for weighting, (at, words) in columns.items():
        _write(axes, at, head - AIR_IN, words, ha="center", va="bottom")
        for option, middle in middles.items():
            weight = style.SEMIBOLD if option in leaders(known, weighting) else 400
            _write(axes, at, middle, brief_percent_of_draws(found[weighting, option][0]), ha="center", weight=weight)
    return figure


def _columns(known: Known, say: Say) -> dict[str, tuple[float, str]]:
    """By named weights the middle of their column and their name in lines: columns as wide as their names ask."""
    _, *others = weightings(known)
    labels = [say(Opening(weightings(known)[one])) for one in others]
    needs = [least_width(label) + 2 * AIR_IN for label in labels]
    room = style.WIDTH_IN - BAR_END_IN - 0.1
    edges = list(accumulate([need * room / sum(needs) for need in needs], initial=BAR_END_IN + 0.1))
    heads = [((start + end) / 2, wrapped(label, end - start - AIR_IN, size=style.SMALLEST_PT))
             for label, (start, end) in zip(labels, pairwise(edges), strict=True)]  # fmt: skip
    return dict(zip(others, heads, strict=True))


def _draw_bar(axes: Axes, middle: float, own: list[float]) -> None:
    """Each share inside its piece where it fits; that of first ranks otherwise before the bar."""
    start, room = LEFT_IN, BAR_END_IN - LEFT_IN
    for rank, share in enumerate(own):
        shade = SHADES[min(rank, len(SHADES) - 1)]
        wide = share * room
        axes.barh(middle, wide, left=start, height=BAR_IN, facecolor=shade, edgecolor=style.INK, lw=0.7, zorder=3)
        words = brief_percent_of_draws(share)
        if wide > width_in(words, size=style.SMALLEST_PT) + LEAST_AIR_IN:
            ink = "white" if style.contrast(shade) >= ON_DARK else style.INK
            _write(axes, start + wide / 2, middle, words, ha="center", color=ink)
        elif rank == 0:
            _write(axes, start - AIR_IN, middle, words, ha="right")
        start += wide


def _draw_key(axes: Axes, say: Say, place: float, ranks: int) -> None:
    """The shades of the ranks, above the bars."""
    at = LEFT_IN
    for rank in range(min(ranks, len(SHADES))):
        words = say(phrase(f"figures_feasibility.ranks_key_{rank + 1}", rank=str(rank + 1)))
        if ranks > len(SHADES) == rank + 1:
            words = say(phrase("figures_feasibility.ranks_key_or_lower", rank=words))
        axes.barh(place - LINE_IN / 2, 0.14, left=at, height=0.1, facecolor=SHADES[rank], edgecolor=style.INK, lw=0.7)
        _write(axes, at + 0.19, place - LINE_IN / 2, words)
        at += 0.19 + width_in(words, size=style.SMALLEST_PT) + 0.14


def _write(axes: Axes, x: float, y: float, words: str, **look: Any) -> None:
    axes.text(x, y, words, size=style.SMALLEST_PT, zorder=5, **({"va": "center"} | look),
              linespacing=style.LINE_SPACING)  # fmt: skip
