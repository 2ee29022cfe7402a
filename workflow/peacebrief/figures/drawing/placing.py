"""Where words may stand: never on other words, and on as little of what is drawn as can be.

`Ground` weighs what words on a map would hide. `label_points` sets names beside points without overlap: a name that
finds no room is left out, and the data file still has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from peacebrief.figures.drawing.style import SMALLEST_PT
from peacebrief.figures.drawing.wrapping import width_in

Spots = NDArray[np.float64]

COVERED = 1.0  # what hiding one spot of a line costs, against an inch of distance from the place named
DOT_IN = 0.04  # half the width of a dot
SPOT_IN = 0.03  # lines are looked at in steps of this length

CLEAR_IN = 0.06
HEIGHT_IN = 0.15
HAIR_IN = 0.02
STEPS = 80  # boxes along a line, close enough that no name slips between


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the page, in inches from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two boxes share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def within(self, other: Box) -> bool:
        """Whether this box lies wholly inside the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top


@dataclass(slots=True)
class Ground:
    """What is on the page: `frame` is the room there is, `taken` may not be touched, `spots` (n, 2) are lines."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    spots: Spots = field(default_factory=lambda: np.empty((0, 2)))

    def is_free(self, box: Box) -> bool:
        """Whether words may stand in `box` at all."""
        return box.within(self.frame) and not any(box.meets(other) for other in self.taken)

    def cost(self, box: Box) -> float | None:
        """What `box` would hide; None where words may not stand at all."""
        return COVERED * int(inside(box, self.spots).sum()) if self.is_free(box) else None

    def add_line(self, start: Sequence[float], end: Sequence[float], *, wide: float = 0.0) -> None:
        """Remember a straight line, `wide` inches across, as something words should not hide."""
        first, last = (np.asarray(point, dtype=float) for point in (start, end))
        ahead = (last - first) / max(float(np.hypot(*(last - first))), SPOT_IN)
        aside = wide / 2 * np.array([-ahead[1], ahead[0]])
        shifts = [-aside, aside] if wide > SPOT_IN else [np.zeros(2)]
        self.spots = np.concatenate([self.spots, *(along(first + shift, last + shift) for shift in shifts)])

    def add_dot(self, middle: Sequence[float]) -> None:
        """Remember a dot that words may not touch."""
        x, y = middle
        self.taken.append(Box(x - DOT_IN, y - DOT_IN, x + DOT_IN, y + DOT_IN))

    def place(self, sites: Iterable[tuple[Box, float]], *, most: float = inf) -> tuple[float, Box] | None:
        """The cheapest of `sites` (box and own cost) with its cost, now taken; None where all hide more than `most`."""
        priced = [(cost + own, number, box) for number, (box, own) in enumerate(sites)
                  if (cost := self.cost(box)) is not None and cost <= most]  # fmt: skip
        if not priced:
            return None
        cost, _, best = min(priced, key=lambda site: site[:2])
        self.taken.append(best)
        return cost, best


def inside(box: Box, spots: Spots) -> NDArray[np.bool_]:
    """Which of the spots lie in the box."""
    across = (spots[:, 0] > box.left) & (spots[:, 0] < box.right)
    return across & (spots[:, 1] > box.bottom) & (spots[:, 1] < box.top)


def along(start: Sequence[float], end: Sequence[float]) -> Spots:
    """Spots on a straight line, close enough that no word slips between."""
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    steps = np.linspace(0, 1, int(length / SPOT_IN) + 2)[:, None]
    first, last = (np.asarray(point, dtype=float) for point in (start, end))
    return np.asarray(first + steps * (last - first))


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
    inside = Box(frame.x0 * width, frame.y0 * height, frame.x1 * width, frame.y1 * height)
    taken = [Box(x - CLEAR_IN, y - CLEAR_IN, x + CLEAR_IN, y + CLEAR_IN) for x, y in places]
    taken += [box for line in lines for box in _along(axes, line, dpi)]
    named = []
    for (x, y), (_, _, name) in zip(places, points, strict=True):
        own = Box(x - CLEAR_IN, y - CLEAR_IN, x + CLEAR_IN, y + CLEAR_IN)
        free = (box for box in _sites(x, y, name)
                if box.within(inside) and not any(box.meets(other) for other in taken if other != own))  # fmt: skip
        if site := next(free, None):
            taken.append(site)
            named.append(name)
            _write(figure, name, site)
    return named


def _along(axes: Axes, line: Line, dpi: float) -> list[Box]:
    """Small boxes along a line that is straight on the page."""
    start, end = (axes.transData.transform(point) / dpi for point in line)
    spots = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
    return [Box(x - HAIR_IN, y - HAIR_IN, x + HAIR_IN, y + HAIR_IN) for x, y in spots]


def _sites(x: float, y: float, name: str) -> list[Box]:
    """Where a name may stand: right, left, above, below, and the four corners."""
    wide, half = width_in(name, size=SMALLEST_PT), HEIGHT_IN / 2
    right, left, centre = x + CLEAR_IN, x - CLEAR_IN - wide, x - wide / 2
    above, below = y + CLEAR_IN, y - CLEAR_IN - HEIGHT_IN
    beside = [(right, y - half), (left, y - half), (centre, above), (centre, below)]
    askew = [(side, low) for low in (y, y - HEIGHT_IN) for side in (right, left)]
    corners = [*beside, *askew, (right - CLEAR_IN, below), (left + CLEAR_IN, above)]
    return [Box(start, low, start + wide, low + HEIGHT_IN) for start, low in corners]


def _write(figure: Figure, name: str, site: Box) -> None:
    width, height = figure.get_size_inches()
    figure.text(site.left / width, (site.bottom + site.top) / 2 / height, name, size=SMALLEST_PT, va="center")
