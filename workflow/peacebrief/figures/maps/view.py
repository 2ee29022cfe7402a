"""What a map of supply shows of the world: the theatre, and as much of the way there as helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peacebrief.geography import Country, LambertConformal, Rectangle, clipped_ring, country_at, outlines
from peacebrief.geography.outlines import Ring
from peacebrief.telling.figures.logistics.crossings import carries, enters
from peacebrief.telling.figures.logistics.supply_map import LAND
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record

REACH = 0.25  # how far beyond the theatre supplies are followed, as a share of its greater side
LEAST_ASPECT, MOST_ASPECT = 1.4, 2.0  # width over height
MARGIN = 0.03  # left free around, as a share of the greater side


@dataclass(frozen=True, slots=True)
class View:
    """The projection, the frame in kilometres, and the country that is the theatre where the outlines know it."""

    projection: LambertConformal
    frame: Rectangle
    theatre: Country | None

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Kilometres east and north of the centre."""
        x, y = self.projection(lon, lat)
        return float(x), float(y)

    def rings(self, country: Country, margin: float = 0.0) -> list[Ring]:
        """The rings of a country in kilometres, cut to the frame and a margin around it; none where out of view."""
        frame = self.frame.widened(margin)
        rings = (np.column_stack(self.projection(*ring.T)) for polygon in country.polygons for ring in polygon)
        return [part for ring in rings if len(part := clipped_ring(ring, frame))]


def view_of(known: Known) -> View:
    """The view that holds the theatre whole, and the land links in use, up to a share of its size beyond."""
    nodes = {str(row["id"]): row for row in known.tables["network_nodes"]}
    inner = [nodes[name] for name in sorted(_inside(known)) if name in nodes] or list(nodes.values())
    theatre = _theatre(known, nodes)
    lon, lat = _places(inner, theatre)
    projection = LambertConformal.around(list(lon), list(lat))
    core = _around(projection, lon, lat)
    side = max(core.right - core.left, core.top - core.bottom, 1.0)
    reach = core.widened(REACH * side)
    approaches = [nodes[name] for name in sorted(_used_on_land(known)) if name in nodes]
    x, y = projection([float(row["lon"]) for row in approaches], [float(row["lat"]) for row in approaches])
    near = [(east, north) for east, north in zip(x, y, strict=True) if reach.holds(east, north)]
    easts, norths = ([point[axis] for point in near] for axis in (0, 1))
    frame = Rectangle(min([core.left, *easts]), min([core.bottom, *norths]), max([core.right, *easts]),
                      max([core.top, *norths]))  # fmt: skip
    return View(projection, _shaped(frame.widened(MARGIN * side)), theatre)


def _shaped(frame: Rectangle) -> Rectangle:
    """The frame made wider, or higher, until its shape suits a page."""
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    aside, above = (max(0.0, LEAST_ASPECT * high - wide) / 2, max(0.0, wide / MOST_ASPECT - high) / 2)
    return Rectangle(frame.left - aside, frame.bottom - above, frame.right + aside, frame.top + above)


def _inside(known: Known) -> set[str]:
    """Nodes in the theatre: the ends of its inner links, and the sectors."""
    inner = {str(row["id"]) for row in known.tables.get("corridors", ()) if cell(row, "inside")}
    ends = {
        str(link[end])
        for link in known.tables["flows"]
        if link["corridor"] in inner
        for end in ("from_node", "to_node")
    }
    return ends | {str(row["node"]) for row in known.tables.get("sectors", ())}


def _used_on_land(known: Known) -> set[str]:
    links = (link for link in known.tables["flows"] if link["mode"] in LAND and (carries(link) or enters(link)))
    return {str(link[end]) for link in links for end in ("from_node", "to_node")}


def _theatre(known: Known, nodes: Mapping[str, Record]) -> Country | None:
    """The country in which most sectors lie; None where the outlines do not reach them."""
    places = [nodes[str(row["node"])] for row in known.tables.get("sectors", ()) if str(row["node"]) in nodes]
    found = [country for row in places if (country := country_at(float(row["lon"]), float(row["lat"])))]
    counts = Counter(country.id for country in found)
    most = max(counts, key=lambda code: (counts[code], code), default=None)
    return next((country for country in outlines() if country.id == most), None)


def _places(nodes: list[Record], theatre: Country | None) -> tuple[np.ndarray, np.ndarray]:
    """Longitudes and latitudes that the view must hold: the outline of the theatre and the nodes in it."""
    own = np.array([(float(row["lon"]), float(row["lat"])) for row in nodes])
    rings = [polygon[0] for polygon in theatre.polygons] if theatre else []
    lon, lat = np.concatenate([own, *rings]).T
    return lon, lat


def _around(projection: LambertConformal, lon: np.ndarray, lat: np.ndarray) -> Rectangle:
    x, y = projection(lon, lat)
    return Rectangle(float(x.min()), float(y.min()), float(x.max()), float(y.max()))
