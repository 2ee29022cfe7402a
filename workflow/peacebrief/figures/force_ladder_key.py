"""What the marks of the force ladder stand for, in words above the picture."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.figures import style
from peacebrief.figures.marks import MODEL, dotted_span, range_bar


def label_columns(axes: Axes, claim: int, *, right: float) -> None:
    """What the line and the column of chances stand for, above the ladder; `right` is where the column ends."""
    place: dict[str, Any] = {"va": "bottom", "linespacing": style.LINE_SPACING}
    axes.text(claim, 1.0, f"{claim:,}\nclaimed", ha="center", transform=axes.get_xaxis_transform(), **place)
    axes.text(right, 1.0, f"chance of\n{claim:,} or more", ha="right", transform=axes.transAxes, **place)


def draw_key(figure: Figure, *, bar: float) -> None:
    """Two marks explained in one line above the picture, in words beside the mark itself."""
    key = style.panel(figure, left=0, top=0.02, width=style.WIDTH_IN, height=0.18)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(0.18, 0))
    range_bar(key, 0.09, (0.02, 0.15, 0.32), height=bar, look=MODEL)
    key.text(0.4, 0.09, "model: 90% range and middle", va="center")
    dotted_span(key, 0.09, (2.5, 2.65, 2.8))
    key.text(2.88, 0.09, "published proposal: low to high, and its central number", va="center")
