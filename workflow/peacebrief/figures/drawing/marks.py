"""Marks that figures share: bars from p5 to p95, thin spans with a dot, and stacked bars.

A range has a thick tick at its middle. A stacked bar shows its parts at their middle and the range of the whole over
them; its parts are named beside their looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import width_in

# Face, edge and hatch differ together, so that the looks stay apart in print without colour.
MODEL: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.8}
COMMITTED: dict[str, Any] = {
    "facecolor": style.ORANGE,
    "edgecolor": style.outline(style.ORANGE),
    "lw": 0.8,
    "hatch": "\\\\\\\\",
}
APART: dict[str, Any] = {"facecolor": "white", "edgecolor": style.GREEN, "lw": 1.0, "hatch": "////"}
# From method to method: not the look of a range of chance.
RANGE: dict[str, Any] = {"facecolor": style.PALE, "edgecolor": style.INK, "lw": 0.8}
LEFT_OUT: dict[str, Any] = {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.8}

SPAN: dict[str, Any] = {"color": style.MUTED, "lw": 1.1, "zorder": 3}
DOT: dict[str, Any] = {"marker": "o", "ms": 4.2, "mfc": style.ORANGE, "mec": style.INK, "mew": 0.6, "zorder": 4}
# What ranges are measured against: a size claimed, a whole army, a chance that passes. No line of data looks like it.
REFERENCE: dict[str, Any] = {"color": style.VERMILION, "lw": 1.6, "ls": (0, (5, 2))}

OVERSHOOT = 0.7  # how far the tick reaches from the middle of the bar, in bar heights

Look = dict[str, Any]

SWATCH_IN, AIR_IN = 0.1, 0.05
# Face and hatch differ together, so that parts stay apart in print without colour.
LOOKS: tuple[Look, ...] = (
    {"facecolor": style.BLUE},
    {"facecolor": style.ORANGE, "hatch": "////"},
    {"facecolor": style.VERMILION, "hatch": "xxxx"},
    {"facecolor": style.SKY},
    {"facecolor": "white", "hatch": "||||"},
    {"facecolor": style.GREEN, "hatch": "----"},
)
EDGE: dict[str, Any] = {"edgecolor": style.INK, "lw": 0.7}


def range_bar(
    axes: Axes, place: float, span: tuple[float, float, float], *, height: float, look: dict[str, Any], words: str = ""
) -> None:
    """A horizontal range at `place`: `span` is p5, p50 and p95, `height` the bar's, `words` stand after its end."""
    low, middle, high = span
    axes.barh(place, high - low, left=low, height=height, zorder=3, **look)
    reach = OVERSHOOT * height
    tick = look["edgecolor"] if look is LEFT_OUT else style.INK
    axes.plot([middle, middle], [place - reach, place + reach], color=tick, lw=2.0, zorder=4)
    if words:
        axes.annotate(words, (high, place), (3, 0), textcoords="offset points", va="center", size=style.SMALLEST_PT)


def methods_bar(
    axes: Axes, place: float, ends: tuple[float, float], middles: Sequence[float], *, height: float
) -> None:
    """A pale bar at `place` from the lowest to the highest method, a tick at the middle result of each: no chances."""
    low, high = ends
    axes.barh(place, high - low, left=low, height=height, zorder=3, **RANGE)
    for middle in middles:
        axes.plot(
            [middle] * 2, [place - OVERSHOOT * height, place + OVERSHOOT * height], color=style.INK, lw=2.0, zorder=4
        )


def dotted_span(axes: Axes, place: float, span: tuple[float, float, float]) -> None:
    """A thin line at `place` from low to high, a dot at its central number: what somebody else said."""
    low, middle, high = span
    axes.plot([low, high], [place] * 2, **SPAN)
    axes.plot([middle], [place], **DOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: the middle of each part in the order stacked, p5, p50 and p95 of the whole, and words behind it."""

    parts: Sequence[float]
    whole: tuple[float, float, float]
    words: str


def stack(axes: Axes, place: float, bar: Bar, *, looks: Sequence[Look], height: float) -> None:
    """Draw a bar of `height` at `place`: a thin line from p5 to p95 over it, a thick tick at the middle."""
    low, middle, high = bar.whole
    start = 0.0
    for size, look in zip(bar.parts, looks, strict=False):
        axes.barh(place, size, left=start, height=height, zorder=3, **(EDGE | look))
        start += size
    # White beneath ink, so that the line shows on any part.
    for colour, wide in (("white", 2.6), (style.INK, 1.2)):
        axes.plot([low, high], [place] * 2, color=colour, lw=wide, zorder=4)
    axes.plot([middle, middle], [place - 0.7 * height, place + 0.7 * height], color=style.INK, lw=2.0, zorder=5)
    axes.annotate(bar.words, (max(start, high), place), (4, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT)  # fmt: skip


def name_parts(axes: Axes, start: float, place: float, labels: Sequence[str], *, looks: Sequence[Look]) -> None:
    """A swatch and words for each part, one after the other from `start`, in inches from the left of the axes.

    The axes must have their limits, and count inches upward.
    """
    left, right = axes.get_xlim()
    inch = (right - left) / (axes.get_position().width * style.WIDTH_IN)
    for words, look in zip(labels, looks, strict=False):
        axes.barh(place, SWATCH_IN * inch, left=left + start * inch, height=SWATCH_IN, clip_on=False, **(EDGE | look))
        start += SWATCH_IN + AIR_IN
        axes.text(left + start * inch, place, words, va="center", size=style.SMALLEST_PT, clip_on=False)
        start += width_in(words, size=style.SMALLEST_PT) + 2.5 * AIR_IN
