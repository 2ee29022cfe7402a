"""What would have to be true: how the chance of a failing gate follows one driver, and the value it would need."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter

from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import REFERENCE
from peacebrief.figures.drawing.wrapping import clipped
from peacebrief.figures.registry import CHANCE, Caption
from peacebrief.telling.figures.feasibility.gate_swing import Swing, swings
from peacebrief.telling.figures.feasibility.switching_values import caption, drawn, needs, passing, row_label
from peacebrief.telling.figures.reading import option_labels
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"p_low": CHANCE, "p_now": CHANCE, "p_high": CHANCE, "central": "as_told", "needed": "as_told"}
MOST_HIGH_MM = 81

LABEL_IN, BEHIND_IN, ROW_IN, OPTION_IN, BAR_IN, HEAD_IN, FOOT_IN = 3.0, 1.55, 0.16, 0.182, 0.09, 0.25, 0.28
KEY_IN = 0.11  # from the top to the middle of the key
PASSING: dict[str, Any] = REFERENCE | {"zorder": 3.5}
LOW: dict[str, Any] = {"facecolor": "white", "edgecolor": style.INK, "hatch": "/////", "lw": 0.7, "zorder": 3}
HIGH: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.7, "zorder": 3}


def describe(known: Known, say: Say) -> Caption:
    """The finding: for which options one driver alone can open a failing gate."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per option, gate and driver: the chances over the driver's range, its value and the one needed."""
    rows = [(one.option, one.gate, one.driver, one.label, one.unit, one.low, one.now, one.high, one.central, one.needed)
            for one in drawn(known)]  # fmt: skip
    columns = ["option", "gate", "driver", "label", "unit", "p_low", "p_now", "p_high", "central", "needed"]
    return pd.DataFrame(rows, columns=columns)


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Options one below the other, three drivers each; bars to either end from the chance found."""
    shown = swings(known)
    height = max(ROW_IN, OPTION_IN * len(shown) + ROW_IN * sum(map(len, shown.values())))
    figure = style.new_figure(HEAD_IN + height + FOOT_IN)
    width = style.WIDTH_IN - LABEL_IN - BEHIND_IN
    axes = style.panel(figure, left=LABEL_IN, top=HEAD_IN, width=width, height=height)
    axes.set(xlim=(0, 1), ylim=(height, 0), yticks=[])
    axes.xaxis.set_major_locator(FixedLocator([0, 0.25, 0.5, 0.75, 1]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.grid(True, axis="x")
    axes.spines["left"].set_visible(False)
    axes.axvline(passing(known), **PASSING)
    top = 0.0
    for option, own in shown.items():
        _beside(axes, top + OPTION_IN / 2 + 0.01, option_labels(known)[option], weight=style.SEMIBOLD)
        top += OPTION_IN
        for swing in own:
            _draw_swing(axes, top + ROW_IN / 2, swing, say(row_label(known, swing)), say(needs(swing)))
            top += ROW_IN
    if not shown:
        _beside(axes, ROW_IN / 2, say(phrase("figures_feasibility.switching_no_row")), weight=400)
    _draw_key(figure, known, say)
    return figure


def _draw_swing(axes: Axes, place: float, swing: Swing, label: str, needed: str) -> None:
    # The longer bar goes beneath, so that both show where they lie on one side.
    ends = sorted(((swing.low, LOW), (swing.high, HIGH)), key=lambda end: -abs(end[0] - swing.now))
    for end, look in ends:
        axes.barh(place, end - swing.now, left=swing.now, height=BAR_IN, **look)
    axes.plot([swing.now] * 2, [place - 0.75 * BAR_IN, place + 0.75 * BAR_IN], color=style.INK, lw=2.0, zorder=4,
              clip_on=False)  # fmt: skip
    _beside(axes, place, label, weight=400, indent=0.08)
    weight = style.SEMIBOLD if swing.opens else 400
    axes.annotate(needed, (1, place), (5, 0), textcoords="offset points", va="center", size=style.SMALLEST_PT,
                  weight=weight, annotation_clip=False)  # fmt: skip


def _beside(axes: Axes, place: float, words: str, *, weight: int, indent: float = 0.0) -> None:
    shown = clipped(words, LABEL_IN - indent - 0.08, size=style.SMALLEST_PT, lines=1)
    axes.annotate(shown, (0, place), ((indent - LABEL_IN) * 72, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT, weight=weight, annotation_clip=False)  # fmt: skip


def _draw_key(figure: Figure, known: Known, say: Say) -> None:
    key = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HEAD_IN)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(HEAD_IN, 0))
    place: dict[str, Any] = {"va": "center", "size": style.SMALLEST_PT}
    ends = (phrase(f"figures_feasibility.switching_key_{end}") for end in ("low", "high"))
    for start, look, words in zip((0.01, 1.65), (LOW, HIGH), ends, strict=True):
        key.barh(KEY_IN, 0.24, left=start, height=BAR_IN, **look)
        key.text(start + 0.3, KEY_IN, say(words), **place)
    key.plot([3.32] * 2, [KEY_IN - 0.75 * BAR_IN, KEY_IN + 0.75 * BAR_IN], color=style.INK, lw=2.0)
    key.text(3.39, KEY_IN, say(phrase("figures_feasibility.switching_key_now")), **place)
    key.plot([4.2] * 2, [KEY_IN - 0.09, KEY_IN + 0.09], **PASSING)
    passes = phrase("figures_feasibility.switching_key_passes", passing=percent(passing(known)))
    key.text(4.27, KEY_IN, say(passes), **place)
    column = say(phrase("figures_feasibility.switching_key_needs"))
    key.text(style.WIDTH_IN - BEHIND_IN + 0.07, KEY_IN, column, weight=style.SEMIBOLD, **place)
