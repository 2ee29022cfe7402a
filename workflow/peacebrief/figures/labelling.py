"""Names beside points without overlap: a name that finds no room is left out, and the data file still has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.figures.style import SMALLEST_PT
from peacebrief.figures.wrapping import width_in

CLEAR_IN = 0.06
HEIGHT_IN = 0.15
HAIR_IN = 0.02
STEPS = 80  # boxes along a line, close enough that no name slips between


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: _Box) -> bool:
        """Whether the two boxes share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def within(self, other: _Box) -> bool:
        """Whether this box lies wholly inside the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top


Line = tuple[tuple[float, float], tuple[float, float]]


def label_points(
    figure: Figure, axes: Axes, points: Sequence[tuple[float, float, str]], *, lines: Sequence[Line] = ()
) -> list[str]:
    """Write names beside `points` (x, y, name), in order of importance; the names that found room.

    Names keep clear of points, of each other and of straight `lines` (start and end in data). The axes must have
    their final limits.
    """
    dpi = figure.dpi
    places = [tuple(axes.transData.transform((x, y)) / dpi) for x, y, _ in points]
    frame = axes.get_position()
    width, height = figure.get_size_inches()
    inside = _Box(frame.x0 * width, frame.y0 * height, frame.x1 * width, frame.y1 * height)
    taken = [_Box(x - CLEAR_IN, y - CLEAR_IN, x + CLEAR_IN, y + CLEAR_IN) for x, y in places]
    taken += [box for line in lines for box in _along(axes, line, dpi)]
    named = []
    for (x, y), (_, _, name) in zip(places, points, strict=True):
        own = _Box(x - CLEAR_IN, y - CLEAR_IN, x + CLEAR_IN, y + CLEAR_IN)
        free = (box for box in _sites(x, y, name)
                if box.within(inside) and not any(box.meets(other) for other in taken if other != own))  # fmt: skip
        if site := next(free, None):
            taken.append(site)
            named.append(name)
            _write(figure, name, site)
    return named


def _along(axes: Axes, line: Line, dpi: float) -> list[_Box]:
    """Small boxes along a line that is straight on the page."""
    start, end = (axes.transData.transform(point) / dpi for point in line)
    spots = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
    return [_Box(x - HAIR_IN, y - HAIR_IN, x + HAIR_IN, y + HAIR_IN) for x, y in spots]


def _sites(x: float, y: float, name: str) -> list[_Box]:
    """Where a name may stand: right, left, above, below, and the four corners."""
    wide, half = width_in(name, size=SMALLEST_PT), HEIGHT_IN / 2
    right, left, centre = x + CLEAR_IN, x - CLEAR_IN - wide, x - wide / 2
    above, below = y + CLEAR_IN, y - CLEAR_IN - HEIGHT_IN
    beside = [(right, y - half), (left, y - half), (centre, above), (centre, below)]
    askew = [(side, low) for low in (y, y - HEIGHT_IN) for side in (right, left)]
    corners = [*beside, *askew, (right - CLEAR_IN, below), (left + CLEAR_IN, above)]
    return [_Box(start, low, start + wide, low + HEIGHT_IN) for start, low in corners]


def _write(figure: Figure, name: str, site: _Box) -> None:
    width, height = figure.get_size_inches()
    figure.text(site.left / width, (site.bottom + site.top) / 2 / height, name, size=SMALLEST_PT, va="center")
