"""The key of the supply map, a strip of two lines above it: words beside the mark itself."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import rounded, significant
from peacebrief.figures import style
from peacebrief.figures.supply_map_flows import (
    BREAK,
    CLASSES_OF_USE,
    MIDDLE,
    SECTOR,
    THIN,
    middle_shown,
    width_pt,
)

KEY_IN, ROW_IN, SAMPLE_IN, GAP_IN = 0.44, 0.19, 0.28, 0.06
USES, WIDTHS = (1.5, 2.62, 3.78), (1.5, 2.62)


def draw_key(figure: Figure, *, most: float) -> None:
    """Explain widths (up to `most` tonnes a day), colours, breaks of gauge and sectors."""
    key = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    first, second = ROW_IN / 2, 1.5 * ROW_IN
    key.text(0, first, "use of the fullest mode", size=style.SMALLEST_PT, va="center")
    for left, (_, colour, words) in zip(USES, CLASSES_OF_USE, strict=True):
        key.plot([left, left + SAMPLE_IN], [first] * 2, color=colour, lw=4.5)
        if middle_shown(colour):
            key.plot([left, left + SAMPLE_IN], [first] * 2, **MIDDLE)
        _words(key, left, first, words)
    key.text(0, second, "tonnes a day", size=style.SMALLEST_PT, va="center")
    for left, tonnes in zip(WIDTHS, (rounded(most, 1), rounded(most / 4, 1)), strict=True):
        key.plot([left, left + SAMPLE_IN], [second] * 2, color=CLASSES_OF_USE[1][1], lw=width_pt(tonnes, most))
        _words(key, left, second, significant(tonnes))
    key.plot([3.78, 3.78 + SAMPLE_IN], [second] * 2, **THIN)
    _words(key, 3.78, second, "no flow")
    key.plot([5.16], [first], **BREAK)
    _words(key, 5.0, first, "change of rail gauge")
    key.plot([5.16], [second], **SECTOR)
    _words(key, 5.0, second, "hub of a sector")


def _words(key: Axes, left: float, row: float, words: str) -> None:
    key.text(left + SAMPLE_IN + GAP_IN, row, words, size=style.SMALLEST_PT, va="center")
