"""The shortest way over the globe."""

from __future__ import annotations

import math

import pytest

from peacebrief.inputs.checks.network.distance_problems import EARTH_RADIUS_KM, great_circle_km


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ((0, 0), (0, 90), math.pi / 2 * EARTH_RADIUS_KM),
        ((90, 0), (-90, 17), math.pi * EARTH_RADIUS_KM),
        ((50, 30), (51, 30), math.pi / 180 * EARTH_RADIUS_KM),
        # Across the date line, along the equator.
        ((0, 179), (0, -179), math.pi / 90 * EARTH_RADIUS_KM),
        ((49.84, 24.03), (49.84, 24.03), 0),
    ],
)
def test_arcs_of_known_angle(start, end, km):
    found = great_circle_km(from_lat=start[0], from_lon=start[1], to_lat=end[0], to_lon=end[1])
    assert math.isclose(found, km, rel_tol=1e-12, abs_tol=1e-9)


def test_a_published_distance():
    # London Heathrow to New York Kennedy: 5,540 km in tables of airports, on an ellipsoid.
    found = great_circle_km(from_lat=51.4775, from_lon=-0.4614, to_lat=40.6397, to_lon=-73.7789)
    assert math.isclose(found, 5_540, rel_tol=0.005)


def test_the_law_of_cosines_agrees():
    for lat, lon in ((50.45, 30.52), (-33.9, 151.2), (10, -60)):
        cosine = math.sin(math.radians(44)) * math.sin(math.radians(lat))
        cosine += math.cos(math.radians(44)) * math.cos(math.radians(lat)) * math.cos(math.radians(lon - 28))
        found = great_circle_km(from_lat=44, from_lon=28, to_lat=lat, to_lon=lon)
        assert math.isclose(found, EARTH_RADIUS_KM * math.acos(cosine), rel_tol=1e-9)
