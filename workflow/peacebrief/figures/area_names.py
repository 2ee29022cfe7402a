"""Names of countries on a map, each inside its own, where there is most room."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from peacebrief.figures import style
from peacebrief.figures.map_words import Label, figure_of, size_of, write
from peacebrief.figures.placing import Box, Ground
from peacebrief.geography.topojson import Ring

GRID_IN = 0.12
ENOUGH_IN, CLOSE = 0.6, 8.0  # a name stays this far from the border of its area, or pays so much for each inch less
MOST_HIDDEN = 8.0  # spots of lines: a name is left out rather than written over more


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
