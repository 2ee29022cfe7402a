"""What is left when one country is lost to supplies, or two at once: a triangle of shares, one cell for each loss."""

from __future__ import annotations

from math import log
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.facts.rounding import exact, percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.scale import limits
from peacebrief.figures.drawing.wrapping import broken, wrapped
from peacebrief.figures.registry import SHARE, TROOPS, Caption
from peacebrief.telling.figures.logistics.corridor_losses import CENTRAL, Left, caption, countries, losses, too_few
from peacebrief.telling.figures.logistics.supplied_force import reference_size
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"share": SHARE, "troops": TROOPS}
MOST_HIGH_MM = 110

LEFT_IN, WIDE_IN, HIGH_IN, HEAD_IN, FOOT_IN = 0.85, 1.16, 0.58, 0.24, 0.04
PAD_IN, TEXT_IN, STRIP_IN, STRIP_PAD_IN, TICK_IN, KEY_LINE_IN = 0.08, 0.17, 0.42, 0.11, 0.07, 0.18
ENOUGH: dict[str, Any] = {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.8}
SHORT: dict[str, Any] = {"facecolor": style.PALE, "edgecolor": style.VERMILION, "lw": 1.8}
STRIP: dict[str, Any] = {"color": style.FAINT, "lw": 0.8, "zorder": 4}
TICK: dict[str, Any] = {"color": style.VERMILION, "lw": 1.6, "zorder": 4.5}
MARKS: dict[str, dict[str, Any]] = {
    "low": {"marker": "<", "ms": 5.5, "mfc": "white", "mec": style.INK, "mew": 0.9, "zorder": 5},
    "central": {"marker": "o", "ms": 5.0, "mfc": style.INK, "mec": style.INK, "mew": 0.9, "zorder": 6},
    "high": {"marker": ">", "ms": 5.5, "mfc": "white", "mec": style.INK, "mew": 0.9, "zorder": 5},
}

CASES = ("low", "central", "high")


def describe(known: Known, say: Say) -> Caption:
    """The finding: whether the force of reference outlives the loss of one country, or of two."""
    return Caption.of(caption(known), say)


def data(known: Known, _say: Say) -> pd.DataFrame:
    """One row per loss and capacity case: share of the largest force left, and troops."""
    rows = [(left.loss, left.label, left.case, left.share, left.troops) for left in losses(known)]
    return pd.DataFrame(rows, columns=["loss", "label", "capacity_case", "share", "troops"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A cell for each loss, a row and a column for each country; the key where the triangle leaves room."""
    names = countries(known)
    rows = max(2, len(names))
    figure = style.new_figure(HEAD_IN + rows * HIGH_IN + FOOT_IN)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HEAD_IN + rows * HIGH_IN + FOOT_IN)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(HEAD_IN + rows * HIGH_IN + FOOT_IN, 0))
    order = list(names)
    for place, name in enumerate(names.values()):
        label = wrapped(name, LEFT_IN - 0.06, size=9.5, weight=style.SEMIBOLD)
        axes.text(0, HEAD_IN + (place + 0.5) * HIGH_IN, label, va="center", weight=style.SEMIBOLD,
                  linespacing=style.LINE_SPACING)  # fmt: skip
        axes.text(LEFT_IN + (place + 0.5) * WIDE_IN, HEAD_IN + place * HIGH_IN - 0.04, name, ha="center", va="bottom",
                  weight=style.SEMIBOLD)  # fmt: skip
    cells: dict[str, dict[str, Left]] = {}
    for left in losses(known):
        cells.setdefault(left.loss, {})[left.case] = left
    ends = limits([reference_size(known), *(left.troops for cases in cells.values() for left in cases.values())])
    for cases in cells.values():
        first, last = sorted(order.index(part) for part in (cases[CENTRAL].parts * 2)[:2])
        corner = (LEFT_IN + first * WIDE_IN, HEAD_IN + last * HIGH_IN)
        _draw_cell(axes, cases[CENTRAL], corner, short=too_few(known, cases[CENTRAL]))
        _draw_strip(axes, cases, corner, ends, reference_size(known))
    _draw_key(axes, known, say)
    return figure


def _draw_cell(axes: Axes, central: Left, corner: tuple[float, float], *, short: bool) -> None:
    left, top = corner
    look = SHORT if short else ENOUGH
    box = (left + 0.02, top + 0.02)
    axes.add_patch(Rectangle(box, WIDE_IN - 0.04, HIGH_IN - 0.04, zorder=3 if look is SHORT else 2, **look))
    axes.text(left + PAD_IN, top + TEXT_IN, percent(central.share), va="center", weight=style.SEMIBOLD, size=10.5,
              zorder=5)  # fmt: skip
    axes.text(left + WIDE_IN - PAD_IN, top + TEXT_IN, significant(central.troops), ha="right", va="center",
              size=style.SMALLEST_PT, zorder=5)  # fmt: skip


def _draw_strip(
    axes: Axes, cases: dict[str, Left], corner: tuple[float, float], ends: tuple[float, float], reference: float
) -> None:
    """Troops in each capacity case along a logarithmic line, one scale for all cells; none stand at its start."""
    left, height = corner[0] + STRIP_PAD_IN, corner[1] + STRIP_IN
    inches = (WIDE_IN - 2 * STRIP_PAD_IN) / log(ends[1] / ends[0])
    places = {case: left + inches * log(max(one.troops, ends[0]) / ends[0]) for case, one in cases.items()}
    axes.plot([left, left + WIDE_IN - 2 * STRIP_PAD_IN], [height] * 2, **STRIP)
    axes.plot([left + inches * log(reference / ends[0])] * 2, [height - TICK_IN, height + TICK_IN], **TICK)
    for case, place in places.items():
        axes.plot([place], [height], ls="none", **MARKS[case])


def _draw_key(axes: Axes, known: Known, say: Say) -> None:
    """The marks and looks in words, to the right of the first two rows."""
    left, top = LEFT_IN + 2 * WIDE_IN + 0.25, 0.1
    reference = exact(reference_size(known))
    axes.plot([left, left + 0.5], [top] * 2, **STRIP)
    for place, case in zip((0.08, 0.25, 0.42), CASES, strict=True):
        axes.plot([left + place], [top], ls="none", **MARKS[case])
    axes.plot([left + 0.25] * 2, [top + 2 * KEY_LINE_IN - TICK_IN, top + 2 * KEY_LINE_IN + TICK_IN], **TICK)
    axes.add_patch(Rectangle((left + 0.1, top + 3 * KEY_LINE_IN - 0.065), 0.3, 0.13, **SHORT))
    lines = [
        *broken(say(phrase("figures_logistics.losses_key_cases"))).split("\n"),
        say(phrase("figures_logistics.losses_key_size", size=reference)),
        say(phrase("figures_logistics.losses_key_short", size=reference)),
    ]
    for number, words in enumerate(lines):
        axes.text(left + 0.62, top + number * KEY_LINE_IN, words, size=style.SMALLEST_PT, va="center")
