"""Where supplies cross: flow as width, use of capacity as colour, breaks of gauge, the line of contact.

The words on the map name sectors, corridors with what they carry, the line of contact, and countries.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import Ground
from peacebrief.figures.drawing.wrapping import broken
from peacebrief.figures.maps.flows import KEY_IN, SECTOR, draw_flows, draw_ground, draw_key, draw_line, flows_in_view
from peacebrief.figures.maps.lettering import Label, name_areas, name_places, on_page, point_out
from peacebrief.figures.maps.view import View, view_of
from peacebrief.figures.registry import Caption
from peacebrief.geography import outlines
from peacebrief.telling.figures.logistics.crossings import corridors_used, crossings_used, enters
from peacebrief.telling.figures.logistics.supply_map import (
    LAND,
    caption,
    corridor_lines,
    line_day,
    pointed_out,
    short_name,
)
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import phrase
from peacebrief.telling.saying.voice import Say

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {
    "from_lat": "degrees_north",
    "from_lon": "degrees_east",
    "to_lat": "degrees_north",
    "to_lon": "degrees_east",
    "tonnes": "tonnes_a_day",
    "use": "share_of_capacity",
    "gauge_break": "one_for_yes",
    "enters_theatre": "one_for_yes",
}
MOST_HIGH_MM = 150

COLUMNS = [
    "kind",
    "id",
    "name",
    "from_lat",
    "from_lon",
    "to_lat",
    "to_lon",
    "tonnes",
    "use",
    "gauge_break",
    "enters_theatre",
]


def describe(known: Known, say: Say) -> Caption:
    """The finding: which corridor carries most, and whether any crossing is full."""
    view = view_of(known)
    return Caption.of(caption(known, outlined=any(view.rings(country) for country in outlines())), say)


def data(known: Known, say: Say) -> pd.DataFrame:
    """One row per mark: land links with flow, corridors in use, the fullest crossing, sectors, points of the line."""
    return pd.DataFrame([*_flow_rows(known, say), *_place_rows(known, say)], columns=COLUMNS)


def _flow_rows(known: Known, say: Say) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "kind": "link",
            "id": link["link"],
            "name": link["corridor"],
            **{part: cell(link, part) for part in COLUMNS[3:]},
        }
        for link in known.tables["flows"]
        if link["mode"] in LAND
    ]
    carrying: list[tuple[object, ...]] = []
    carrying += [("corridor", one.id, one.label, one.tonnes, one.use) for one in corridors_used(known)]
    for one in crossings_used(known)[:1]:
        name = say(phrase("figures_logistics.map_crossing_by_mode", crossing=one.name, mode=one.mode))
        carrying += [("fullest", one.id, name, one.tonnes, one.use),
                     ("all modes there", one.id, one.name, None, one.together)]  # fmt: skip
    return [*rows, *(dict(zip(("kind", "id", "name", "tonnes", "use"), one, strict=True)) for one in carrying)]


def _place_rows(known: Known, say: Say) -> list[dict[str, object]]:
    nodes, illustrative = _nodes(known), say(phrase("figures_logistics.map_illustrative"))
    sectors = [("sector", row["id"], row["name"], node["lat"], node["lon"])
               for row in known.tables.get("sectors", ()) if (node := nodes.get(str(row["node"])))]  # fmt: skip
    line = [("line", row["id"], illustrative, cell(row, "lat"), cell(row, "lon"))
            for row in known.tables.get("illustrative_line", ())]  # fmt: skip
    columns = ("kind", "id", "name", "from_lat", "from_lon")
    return [dict(zip(columns, place, strict=True)) for place in (*sectors, *line)]


def _nodes(known: Known) -> dict[str, Record]:
    return {str(row["id"]): row for row in known.tables["network_nodes"]}


@style.styled
def draw(known: Known, say: Say) -> Figure:
    """Outlines beneath, links above them, the key in a strip on top."""
    view = view_of(known)
    high, wide = view.frame.top - view.frame.bottom, view.frame.right - view.frame.left
    height = style.WIDTH_IN * high / wide
    figure = style.new_figure(KEY_IN + height)
    draw_key(figure, say, most=max((flow.tonnes for flow in flows_in_view(view, known)), default=1.0))
    axes = style.panel(figure, left=0, top=KEY_IN, width=style.WIDTH_IN, height=height)
    axes.set(xlim=(view.frame.left, view.frame.right), ylim=(view.frame.bottom, view.frame.top), xticks=[], yticks=[])
    for side in axes.spines.values():
        side.set(visible=True, color=style.FAINT)
    ground = draw_ground(axes, view)
    draw_flows(axes, ground, view, known)
    draw_line(axes, ground, view, known)
    draw_labels(axes, ground, view, known, say)
    return figure


def draw_labels(axes: Axes, ground: Ground, view: View, known: Known, say: Say) -> None:
    """Sectors with their names, corridors with what they carry, the line, and countries where there is room left."""
    places = {short_name(row): view.place(float(node["lon"]), float(node["lat"])) for row, node in _sectors(known)}
    for place in places.values():
        axes.plot(*place, zorder=7, **SECTOR)
        ground.add_dot(on_page(axes, *place))
    name_places(axes, ground, [Label(x=x, y=y, words=name) for name, (x, y) in places.items()])
    middle = _middle(view, known)
    point_out(axes, ground, [*_corridors(view, known, say, middle), *_line(view, known, say, middle)])
    in_view = [(country.name, rings) for country in outlines() if (rings := view.rings(country))]
    name_areas(axes, ground, in_view)


def _sectors(known: Known) -> list[tuple[Record, Record]]:
    """Each sector with the node it is supplied through."""
    nodes = _nodes(known)
    return [(row, nodes[str(row["node"])]) for row in known.tables.get("sectors", ()) if str(row["node"]) in nodes]


def _middle(view: View, known: Known) -> tuple[float, float]:
    """The middle of the sectors, from which labels keep away; the middle of the view where there are none."""
    places = [view.place(float(node["lon"]), float(node["lat"])) for _, node in _sectors(known)]
    if not places:
        return (view.frame.left + view.frame.right) / 2, (view.frame.bottom + view.frame.top) / 2
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _corridors(view: View, known: Known, say: Say, middle: tuple[float, float]) -> list[Label]:
    """A label for each corridor in use, at the crossing that carries most, to stand outside the theatre.

    The corridor of the fullest crossing is pointed out there instead, and names it.
    """
    labels = []
    for corridor in corridors_used(known):
        own = [link for link in known.tables["flows"] if enters(link) and link["corridor"] == corridor.id]
        # A mean of several crossings might lie beside all of them.
        first = max(own, key=lambda link: (cell(link, "tonnes") or 0.0, str(link["link"])))
        for crossing in pointed_out(known, corridor):
            first = crossing.link
        words = "\n".join(say(line) for line in corridor_lines(known, corridor))
        x, y = view.place(float(first["to_lon"]), float(first["to_lat"]))
        labels.append(Label(x=x, y=y, words=words, away=(x - middle[0], y - middle[1]), weight=style.SEMIBOLD))
    return labels


def _line(view: View, known: Known, say: Say, middle: tuple[float, float]) -> list[Label]:
    rows = list(known.tables.get("illustrative_line", ()))
    if not rows:
        return []
    half = rows[len(rows) // 2]
    x, y = view.place(float(half["lon"]), float(half["lat"]))
    words = broken(say(phrase("figures_logistics.map_line", day=line_day(known))))
    return [Label(x=x, y=y, words=words, away=(x - middle[0], y - middle[1]))]
