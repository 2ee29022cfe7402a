"""Words on a map: what a label is, how large it gets, and where on the page it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.figures import style
from peacebrief.figures.placing import Box, Ground
from peacebrief.figures.wrapping import width_in

LINE_IN = style.SMALLEST_PT * style.LINE_HEIGHT / 72
PAD_IN = 0.03
# A pale ground keeps words legible where they must stand on a line or an outline.
GROUND: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words for a place given in data; `away` is the direction in which they would best stand."""

    x: float
    y: float
    words: str
    away: tuple[float, float] = (1.0, 0.0)
    weight: int = 400
    colour: str = style.INK


def ground_of(axes: Axes) -> Ground:
    """The ground of a map that fills `axes`, nothing on it yet. The axes must have their final limits."""
    width, height = figure_of(axes).get_size_inches()
    place = axes.get_position()
    frame = Box(place.x0 * width, place.y0 * height, place.x1 * width, place.y1 * height)
    return Ground(Box(frame.left + PAD_IN, frame.bottom + PAD_IN, frame.right - PAD_IN, frame.top - PAD_IN))


def figure_of(axes: Axes) -> Figure:
    """The figure that the axes stand in."""
    return cast("Figure", axes.get_figure(root=True))


def on_page(axes: Axes, x: float, y: float) -> tuple[float, float]:
    """The place of a point of the data, in inches on the page."""
    across, upward = axes.transData.transform((x, y)) / figure_of(axes).dpi
    return float(across), float(upward)


def size_of(label: Label) -> tuple[float, float]:
    """Width and height of the words with a little air, in inches."""
    lines = label.words.split("\n")
    wide = max(width_in(line, size=style.SMALLEST_PT, weight=label.weight) for line in lines)
    return wide + 2 * PAD_IN, len(lines) * LINE_IN + PAD_IN


def write(axes: Axes, label: Label, site: Box, *, padded: bool = True) -> None:
    """Write the words in the middle of `site`, on a pale ground where `padded`."""
    x, y = in_data(axes, (site.left + site.right) / 2, (site.bottom + site.top) / 2)
    box = GROUND if padded else None
    axes.text(x, y, label.words, ha="center", va="center", size=style.SMALLEST_PT, weight=label.weight,
              color=label.colour, linespacing=style.LINE_SPACING, zorder=8, bbox=box)  # fmt: skip


def in_data(axes: Axes, across: float, upward: float) -> tuple[float, float]:
    """The point of the data at a place given in inches on the page."""
    dpi = figure_of(axes).dpi
    x, y = axes.transData.inverted().transform((across * dpi, upward * dpi))
    return float(x), float(y)
