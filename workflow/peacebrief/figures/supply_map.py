"""Where supplies cross: flow as width, use of capacity as colour, breaks of gauge, the line of contact."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from peacebrief.figures import style
from peacebrief.figures.caption import Caption
from peacebrief.figures.reading import cell, source_line
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.supply_map_crossings import crossings_used
from peacebrief.figures.supply_map_drawing import draw_flows, draw_ground, draw_line
from peacebrief.figures.supply_map_flows import flows_in_view
from peacebrief.figures.supply_map_key import KEY_IN, draw_key
from peacebrief.figures.supply_map_labels import draw_labels
from peacebrief.figures.supply_map_view import LAND, view_of
from peacebrief.figures.supply_map_words import (
    beside,
    corridors_used,
    finding,
    line_date,
    sectors_named,
    sentences,
    subtitle,
)
from peacebrief.geography import outlines

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


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: which corridor carries most, and whether any crossing is full."""
    del facts
    frame = data({}, tables)
    links, line = frame[frame.kind == "link"], bool((frame.kind == "line").any())
    parts = [f"model of this brief, {int((links.tonnes > 0).sum())} of {len(links)} land links carry supplies"]
    parts.append("in labels all crossings of a corridor together")
    parts += [words for one in crossings_used(tables)[:1] if (words := beside(one))]
    view = view_of(tables)
    if any(view.rings(country) for country in outlines()):
        parts.append("outlines: Natural Earth, view of the United Nations")
    parts += [f"line of contact drawn by hand for {line_date(tables)}, illustrative"] if line else []
    return Caption(
        title=finding(tables),
        subtitle=subtitle(tables),
        source=source_line(tables, parts),
        alt=f"Map of supply routes. {' '.join(sentences(tables))} Sectors: {sectors_named(tables)}.",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per mark: land links with flow, corridors in use, the fullest crossing, sectors, points of the line."""
    del facts
    rows = [*_flow_rows(tables), *_place_rows(tables)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _flow_rows(tables: Tables) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "kind": "link",
            "id": link["link"],
            "name": link["corridor"],
            **{part: cell(link, part) for part in COLUMNS[3:]},
        }
        for link in tables["flows"]
        if link["mode"] in LAND
    ]
    carrying: list[tuple[object, ...]] = []
    carrying += [("corridor", one.id, one.label, one.tonnes, one.use) for one in corridors_used(tables)]
    for one in crossings_used(tables)[:1]:
        carrying += [("fullest", one.id, f"{one.name}, {one.mode}", one.tonnes, one.use),
                     ("all modes there", one.id, one.name, None, one.together)]  # fmt: skip
    return [*rows, *(dict(zip(("kind", "id", "name", "tonnes", "use"), one, strict=True)) for one in carrying)]


def _place_rows(tables: Tables) -> list[dict[str, object]]:
    nodes = {str(row["id"]): row for row in tables["network_nodes"]}
    sectors = [("sector", row["id"], row["name"], node["lat"], node["lon"])
               for row in tables.get("sectors", ()) if (node := nodes.get(str(row["node"])))]  # fmt: skip
    line = [("line", row["id"], "illustrative", cell(row, "lat"), cell(row, "lon"))
            for row in tables.get("illustrative_line", ())]  # fmt: skip
    columns = ("kind", "id", "name", "from_lat", "from_lon")
    return [dict(zip(columns, place, strict=True)) for place in (*sectors, *line)]


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Outlines beneath, links above them, the key in a strip on top."""
    del facts
    view = view_of(tables)
    high, wide = view.frame.top - view.frame.bottom, view.frame.right - view.frame.left
    height = style.WIDTH_IN * high / wide
    figure = style.new_figure(KEY_IN + height)
    draw_key(figure, most=max((flow.tonnes for flow in flows_in_view(view, tables)), default=1.0))
    axes = style.panel(figure, left=0, top=KEY_IN, width=style.WIDTH_IN, height=height)
    axes.set(xlim=(view.frame.left, view.frame.right), ylim=(view.frame.bottom, view.frame.top), xticks=[], yticks=[])
    for side in axes.spines.values():
        side.set(visible=True, color=style.FAINT)
    ground = draw_ground(axes, view)
    draw_flows(axes, ground, view, tables)
    draw_line(axes, ground, view, tables)
    draw_labels(axes, ground, view, tables)
    return figure
