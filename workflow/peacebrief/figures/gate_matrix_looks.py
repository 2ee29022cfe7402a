"""The looks of the cells of the gate matrix, and their key."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from peacebrief.facts.rounding import percent
from peacebrief.figures import style
from peacebrief.figures.gate_matrix_places import OPTION_IN
from peacebrief.figures.gate_matrix_words import thresholds
from peacebrief.figures.registry import Tables
from peacebrief.figures.wrapping import width_in

# From a gate passed to one that rules the option out: lighter to darker, thin to thick, so that print needs no colour.
LOOKS: tuple[dict[str, Any], ...] = (
    {"facecolor": "white", "edgecolor": style.FAINT, "lw": 0.6},
    {"facecolor": style.PALE_SKY, "edgecolor": style.BLUE, "lw": 0.8},
    {"facecolor": style.SAND, "edgecolor": style.MUTED, "lw": 0.8},
    {"facecolor": style.STONE, "edgecolor": style.VERMILION, "lw": 1.7},
)


def look_of(chance: float, tables: Tables) -> dict[str, Any]:
    """The look of a cell by the thresholds of the rule, at the whole percentage that is printed."""
    return LOOKS[sum(round(chance, 2) < threshold for threshold in thresholds(tables))]


def draw_key(axes: Axes, tables: Tables, place: float) -> None:
    """The looks in words, in one line at `place` inches from the top."""
    feasible, conditional, not_feasible = (percent(threshold) for threshold in thresholds(tables))
    words = (f"{feasible} or more", f"{_bare(conditional)} to {feasible}", f"{_bare(not_feasible)} to {conditional}",
             f"under {not_feasible}: rules the option out")  # fmt: skip
    start = OPTION_IN
    for look, text in zip(LOOKS, words, strict=True):
        axes.add_patch(Rectangle((start, place - 0.055), 0.24, 0.11, **look))
        write(axes, start + 0.3, place, text)
        start += 0.3 + width_in(text, size=style.SMALLEST_PT) + 0.2


def _bare(share: str) -> str:
    return share.removesuffix("%")


def write(axes: Axes, x: float, y: float, words: str, **look: Any) -> None:
    """Words at a place in inches."""
    axes.text(x, y, words, size=style.SMALLEST_PT, zorder=5, **({"va": "center"} | look),
              linespacing=style.LINE_SPACING)  # fmt: skip
