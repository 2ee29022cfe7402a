"""Marks of the figures: a bar from p5 to p95 with a thick tick at the middle, and a thin span with a dot."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from peacebrief.figures import style

# Face, edge and hatch differ together, so that the looks stay apart in print without colour.
MODEL: dict[str, Any] = {"facecolor": style.SKY, "edgecolor": style.outline(style.SKY), "lw": 0.8}
COMMITTED: dict[str, Any] = {
    "facecolor": style.ORANGE,
    "edgecolor": style.outline(style.ORANGE),
    "lw": 0.8,
    "hatch": "\\\\\\\\",
}
APART: dict[str, Any] = {"facecolor": "white", "edgecolor": style.GREEN, "lw": 1.0, "hatch": "////"}
ENSEMBLE: dict[str, Any] = {"facecolor": style.BLUE, "edgecolor": style.INK, "lw": 0.8}
LEFT_OUT: dict[str, Any] = {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.8}

SPAN: dict[str, Any] = {"color": style.MUTED, "lw": 1.1, "zorder": 3}
DOT: dict[str, Any] = {"marker": "o", "ms": 4.2, "mfc": style.ORANGE, "mec": style.INK, "mew": 0.6, "zorder": 4}
# What ranges are measured against: a size claimed, a whole army, a chance that passes. No line of data looks like it.
REFERENCE: dict[str, Any] = {"color": style.VERMILION, "lw": 1.6, "ls": (0, (5, 2))}

OVERSHOOT = 0.7  # how far the tick reaches from the middle of the bar, in bar heights


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


def dotted_span(axes: Axes, place: float, span: tuple[float, float, float]) -> None:
    """A thin line at `place` from low to high, a dot at its central number: what somebody else said."""
    low, middle, high = span
    axes.plot([low, high], [place] * 2, **SPAN)
    axes.plot([middle], [place], **DOT)
