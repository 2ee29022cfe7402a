"""What a force needs: kilograms a person and day by class of supply, for each posture, with the range of the whole.

Past forces with a known need stand beneath for comparison.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import significant, with_range
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import DOT, LOOKS, Bar, name_parts, stack
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import RANGE, Caption
from peacebrief.telling.figures.logistics.demand import DEMAND, caption, part, past_forces, postures
from peacebrief.telling.figures.logistics.supplied_force import posture_label
from peacebrief.telling.figures.reading import span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = dict.fromkeys(RANGE, "kg_a_day")
MOST_HIGH_MM = 70

LEFT_IN, BEHIND_IN, ROW_IN, ANCHORS_IN, FOOT_IN = 1.08, 0.95, 0.45, 0.22, 0.3
BAR_IN, BAR_AT_IN, WORDS_AT_IN = 0.17, 0.13, 0.31  # from the top of a row


def describe(known: Known, say: Say) -> Caption:
    """The finding: the class that weighs most, and how much more the hardest posture needs than the easiest."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per class and posture, one per posture for the whole, one per past force (kg a person and day)."""
    rows: list[tuple[object, ...]] = []
    for posture, classes in postures(known).items():
        rows += [(posture, name, *span(known, f"{DEMAND}.{posture}.{name}")) for name in classes]
        rows.append((posture, "whole", *span(known, f"{DEMAND}.{posture}")))
    rows += [("anchor", say(name), None, known.number(fact), None) for fact, name in past_forces(known).items()]
    return pd.DataFrame(rows, columns=["posture", "class", "p5", "p50", "p95"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A stacked bar for each posture, its classes named beneath; past forces as dots in a row of their own."""
    frame, shown = data(known, say), postures(known)
    past = frame[frame.posture == "anchor"]
    height = ROW_IN * len(shown) + ANCHORS_IN * bool(len(past))
    figure = style.new_figure(height + FOOT_IN)
    axes = style.panel(figure, left=LEFT_IN, top=0, width=style.WIDTH_IN - LEFT_IN - BEHIND_IN, height=height)
    axes.set(xlim=(0, frame.p95.max()), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    for number, posture in enumerate(shown):
        top, own = number * ROW_IN, {row[1]: row for row in marks(frame[frame.posture == posture])}
        low, middle, high = (getattr(own["whole"], part) for part in ("p5", "p50", "p95"))
        parts = {name: row.p50 for name, row in own.items() if name != "whole"}
        _name(axes, top + BAR_AT_IN, posture_label(known, posture))
        bar = Bar(parts=list(parts.values()), whole=(low, middle, high), words=with_range(low, middle, high))
        stack(axes, top + BAR_AT_IN, bar, looks=LOOKS, height=BAR_IN)
        labels = [say(part(name, amount)) for name, amount in parts.items()]
        name_parts(axes, 0, top + WORDS_AT_IN, labels, looks=LOOKS)
    _draw_past(axes, past, height - ANCHORS_IN / 2, say)
    return figure


def _draw_past(axes: Axes, past: pd.DataFrame, place: float, say: Say) -> None:
    """What past forces used, as dots with their names behind the last one."""
    if not len(past):
        return
    _name(axes, place, say(phrase("figures_logistics.demand_past_forces")))
    axes.plot(past.p50, [place] * len(past), ls="none", **DOT)
    names = [
        say(phrase("figures_logistics.demand_past_force", force=row[1], amount=significant(row.p50)))
        for row in marks(past)
    ]
    axes.annotate("; ".join(names), (past.p50.max(), place), (7, 0), textcoords="offset points", va="center",
                  size=style.SMALLEST_PT)  # fmt: skip


def _name(axes: Axes, place: float, words: str) -> None:
    axes.annotate(words, (0, place), (-LEFT_IN * 72, 0), textcoords="offset points", va="center",
                  weight=style.SEMIBOLD)  # fmt: skip
