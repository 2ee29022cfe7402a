"""Which inputs move the most detailed method of each role: first-order sensitivity."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import percent
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.wrapping import clipped, panel_titles
from peacebrief.figures.reading import marks
from peacebrief.figures.registry import SHARE, Caption
from peacebrief.telling.figures.reading import role_labels
from peacebrief.telling.figures.sizing.sensitivity_indices import caption, largest
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"share": SHARE}
MOST_HIGH_MM = 58

GAP_IN, LINE_IN, LABEL_GAP_IN, BAR_IN, ROW_GAP_IN = 0.15, style.SMALLEST_PT * style.LINE_HEIGHT / 72, 0.035, 0.1, 0.05
WORDS_IN = 0.4  # behind the longest bar, for its number
INPUT_BAR: dict[str, Any] = {"facecolor": style.BLUE, "edgecolor": style.BLUE, "lw": 1.0}


def describe(known: Known, say: Say) -> Caption:
    """The finding: the input that matters most."""
    return Caption.of(caption(known), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per bar: role, quantity, its printed label and its share, largest first within a role."""
    rows = [(one.role, one.quantity, say(one.label), one.share) for one in largest(known)]
    return pd.DataFrame(rows, columns=["role", "quantity", "label", "share"])


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """A panel for each role in one row; one scale for all, so that lengths compare across roles."""
    frame, roles = data(known, say), role_labels(known)
    width = (style.WIDTH_IN + GAP_IN) / len(roles) - GAP_IN
    titles, head = panel_titles(list(roles.values()), width)
    labels = {role: [clipped(bar.label, width, size=style.SMALLEST_PT) for bar in marks(frame[frame.role == role])]
              for role in roles}  # fmt: skip
    places, height = _places(labels)
    figure = style.new_figure(head + height)
    for number, role in enumerate(roles):
        axes = style.panel(figure, left=number * (width + GAP_IN), top=head, width=width, height=height)
        axes.set_axis_off()
        axes.set_title(titles[number], linespacing=style.LINE_SPACING)
        axes.set(xlim=(0, max(0.01, frame.share.max()) * width / (width - WORDS_IN)), ylim=(height, 0))
        _draw_panel(axes, frame[frame.role == role], labels[role], places)
    return figure


def _places(labels: dict[str, list[str]]) -> tuple[list[float], float]:
    """The middle of each bar in inches from the top, the same in every panel, and the height of all of them."""
    places, top = [], 0.0
    for rank in zip_longest(*labels.values(), fillvalue=""):
        top += LINE_IN * (max(label.count("\n") for label in rank) + 1) + LABEL_GAP_IN
        places.append(top + BAR_IN / 2)
        top += BAR_IN + ROW_GAP_IN
    return places, top


def _draw_panel(axes: Axes, frame: pd.DataFrame, labels: list[str], places: list[float]) -> None:
    for bar, label, place in zip(marks(frame), labels, places, strict=False):
        axes.barh(place, bar.share, height=BAR_IN, zorder=3, **INPUT_BAR)
        axes.text(0, place - BAR_IN / 2 - LABEL_GAP_IN, label, size=style.SMALLEST_PT, va="bottom",
                  linespacing=style.LINE_SPACING)  # fmt: skip
        axes.annotate(percent(bar.share), (bar.share, place), (3, 0), textcoords="offset points", va="center",
                      size=style.SMALLEST_PT)  # fmt: skip
