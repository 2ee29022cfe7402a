"""The words on the supply map: sectors, corridors with what they carry, the line of contact, countries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures import style
from peacebrief.figures.area_names import name_areas
from peacebrief.figures.map_labels import name_places, point_out
from peacebrief.figures.map_words import Label, on_page
from peacebrief.figures.placing import Ground
from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables
from peacebrief.figures.supply_map_crossings import crossings_used, enters
from peacebrief.figures.supply_map_flows import SECTOR
from peacebrief.figures.supply_map_view import View
from peacebrief.figures.supply_map_words import corridors_used, line_date, short_name
from peacebrief.geography import outlines


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
