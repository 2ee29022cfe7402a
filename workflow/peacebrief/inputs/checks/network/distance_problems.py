"""Whether places lie where their links can reach them, by the shortest way over the globe between two places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import asin, cos, hypot, radians, sin, sqrt

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.tables.transport_network import Link, Node

# Mean radius of the Earth, IUGG.
EARTH_RADIUS_KM = 6_371.0088

# Distances and coordinates are rounded and a place is a point, so that a link may look a little too short.
SHORTEST, ROUNDING_KM = 0.9, 5

Nodes = Mapping[str, Node]


def great_circle_km(*, from_lat: float, from_lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance, by the haversine formula, of two places given in degrees north and east."""
    height = sin(radians(to_lat - from_lat) / 2)
    width = sin(radians(to_lon - from_lon) / 2)
    chord = hypot(height, width * sqrt(cos(radians(from_lat)) * cos(radians(to_lat))))
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, chord))


def distance_problems(tables: Tables) -> Iterator[Problem]:
    """Places that lie too far for all their links, and links shorter than the shortest way between their ends."""
    nodes = {row.id: row for row in tables.nodes.rows if row.sound()}
    links = [row for row in tables.links.rows if row.from_node in nodes and row.to_node in nodes and row.sound()]
    short = [row for row in links if _too_short(row, nodes)]
    for place in _misplaced(short, links, nodes):
        index = tables.nodes.rows.index(nodes[place])
        mine = [row for row in short if place in (row.from_node, row.to_node)]
        short = [row for row in short if row not in mine]
        yield tables.nodes.at(index, "lat", _place_sentence(nodes[place], mine[0], nodes))
    for row in short:
        least = _shortest_km(row, nodes)
        message = f"{row.distance_km:g} km is less than the {least:.0f} km of the shortest way between"
        message = f"{message} {row.from_node} and {row.to_node}; correct the distance, or the place of either."
        yield tables.links.at(tables.links.rows.index(row), "distance_km", message)


def _misplaced(short: Sequence[Link], links: Sequence[Link], nodes: Nodes) -> Iterator[str]:
    """Places at fault: those whose coordinates mend their links when exchanged, then those all of whose links fail."""
    left = list(short)
    while left:
        ends = sorted({end for row in left for end in (row.from_node, row.to_node)})
        count = {end: sum(end in (row.from_node, row.to_node) for row in left) for end in ends}
        found = [end for end in ends if _mended(end, left, nodes) or (count[end] > 1 and _all_fail(end, left, links))]
        if not found:
            return
        worst = max(found, key=lambda end: (_mended(end, left, nodes), count[end]))
        left = [row for row in left if worst not in (row.from_node, row.to_node)]
        yield worst


def _all_fail(place: str, short: Sequence[Link], links: Sequence[Link]) -> bool:
    return all(row in short for row in links if place in (row.from_node, row.to_node))


def _mended(place: str, short: Sequence[Link], nodes: Nodes) -> bool:
    """Whether exchanging latitude and longitude makes the links of a place long enough."""
    exchanged = {**nodes, place: nodes[place].model_copy(update={"lat": nodes[place].lon, "lon": nodes[place].lat})}
    if abs(exchanged[place].lat) > 90:
        return False
    return not any(_too_short(row, exchanged) for row in short if place in (row.from_node, row.to_node))


def _place_sentence(node: Node, link: Link, nodes: Nodes) -> str:
    remedy = "exchange latitude and longitude" if _mended(node.id, [link], nodes) else "correct latitude and longitude"
    least = _shortest_km(link, nodes)
    far = f"is {least:.0f} km from the other end of {link.id}, a link of {link.distance_km:g} km"
    return f"the place at {node.lat:g} north, {node.lon:g} east {far}; {remedy}."


def _too_short(row: Link, nodes: Nodes) -> bool:
    return row.distance_km + ROUNDING_KM < SHORTEST * _shortest_km(row, nodes)


def _shortest_km(row: Link, nodes: Nodes) -> float:
    start, end = nodes[row.from_node], nodes[row.to_node]
    return great_circle_km(from_lat=start.lat, from_lon=start.lon, to_lat=end.lat, to_lon=end.lon)
