"""Title, subtitle and source drawn around a figure, for the PNG that travels without its page."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from peacebrief.figures.caption import Caption
from peacebrief.figures.style import INK, LINE_HEIGHT, LINE_SPACING, MUTED, SEMIBOLD, SMALLEST_PT
from peacebrief.figures.wrapping import POINTS_PER_INCH, balanced

MARGIN_IN = 0.15
GAP_IN = 0.06
TITLE_PT, SUBTITLE_PT, SOURCE_PT = 13.0, 10.0, SMALLEST_PT


def add_heading(figure: Figure, caption: Caption) -> None:
    """Make room around `figure` and write the caption there; sizes and places of what is drawn stay the same."""
    room = float(figure.get_size_inches()[0])
    title = balanced(caption.title, room, size=TITLE_PT, weight=SEMIBOLD)
    subtitle = balanced(caption.subtitle, room, size=SUBTITLE_PT)
    source = balanced(caption.source, room, size=SOURCE_PT)
    title_in, subtitle_in = _height_in(title, TITLE_PT), _height_in(subtitle, SUBTITLE_PT)
    above = MARGIN_IN + title_in + GAP_IN + subtitle_in + 2 * GAP_IN
    below = GAP_IN + _height_in(source, SOURCE_PT) + MARGIN_IN
    _extend(figure, above=above, below=below, aside=MARGIN_IN)
    width, total = figure.get_size_inches()
    left = MARGIN_IN / width
    style: dict[str, Any] = {"ha": "left", "va": "top", "linespacing": LINE_SPACING}
    figure.text(left, 1 - MARGIN_IN / total, title, size=TITLE_PT, weight=SEMIBOLD, color=INK, **style)
    figure.text(left, 1 - (MARGIN_IN + title_in + GAP_IN) / total, subtitle, size=SUBTITLE_PT, color=INK, **style)
    figure.text(left, (below - GAP_IN) / total, source, size=SOURCE_PT, color=MUTED, **style)


def _height_in(text: str, size: float) -> float:
    return (text.count("\n") + 1) * size * LINE_HEIGHT / POINTS_PER_INCH


def _extend(figure: Figure, *, above: float, below: float, aside: float) -> None:
    old_width, old_height = figure.get_size_inches()
    width, height = old_width + 2 * aside, old_height + above + below
    figure.set_size_inches(width, height)
    for axes in figure.axes:
        box = axes.get_position(original=True)
        x, y = (box.x0 * old_width + aside) / width, (box.y0 * old_height + below) / height
        axes.set_position((x, y, box.width * old_width / width, box.height * old_height / height))
    for text in figure.texts:
        x, y = text.get_position()
        text.set_position(((x * old_width + aside) / width, (y * old_height + below) / height))
