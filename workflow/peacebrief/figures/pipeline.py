"""The way from inputs to verdict: what goes in, what each step of the model gives, and what is printed.

Boxes and the arrows between them are placed in inches from the upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import MODEL
from peacebrief.figures.drawing.placing import Box as Area
from peacebrief.figures.drawing.wrapping import wrapped
from peacebrief.figures.registry import Caption
from peacebrief.telling.figures.feasibility.gate_results import briefly
from peacebrief.telling.figures.pipeline import (
    caption,
    facts_besides,
    facts_by_step,
    gates_counted,
    inputs_counted,
    lines,
    plural,
    step_name,
    used_of,
    verdicts,
)
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Opening, phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"number": "count"}
MOST_HIGH_MM = 65

AFTER = (("inputs", "uncertainty"), *(("uncertainty", step) for step in ("sizing", "generation", "logistics")),
         ("generation", "feasibility"), ("logistics", "feasibility"), ("sizing", "facts"), ("feasibility", "facts"),
         ("facts", "briefs"))  # fmt: skip

WIDE_IN, BETWEEN_IN, ROW_IN, BELOW_IN = 1.14, 0.244, 0.72, 0.14
PAD_IN, LINE_IN, BAR_IN = 0.07, 0.16, 0.07
HIGH_IN = 3 * ROW_IN + 2 * BELOW_IN + 0.04
ARROW: dict[str, Any] = {"arrowstyle": "-|>", "color": style.MUTED, "lw": 1.2, "shrinkA": 0, "shrinkB": 0}
FRAME: dict[str, Any] = {"facecolor": style.TINT, "edgecolor": style.MUTED, "lw": 0.8}


def describe(known: Known, say: Say) -> Caption:
    """The finding: how much goes in and comes out, and which step gives most."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per number drawn: the step it stands in, what is counted, how many."""
    others = say(phrase("figures_pipeline.data_others"))
    by_verdict = {say(phrase("figures_pipeline.data_options", verdict=briefly(verdict))): number
                  for verdict, number in verdicts(known).items()}  # fmt: skip
    rows: list[tuple[str, str, int]] = [
        *(("inputs", say(plural(noun)), number) for noun, number in inputs_counted(known).items()),
        *(("inputs used", say(plural(noun)), number) for noun, number in used_of(known).items()),
        ("uncertainty", say(plural("draw")), int(known.case["draws"])),
        *((step, say(plural("fact")), number) for step, number in facts_by_step(known).items()),
        ("feasibility", say(plural("gate")), gates_counted(known)),
        *(("feasibility", words, number) for words, number in by_verdict.items()),
        ("facts", say(plural("fact")), len(known.facts)),
        ("facts", others, facts_besides(known)),
    ]
    return pd.DataFrame(rows, columns=["step", "counted", "number"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Boxes from left to right, arrows between them, a bar beneath the words of each step."""
    figure = style.new_figure(HIGH_IN)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HIGH_IN)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(HIGH_IN, 0))
    boxes = _boxes(known, say)
    for box in boxes.values():
        draw_box(axes, box)
    _join(axes, boxes)
    return figure


def _boxes(known: Known, say: Say) -> dict[str, Box]:
    """What stands in each box, and where."""
    steps, told = facts_by_step(known), lines(known)
    bars = {step: number / max(1, *steps.values()) for step, number in steps.items()}
    return {
        step: Box(say(Opening(step_name(step))), place, tuple(map(say, told[step])), bars.get(step))
        for step, place in COLUMNS.items()
    }


def _join(axes: Axes, boxes: dict[str, Box]) -> None:
    for before, after in AFTER:
        arrow(axes, boxes[before], boxes[after])


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
    inside = [line for words in box.lines for line in wrapped(words, room, size=style.SMALLEST_PT).split("\n")]
    for number, words in enumerate([box.name, *inside]):
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
