"""Where supplies cross: flow as width, use of capacity as colour, breaks of gauge, the line of contact.

The finding is how much crosses where, and how near to its capacity each corridor runs. The words on the map name
sectors, corridors with what they carry, the line of contact, and countries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import Ground
from peacebrief.figures.logistics.supplied_force import force_in_words
from peacebrief.figures.maps.crossings import LEAST_TONNES, Crossing, carries, crossings_used, enters, share_used
from peacebrief.figures.maps.flows import KEY_IN, SECTOR, draw_flows, draw_ground, draw_key, draw_line, flows_in_view
from peacebrief.figures.maps.lettering import Label, name_areas, name_places, on_page, point_out
from peacebrief.figures.maps.view import LAND, View, view_of
from peacebrief.figures.reading import cell, source_line
from peacebrief.figures.registry import Caption, Facts, Tables
from peacebrief.geography import outlines
from peacebrief.reasoning.wording import listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {
    "from_lat": "degrees north",
    "from_lon": "degrees east",
    "to_lat": "degrees north",
    "to_lon": "degrees east",
    "tonnes": "tonnes a day",
    "use": "share of capacity 0 to 1",
    "gauge_break": "1 for yes",
    "enters_theatre": "1 for yes",
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

FULL = 0.995  # printed as 100%


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """What one corridor carries into the theatre: tonnes a day, and the share used of what it could carry."""

    id: str
    label: str
    phrase: str
    tonnes: float
    use: float


def corridors_used(tables: Tables) -> list[Corridor]:
    """The corridors that carry something, the largest flow first; use counts every crossing of the corridor."""
    known = {str(row["id"]): row for row in tables.get("corridors", ())}
    crossings = [link for link in tables["flows"] if enters(link)]
    found = []
    for corridor in dict.fromkeys(str(link["corridor"]) for link in crossings):
        own = [link for link in crossings if link["corridor"] == corridor]
        tonnes = sum(cell(link, "tonnes") or 0.0 for link in own)
        if tonnes >= LEAST_TONNES:
            row = known.get(corridor, {})
            label, phrase = (str(row.get(part) or corridor) for part in ("label", "in_sentence"))
            found.append(Corridor(id=corridor, label=label, phrase=phrase, tonnes=tonnes, use=share_used(*own)))
    return sorted(found, key=lambda corridor: (-corridor.tonnes, corridor.id))


def finding(tables: Tables) -> str:
    """The title: which corridor carries most, and how near to its capacity the fullest crossing runs."""
    used = crossings_used(tables)
    if not used:
        return "No supplies cross the border of the theatre"
    first, full = corridors_used(tables)[0], sum(crossing.use >= FULL for crossing in used)
    share = first.tonnes / sum(corridor.tonnes for corridor in corridors_used(tables))
    most = f"{percent(share)} of supplies enter through {first.phrase}"
    if not full:
        return f"{most}; the fullest crossing is {percent(used[0].use)} used"
    if full == len(used):
        return f"{most}; every crossing in use is full"
    if full == 1:
        return f"{most}; the {used[0].mode} crossing {used[0].name} is full"
    return f"{most}; {full} of {len(used)} crossings in use are full"


def subtitle(tables: Tables) -> str:
    """What is drawn, for which force."""
    words = f"Cheapest supply of {force_in_words(tables)}: width is tonnes a day, colour how full the fullest "
    words += "mode is"
    return f"{words}; line of contact illustrative" if tables.get("illustrative_line") else words


def sentences(tables: Tables) -> list[str]:
    """Tonnes and use of every corridor in use, gauge breaks, and what the line of contact is."""
    used = corridors_used(tables)
    total = sum(corridor.tonnes for corridor in used)
    told = [f"{significant(total)} tonnes a day cross into the theatre."]
    told += [
        f"{corridor.label}: {significant(corridor.tonnes)} tonnes a day, {percent(corridor.use)} of the capacity of "
        "all its crossings."
        for corridor in used
    ]
    told += [f"The fullest crossing is {one.name} by {one.mode}, {percent(one.use)} used{'; ' * bool(beside(one))}"
             f"{beside(one)}." for one in crossings_used(tables)[:1]]  # fmt: skip
    broken = sum(bool(cell(link, "gauge_break")) and carries(link) for link in tables["flows"])
    change = "link in use changes" if broken == 1 else "links in use change"
    return [*told, f"{broken or 'No'} {change} the rail gauge."]


def beside(crossing: Crossing) -> str:
    """How full a crossing is with all modes at its place; empty where that prints the same."""
    together = percent(crossing.together)
    return "" if together == percent(crossing.use) else f"all modes at {crossing.name} together {together}"


def sectors_named(tables: Tables) -> str:
    """The sectors, in words."""
    return listed([short_name(row) for row in tables.get("sectors", ())])


def short_name(sector: Mapping[str, Any]) -> str:
    """The name of a sector up to its comma: what is added there says where it lies, and a map shows that."""
    return str(sector["name"]).partition(",")[0]


def line_date(tables: Tables) -> str:
    """The day of the line of contact: that of the map behind it, or of the evidence."""
    case = tables["case"][0]
    day = date.fromisoformat(str(case.get("map_date") or case["evidence_cutoff"]))
    return f"{day.day} {day:%B %Y}"


def draw_labels(axes: Axes, ground: Ground, view: View, tables: Tables) -> None:
    """Sectors with their names, corridors with what they carry, the line, and countries where there is room left."""
    places = {short_name(row): view.place(float(node["lon"]), float(node["lat"])) for row, node in _sectors(tables)}
    for place in places.values():
        axes.plot(*place, zorder=7, **SECTOR)
        ground.add_dot(on_page(axes, *place))
    name_places(axes, ground, [Label(x=x, y=y, words=name) for name, (x, y) in places.items()])
    middle = _middle(view, tables)
    point_out(axes, ground, [*_corridors(view, tables, middle), *_line(view, tables, middle)])
    in_view = [(country.name, rings) for country in outlines() if (rings := view.rings(country))]
    name_areas(axes, ground, in_view)


def _sectors(tables: Tables) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each sector with the node it is supplied through."""
    nodes = {str(row["id"]): row for row in tables["network_nodes"]}
    return [(row, nodes[str(row["node"])]) for row in tables.get("sectors", ()) if str(row["node"]) in nodes]


