"""Boxes of the picture of the pipeline, and the arrows between them, in inches from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from peacebrief.figures import style
from peacebrief.figures.marks import MODEL
from peacebrief.figures.placing import Box as Area
from peacebrief.figures.wrapping import wrapped

WIDE_IN, BETWEEN_IN, ROW_IN, BELOW_IN = 1.14, 0.244, 0.72, 0.14
PAD_IN, LINE_IN, BAR_IN = 0.07, 0.16, 0.07
HIGH_IN = 3 * ROW_IN + 2 * BELOW_IN + 0.04
ARROW: dict[str, Any] = {"arrowstyle": "-|>", "color": style.MUTED, "lw": 1.2, "shrinkA": 0, "shrinkB": 0}
FRAME: dict[str, Any] = {"facecolor": style.TINT, "edgecolor": style.MUTED, "lw": 0.8}


def _area(column: int, first: int, last: int) -> Area:
    """The place of a box in a column, from one row to another."""
    left, top = 0.01 + column * (WIDE_IN + BETWEEN_IN), 0.02 + first * (ROW_IN + BELOW_IN)
    return Area(left, top, left + WIDE_IN, top + (last - first) * (ROW_IN + BELOW_IN) + ROW_IN)


COLUMNS = {
    "inputs": _area(0, 0, 2),
    "uncertainty": _area(1, 0, 2),
    "sizing": _area(2, 0, 0),
    "generation": _area(2, 1, 1),
    "logistics": _area(2, 2, 2),
    "feasibility": _area(3, 1, 2),
    "facts": _area(4, 0, 1),
    "briefs": _area(4, 2, 2),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A step: its name, its place (top below bottom, as inches go down), its lines, and the length of its bar (0-1)."""

    name: str
    place: Area
    lines: tuple[str, ...]
    bar: float | None = None


def draw_box(axes: Axes, box: Box) -> None:
    """A frame with the name in bold, the lines below it, and the bar at its foot."""
    place, room = box.place, WIDE_IN - 2 * PAD_IN
    axes.add_patch(Rectangle((place.left, place.bottom), WIDE_IN, place.top - place.bottom, **FRAME))
    lines = [line for words in box.lines for line in wrapped(words, room, size=style.SMALLEST_PT).split("\n")]
    for number, words in enumerate([box.name.capitalize(), *lines]):
        axes.text(place.left + PAD_IN, place.bottom + 0.04 + (number + 0.5) * LINE_IN, words, va="center",
                  size=style.SMALLEST_PT, weight=400 if number else style.SEMIBOLD)  # fmt: skip
    if box.bar is not None:
        axes.add_patch(Rectangle((place.left + PAD_IN, place.top - BAR_IN - 0.035), box.bar * room, BAR_IN, **MODEL))


def arrow(axes: Axes, before: Box, after: Box) -> None:
    """An arrow to the right at a height both boxes share, or straight down where they stand in one column."""
    start, end = before.place, after.place
    if start.left == end.left:
        middle = (start.left + start.right) / 2
        axes.annotate("", (middle, end.bottom), (middle, start.top), arrowprops=ARROW)
        return
    height = (max(start.bottom, end.bottom) + min(start.top, end.top)) / 2
    axes.annotate("", (end.left, height), (start.right, height), arrowprops=ARROW)
