"""Outlines of countries, and which of them a place lies in.

They are kept as TopoJSON: shared borders are stored once, as whole numbers counted from point to point. The format:
https://github.com/topojson/topojson-specification.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

OUTLINES = Path(__file__).resolve().parents[2] / "templates" / "geography" / "countries.json"

Ring = NDArray[np.float64]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """A country: its code of three letters, its name and its polygons (longitude, latitude)."""

    id: str
    name: str
    polygons: tuple[Polygon, ...]

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the place, in degrees, lies in the country; holes do not."""
        return any(sum(_surrounds(ring, lon, lat) for ring in polygon) % 2 for polygon in self.polygons)


@cache
def outlines(path: Path = OUTLINES) -> tuple[Country, ...]:
    """The countries of the outline file, by code. Raises FileNotFoundError where it is missing."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    found = polygons_by_geometry(topology, "countries")
    return tuple(
        Country(str(geometry["id"]), str(geometry["properties"]["name"]), tuple(polygons))
        for geometry, polygons in found
    )


def country_at(lon: float, lat: float, countries: Iterable[Country] | None = None) -> Country | None:
    """The country a place lies in; None at sea, and outside the outlines."""
    known = outlines() if countries is None else countries
    return next((country for country in known if country.holds(lon, lat)), None)


def _surrounds(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a ray eastward from the place crosses the ring an odd number of times."""
    (x, y), (end_x, end_y) = ring[:-1].T, ring[1:].T
    spanning = (y > lat) != (end_y > lat)
    x, y, end_x, end_y = (part[spanning] for part in (x, y, end_x, end_y))
    crossings = x + (lat - y) / (end_y - y) * (end_x - x)
    return bool(np.count_nonzero(crossings > lon) % 2)


def polygons_by_geometry(topology: Mapping[str, Any], name: str) -> list[tuple[Mapping[str, Any], list[Polygon]]]:
    """Each geometry of the object `name` with its polygons.

    A ring is an array of longitude and latitude, shape (points, 2), closed; the first of a polygon is the outer one,
    the others are holes. Raises KeyError for a missing object and ValueError for a geometry that is no area.
    """
    arcs = _arcs(topology)
    found = []
    for geometry in topology["objects"][name]["geometries"]:
        if geometry["type"] not in {"Polygon", "MultiPolygon"}:
            raise ValueError(f"geometry {geometry.get('id')} is a {geometry['type']}, not an area")
        areas = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        found.append((geometry, [tuple(_ring(indices, arcs) for indices in area) for area in areas]))
    return found


def _arcs(topology: Mapping[str, Any]) -> list[Ring]:
    scale, shift = (np.array(topology["transform"][part], dtype=float) for part in ("scale", "translate"))
    return [np.cumsum(np.array(arc, dtype=np.int64), axis=0) * scale + shift for arc in topology["arcs"]]


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs joined end to end; a negative index, the complement of the arc's own, means it is walked backwards."""
    parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
    # Each arc begins where the one before it ends: that point is kept once.
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
