"""Outlines of countries, and which of them a place lies in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from peacebrief.geography.topojson import Polygon, Ring, polygons_by_geometry

OUTLINES = Path(__file__).resolve().parents[2] / "templates" / "geography" / "countries.json"


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
