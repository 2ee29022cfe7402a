"""What goes where on a map of supply, and how it is drawn: width by tonnes, colour by the use of the fullest mode.

The layers, from below: outlines, links with their flow, the line of contact. The key is a strip of two lines above
the map: words beside the mark itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import Ground
from peacebrief.figures.maps.lettering import ground_of, on_page
from peacebrief.figures.maps.view import View
from peacebrief.geography import clipped_segment, outlines
from peacebrief.reasoning.digits import rounded
from peacebrief.telling.figures.logistics.crossings import LEAST_TONNES, carries, enters, share_used
from peacebrief.telling.figures.logistics.supply_map import LAND
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Phrase, phrase
from peacebrief.telling.saying.voice import Say

# Light to dark, so that the order holds without colour; the fullest class also has a white line along its middle.
CLASSES_OF_USE = (
    (0.5, style.LIGHT_BLUE),
    (0.9, style.BLUE),
    (float("inf"), style.NAVY),
)
WIDEST_PT, NARROWEST_PT = 7.0, 1.2
MIDDLE: dict[str, Any] = {"color": "white", "lw": 0.8}
THIN: dict[str, Any] = {"color": style.STONE, "lw": 0.6}
BREAK: dict[str, Any] = {"marker": "D", "ms": 4.0, "mfc": "white", "mec": style.VERMILION, "mew": 1.2, "ls": "none"}
CONTACT: dict[str, Any] = {"color": style.INK, "lw": 1.6, "ls": (0, (1, 1.2))}
SECTOR: dict[str, Any] = {"marker": "o", "ms": 5.0, "mfc": style.ORANGE, "mec": style.INK, "mew": 0.8, "ls": "none"}

LAND_FILL, THEATRE_FILL, BORDER = style.LAND, style.PALE, style.FAINT
ARROW_SHARE = 0.04  # of the width of the map: how long the arrow of an arrival is
ARROW: dict[str, Any] = {"arrowstyle": "-|>", "color": style.BLUE, "lw": 1.6, "shrinkA": 0, "shrinkB": 2}
EDGE_KM = 30.0  # outlines are cut this far beyond the frame, so that the cut is not seen

KEY_IN, ROW_IN, SAMPLE_IN, GAP_IN = 0.44, 0.19, 0.28, 0.06
USES, WIDTHS = (1.5, 2.62, 3.78), (1.5, 2.62)


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes between two places by all modes; `use` is the share used of the one that is fullest.

    Idle room on the road beside a full railway would hide that no more can go by rail.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    tonnes: float
    use: float
    gauge_break: bool
    enters: bool

    @property
    def carries(self) -> bool:
        """Whether anything worth a digit goes there."""
        return self.tonnes >= LEAST_TONNES


def flows_in_view(view: View, known: Known) -> list[Flow]:
    """Land links between the same two places taken together, those with some part in view, small flows first."""
    together: dict[frozenset[str], list[Record]] = defaultdict(list)
    for link in known.tables["flows"]:
        if link["mode"] in LAND:
            together[frozenset((str(link["from_node"]), str(link["to_node"])))].append(link)
    flows = [_joined(view, links) for links in together.values()]
    seen = [flow for flow in flows if clipped_segment(flow.start, flow.end, view.frame)]
    return sorted(seen, key=lambda flow: (flow.tonnes, flow.start, flow.end))


def _joined(view: View, links: list[Record]) -> Flow:
    first = links[0]
    start, end = (view.place(float(first[f"{side}_lon"]), float(first[f"{side}_lat"])) for side in ("from", "to"))
    return Flow(
        start=start,
        end=end,
        tonnes=sum(cell(link, "tonnes") or 0.0 for link in links),
        use=max((share_used(link) for link in links if carries(link)), default=0.0),
        gauge_break=any(cell(link, "gauge_break") for link in links),
        enters=any(enters(link) for link in links),
    )


def width_pt(tonnes: float, most: float) -> float:
    """How wide a flow is drawn, in points: in proportion, but never too thin to see."""
    return max(NARROWEST_PT, WIDEST_PT * tonnes / max(most, LEAST_TONNES))


def colour_of(use: float) -> str:
    """The colour of the class that a share of capacity falls into."""
    return next(colour for limit, colour in CLASSES_OF_USE if use < limit)


def middle_shown(colour: str) -> bool:
    """Whether a line of this colour has a white line along its middle: the fullest class has."""
    return colour == CLASSES_OF_USE[-1][1]


def draw_ground(axes: Axes, view: View) -> Ground:
    """Outlines in quiet grey, the theatre darker; the ground on which words will find their places."""
    for country in outlines():
        if rings := view.rings(country, EDGE_KM):
            own = country is view.theatre
            fill, width, order = (THEATRE_FILL, 1.1, 1.5) if own else (LAND_FILL, 0.6, 1.0)
            path = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
            axes.add_patch(PathPatch(path, facecolor=fill, edgecolor=BORDER, lw=width, zorder=order))
    return ground_of(axes)


def draw_flows(axes: Axes, ground: Ground, view: View, known: Known) -> None:
    """Every land link as a thin line; those in use wide by tonnes, coloured by use; breaks of gauge on top."""
    flows = flows_in_view(view, known)
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
    _draw_arrivals(axes, ground, view, known)


def _draw_arrivals(axes: Axes, ground: Ground, view: View, known: Known) -> None:
    """A short arrow where supplies enter by sea or air: their way there is longer than any map of the theatre."""
    for link in known.tables["flows"]:
        if link["mode"] in LAND or not enters(link) or not carries(link):
            continue
        start, end = (view.place(float(link[f"{side}_lon"]), float(link[f"{side}_lat"])) for side in ("from", "to"))
        length = ARROW_SHARE * (view.frame.right - view.frame.left)
        share = min(1.0, length / max(1.0, hypot(end[0] - start[0], end[1] - start[1])))
        tail = (end[0] + share * (start[0] - end[0]), end[1] + share * (start[1] - end[1]))
        axes.annotate("", end, tail, arrowprops=ARROW, zorder=3.5)
        ground.add_line(on_page(axes, *tail), on_page(axes, *end))


def draw_line(axes: Axes, ground: Ground, view: View, known: Known) -> None:
    """The line of contact, where the case draws one."""
    rows = known.tables.get("illustrative_line", ())
    points = [view.place(float(row["lon"]), float(row["lat"])) for row in rows]
    if points:
        axes.plot(*zip(*points, strict=True), zorder=5, **CONTACT)
    for start, end in pairwise(points):
        ground.add_line(on_page(axes, *start), on_page(axes, *end))


def draw_key(figure: Figure, say: Say, *, most: float) -> None:
    """Explain widths (up to `most` tonnes a day), colours, breaks of gauge and sectors."""
    key = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=KEY_IN)
    key.set_axis_off()
    key.set(xlim=(0, style.WIDTH_IN), ylim=(KEY_IN, 0))
    first, second = ROW_IN / 2, 1.5 * ROW_IN
    key.text(0, first, say(phrase("figures_logistics.map_key_use")), size=style.SMALLEST_PT, va="center")
    for left, (_, colour), words in zip(USES, CLASSES_OF_USE, _classes(), strict=True):
        key.plot([left, left + SAMPLE_IN], [first] * 2, color=colour, lw=4.5)
        if middle_shown(colour):
            key.plot([left, left + SAMPLE_IN], [first] * 2, **MIDDLE)
        _words(key, left, first, say(words))
    key.text(0, second, say(phrase("figures_logistics.map_key_tonnes")), size=style.SMALLEST_PT, va="center")
    for left, tonnes in zip(WIDTHS, (rounded(most, 1), rounded(most / 4, 1)), strict=True):
        key.plot([left, left + SAMPLE_IN], [second] * 2, color=CLASSES_OF_USE[1][1], lw=width_pt(tonnes, most))
        _words(key, left, second, significant(tonnes))
    key.plot([3.78, 3.78 + SAMPLE_IN], [second] * 2, **THIN)
    _words(key, 3.78, second, say(phrase("figures_logistics.map_key_no_flow")))
    key.plot([5.16], [first], **BREAK)
    _words(key, 5.0, first, say(phrase("figures_logistics.map_key_gauge")))
    key.plot([5.16], [second], **SECTOR)
    _words(key, 5.0, second, say(phrase("figures_logistics.map_key_sector")))


def _classes() -> list[Phrase]:
    """What the classes of use are called, the emptiest first."""
    limit = percent(CLASSES_OF_USE[1][0])
    return [
        phrase("figures_logistics.map_key_use_low"),
        phrase("figures_logistics.map_key_use_middle", limit=limit),
        phrase("figures_logistics.map_key_use_high", limit=limit),
    ]


def _words(key: Axes, left: float, row: float, words: str) -> None:
    key.text(left + SAMPLE_IN + GAP_IN, row, words, size=style.SMALLEST_PT, va="center")
