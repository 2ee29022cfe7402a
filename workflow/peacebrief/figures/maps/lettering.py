"""The lettering of a map: what a label is, how large it gets, and where it stands.

A name stands beside its place; a label with more to say stands apart and points at its place; the name of a country
stands inside its own, where there is most room.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import Any, cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.path import Path

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import SPOT_IN, Box, Ground, Spots, along, inside
from peacebrief.figures.drawing.wrapping import width_in
from peacebrief.geography.outlines import Ring

LINE_IN = style.SMALLEST_PT * style.LINE_HEIGHT / 72
PAD_IN = 0.03
# A pale ground keeps words legible where they must stand on a line or an outline.
GROUND: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.8}

GRID_IN = 0.12
ENOUGH_IN, CLOSE = 0.6, 8.0  # a name stays this far from the border of its area, or pays so much for each inch less
MOST_HIDDEN = 8.0  # spots of lines: a name is left out rather than written over more


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


BESIDE_IN = 0.07
NEAREST_IN, FARTHEST_IN, STEP_IN = 0.35, 2.2, 0.15
TURNS = [0, *(side * step * pi / 12 for step in range(1, 9) for side in (1, -1))]
TURNED = 2.0  # what a radian away from the best direction costs, against an inch of distance
LEFT_OUT = 1000.0  # what a label that finds no room costs a round
FAR = 12.0  # what an inch of distance costs, against hiding one spot of a line

Places = dict[Label, tuple[float, float]]
Sites = dict[Label, list[tuple[Box, float]]]


def name_places(axes: Axes, ground: Ground, labels: list[Label]) -> list[str]:
    """Write each label beside its place, the most important first; the words that found room."""
    named = []
    for label in labels:
        x, y = on_page(axes, label.x, label.y)
        wide, high = size_of(label)
        sides = [(x + BESIDE_IN, y - high / 2), (x - BESIDE_IN - wide, y - high / 2), (x - wide / 2, y + BESIDE_IN),
                 (x - wide / 2, y - BESIDE_IN - high), (x + BESIDE_IN / 2, y + BESIDE_IN / 2),
                 (x + BESIDE_IN / 2, y - BESIDE_IN / 2 - high), (x - BESIDE_IN / 2 - wide, y + BESIDE_IN / 2),
                 (x - BESIDE_IN / 2 - wide, y - BESIDE_IN / 2 - high)]  # fmt: skip
        sites = [(Box(left, low, left + wide, low + high), 0.1 * number) for number, (left, low) in enumerate(sides)]
        if placed := ground.place(sites):
            write(axes, label, placed[1])
            named.append(label.words)
    return named


def point_out(axes: Axes, ground: Ground, labels: list[Label]) -> list[str]:
    """Write each label at some distance from its place, joined to it by a thin line; the words that found room.

    The labels are placed in turn around the map, from each of them in either direction, and the best round is kept.
    """
    places = {label: on_page(axes, label.x, label.y) for label in labels}
    sites = {label: _around(*places[label], label) for label in labels}
    circle = sorted(labels, key=lambda label: (atan2(label.away[1], label.away[0]), label.words))
    rounds = [circle[start:] + circle[:start] for start in range(len(circle))]
    tried = [_placed(ground, order, places, sites) for order in (*rounds, *(order[::-1] for order in rounds))]
    best = min(tried, key=lambda attempt: attempt[0], default=(0.0, {}))[1]
    for label, site in best.items():
        start, end = places[label], _nearest(site, *places[label])
        axes.plot(*zip(in_data(axes, *start), in_data(axes, *end), strict=True), color=style.INK, lw=0.6, zorder=6)
        ground.taken.append(site)
        ground.add_line(start, end)
        write(axes, label, site)
    return [label.words for label in labels if label in best]


def _placed(ground: Ground, order: list[Label], places: Places, sites: Sites) -> tuple[float, dict[Label, Box]]:
    """Labels placed in this order: what that costs, and the box of each that found room."""
    own = Ground(ground.frame, [*ground.taken], ground.spots)
    total, leaders, found = 0.0, np.empty((0, 2)), dict[Label, Box]()
    for label in order:
        place = places[label]
        free = ((box, cost) for box, cost in sites[label] if own.is_free(box))  # most are not, and lines take longer
        priced = own.place((box, cost) for box, cost in free if _clear(place, box, own.taken, leaders))
        if priced is None:
            total += LEFT_OUT
            continue
        total += priced[0]
        found[label] = priced[1]
        leaders = np.concatenate([leaders, along(place, _nearest(priced[1], *place))])
    return total, found


def _around(x: float, y: float, label: Label) -> list[tuple[Box, float]]:
    """Sites at growing distance, in directions turned more and more from the one wished for."""
    wide, high = size_of(label)
    heading = atan2(label.away[1], label.away[0])
    sites = []
    for far in np.arange(NEAREST_IN, FARTHEST_IN, STEP_IN):
        for turn in TURNS:
            across, upward = cos(heading + turn), sin(heading + turn)
            middle_x = x + across * (far + wide / 2)
            middle_y = y + upward * (far + high / 2)
            box = Box(middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2)
            sites.append((box, FAR * float(far) + TURNED * abs(turn)))
    return sites


def _nearest(box: Box, x: float, y: float) -> tuple[float, float]:
    return min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)


def _clear(place: tuple[float, float], box: Box, taken: list[Box], leaders: Spots) -> bool:
    """Whether the line from the place to the box runs over no words, no marks of others and no other such line."""
    spots = along(place, _nearest(box, *place))
    far = spots[np.hypot(*(spots - place).T) > NEAREST_IN / 2]
    if inside(box, leaders).any() or any(inside(other, far).any() for other in taken):
        return False
    return not len(leaders) or bool(np.hypot(*(far[:, None] - leaders).T).min(initial=1.0) > SPOT_IN)


def name_areas(axes: Axes, ground: Ground, areas: list[tuple[str, list[Ring]]]) -> list[str]:
    """Write names of areas (rings in the units of the axes) inside them, where there is most room; those written."""
    named = []
    for name, rings in areas:
        label = Label(x=0, y=0, words=name, colour=style.MUTED)
        corners = [axes.transData.transform(ring) / figure_of(axes).dpi for ring in rings]
        if placed := ground.place(_sites_within(corners, ground.frame, *size_of(label)), most=MOST_HIDDEN):
            write(axes, label, placed[1], padded=False)
            named.append(name)
    return named


def _sites_within(rings: list[Ring], frame: Box, wide: float, high: float) -> list[tuple[Box, float]]:
    """Boxes that lie in an area given by its rings on the page, the cheaper the farther from its border."""
    area = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
    across, upward = np.arange(frame.left, frame.right, GRID_IN), np.arange(frame.bottom, frame.top, GRID_IN)
    spots = np.stack(np.meshgrid(across, upward), axis=-1).reshape(-1, 2)
    for side in (0, -wide / 2, wide / 2):
        spots = spots[area.contains_points(spots + np.array([side, 0]))]
    border = np.concatenate(rings)
    sites = []
    for x, y in spots:
        box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        edge = min(x - frame.left, frame.right - x, y - frame.bottom, frame.top - y)
        room = min(edge, float(np.hypot(*(border - (x, y)).T).min()), ENOUGH_IN)
        sites.append((box, CLOSE * (ENOUGH_IN - room)))
    return sites
