"""Areas and lines cut to a rectangle, so that a picture holds nothing that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from peacebrief.geography.outlines import Ring

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle by its sides."""

    left: float
    bottom: float
    right: float
    top: float

    def widened(self, margin: float) -> Rectangle:
        """The rectangle with `margin` more on each side."""
        return Rectangle(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)

    def holds(self, x: float, y: float) -> bool:
        """Whether the place lies in the rectangle, its sides included."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def clipped_ring(ring: Ring, frame: Rectangle) -> Ring:
    """The part of a closed ring inside `frame`, closed along its sides; empty where nothing is left.

    Cut side by side (Sutherland and Hodgman 1974).
    """
    for axis, side, sign in ((0, frame.left, 1), (0, frame.right, -1), (1, frame.bottom, 1), (1, frame.top, -1)):
        ring = _kept(ring, axis=axis, side=side, sign=sign)
    return ring


def clipped_segment(start: Point, end: Point, frame: Rectangle) -> tuple[Point, Point] | None:
    """The part of a straight line inside `frame`; None where it passes by (Liang and Barsky 1984)."""
    (x, y), across, upward = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in ((-across, x - frame.left), (across, frame.right - x),
                       (-upward, y - frame.bottom), (upward, frame.top - y)):  # fmt: skip
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (x + first * across, y + first * upward), (x + last * across, y + last * upward)


def _kept(ring: Ring, *, axis: int, side: float, sign: int) -> Ring:
    if not len(ring):
        return ring
    points = []
    for here, there in pairwise(ring):
        inside, stays = sign * (here[axis] - side) >= 0, sign * (there[axis] - side) >= 0
        if inside:
            points.append(here)
        if inside != stays:
            points.append(here + (side - here[axis]) / (there[axis] - here[axis]) * (there - here))
    return np.array([*points, points[0]]) if points else np.empty((0, 2))