def _middle(view: View, tables: Tables) -> tuple[float, float]:
    """The middle of the sectors, from which labels keep away; the middle of the view where there are none."""
    places = [view.place(float(node["lon"]), float(node["lat"])) for _, node in _sectors(tables)]
    if not places:
        return (view.frame.left + view.frame.right) / 2, (view.frame.bottom + view.frame.top) / 2
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _corridors(view: View, tables: Tables, middle: tuple[float, float]) -> list[Label]:
    """A label for each corridor in use, at the crossing that carries most, to stand outside the theatre.

    The corridor of the fullest crossing is pointed out there instead, and names it.
    """
    labels, used = [], crossings_used(tables)
    for corridor in corridors_used(tables):
        own = [link for link in tables["flows"] if enters(link) and link["corridor"] == corridor.id]
        # A mean of several crossings might lie beside all of them.
        first = max(own, key=lambda link: (cell(link, "tonnes") or 0.0, str(link["link"])))
        words = f"{corridor.label}\n{significant(corridor.tonnes)} t, {percent(corridor.use)} used"
        for crossing in used[: len(used) > 1]:
            if crossing.link["corridor"] == corridor.id:
                first = crossing.link
                words += f"\n{crossing.mode} {crossing.name}: {percent(crossing.use)}"
        x, y = view.place(float(first["to_lon"]), float(first["to_lat"]))
        labels.append(Label(x=x, y=y, words=words, away=(x - middle[0], y - middle[1]), weight=style.SEMIBOLD))
    return labels


def _line(view: View, tables: Tables, middle: tuple[float, float]) -> list[Label]:
    rows = list(tables.get("illustrative_line", ()))
    if not rows:
        return []
    half = rows[len(rows) // 2]
    x, y = view.place(float(half["lon"]), float(half["lat"]))
    words = f"line of contact,\nillustrative,\n{line_date(tables)}"
    return [Label(x=x, y=y, words=words, away=(x - middle[0], y - middle[1]))]
