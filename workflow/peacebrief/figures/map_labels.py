"""Where words stand on a map: a name beside its place, and a label that stands apart and points at its place."""

from __future__ import annotations

from math import atan2, cos, pi, sin

import numpy as np
from matplotlib.axes import Axes

from peacebrief.figures import style
from peacebrief.figures.map_words import Label, in_data, on_page, size_of, write
from peacebrief.figures.placing import SPOT_IN, Box, Ground, Spots, along, inside

BESIDE_IN = 0.07
NEAREST_IN, FARTHEST_IN, STEP_IN = 0.35, 2.2, 0.15
TURNS = [0, *(side * step * pi / 12 for step in range(1, 9) for side in (1, -1))]
TURNED = 2.0  # what a radian away from the best direction costs, against an inch of distance
LEFT_OUT = 1000.0  # what a label that finds no room costs a round
FAR = 12.0  # what an inch of distance costs, against hiding one spot of a line

Places = dict[Label, tuple[float, float]]


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
    circle = sorted(labels, key=lambda label: (atan2(label.away[1], label.away[0]), label.words))
    rounds = [circle[start:] + circle[:start] for start in range(len(circle))]
    tried = [_placed(ground, order, places) for order in (*rounds, *(order[::-1] for order in rounds))]
    best = min(tried, key=lambda attempt: attempt[0], default=(0.0, {}))[1]
    for label, site in best.items():
        start, end = places[label], _nearest(site, *places[label])
        axes.plot(*zip(in_data(axes, *start), in_data(axes, *end), strict=True), color=style.INK, lw=0.6, zorder=6)
        ground.taken.append(site)
        ground.add_line(start, end)
        write(axes, label, site)
    return [label.words for label in labels if label in best]


def _placed(ground: Ground, order: list[Label], places: Places) -> tuple[float, dict[Label, Box]]:
    """Labels placed in this order: what that costs, and the box of each that found room."""
    own = Ground(ground.frame, [*ground.taken], ground.spots)
    total, leaders, found = 0.0, np.empty((0, 2)), dict[Label, Box]()
    for label in order:
        place = places[label]
        sites = ((box, cost) for box, cost in _around(*place, label) if _clear(place, box, own.taken, leaders))
        priced = own.place(sites)
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
