"""The layers of the supply map: outlines, links with their flow, the line of contact."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from peacebrief.figures import style
from peacebrief.figures.map_words import ground_of, on_page
from peacebrief.figures.placing import Ground
from peacebrief.figures.registry import Tables
from peacebrief.figures.supply_map_crossings import carries, enters
from peacebrief.figures.supply_map_flows import (
    BREAK,
    CONTACT,
    MIDDLE,
    THIN,
    colour_of,
    flows_in_view,
    middle_shown,
    width_pt,
)
from peacebrief.figures.supply_map_view import LAND, View
from peacebrief.geography import outlines

LAND_FILL, THEATRE_FILL, BORDER = style.LAND, style.PALE, style.FAINT
ARROW_SHARE = 0.04  # of the width of the map: how long the arrow of an arrival is
ARROW: dict[str, Any] = {"arrowstyle": "-|>", "color": style.BLUE, "lw": 1.6, "shrinkA": 0, "shrinkB": 2}
EDGE_KM = 30.0  # outlines are cut this far beyond the frame, so that the cut is not seen


def draw_ground(axes: Axes, view: View) -> Ground:
    """Outlines in quiet grey, the theatre darker; the ground on which words will find their places."""
    for country in outlines():
        if rings := view.rings(country, EDGE_KM):
            own = country is view.theatre
            fill, width, order = (THEATRE_FILL, 1.1, 1.5) if own else (LAND_FILL, 0.6, 1.0)
            path = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
            axes.add_patch(PathPatch(path, facecolor=fill, edgecolor=BORDER, lw=width, zorder=order))
    return ground_of(axes)


def draw_flows(axes: Axes, ground: Ground, view: View, tables: Tables) -> None:
    """Every land link as a thin line; those in use wide by tonnes, coloured by use; breaks of gauge on top."""
    flows = flows_in_view(view, tables)
    most = max((flow.tonnes for flow in flows), default=1.0)
    for flow in flows:
        ends = list(zip(flow.start, flow.end, strict=True))
        if not flow.carries:
            axes.plot(*ends, zorder=2, **THIN)
            continue
        colour, width = colour_of(flow.use), width_pt(flow.tonnes, most)
        axes.plot(*ends, color=colour, lw=width, solid_capstyle="round", zorder=3)
        if middle_shown(colour):
            axes.plot(*ends, zorder=3.1, **MIDDLE)
        ground.add_line(on_page(axes, *flow.start), on_page(axes, *flow.end), wide=width / 72)
    for flow in flows:
        if flow.gauge_break:
            middle = [(start + end) / 2 for start, end in zip(flow.start, flow.end, strict=True)]
            axes.plot(*middle, zorder=4, **BREAK)
            ground.add_dot(on_page(axes, *middle))
    _draw_arrivals(axes, ground, view, tables)


def _draw_arrivals(axes: Axes, ground: Ground, view: View, tables: Tables) -> None:
    """A short arrow where supplies enter by sea or air: their way there is longer than any map of the theatre."""
    for link in tables["flows"]:
        if link["mode"] in LAND or not enters(link) or not carries(link):
            continue
        start, end = (view.place(float(link[f"{side}_lon"]), float(link[f"{side}_lat"])) for side in ("from", "to"))
        length = ARROW_SHARE * (view.frame.right - view.frame.left)
        share = min(1.0, length / max(1.0, hypot(end[0] - start[0], end[1] - start[1])))
        tail = (end[0] + share * (start[0] - end[0]), end[1] + share * (start[1] - end[1]))
        axes.annotate("", end, tail, arrowprops=ARROW, zorder=3.5)
        ground.add_line(on_page(axes, *tail), on_page(axes, *end))


def draw_line(axes: Axes, ground: Ground, view: View, tables: Tables) -> None:
    """The line of contact, where the case draws one."""
    rows = tables.get("illustrative_line", ())
    points = [view.place(float(row["lon"]), float(row["lat"])) for row in rows]
    if points:
        axes.plot(*zip(*points, strict=True), zorder=5, **CONTACT)
    for start, end in pairwise(points):
        ground.add_line(on_page(axes, *start), on_page(axes, *end))
