"""The outlines that maps draw: whose land a place is on, and that the file is what its note says."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from peacebrief.geography import Country, country_at, outlines
from peacebrief.geography.outlines import OUTLINES

# Longitude and latitude as in any gazetteer, and the country by the view of the United Nations (resolution 68/262).
PLACES = {
    "Simferopol": (34.10, 44.95, "UKR"),
    "Sevastopol": (33.53, 44.60, "UKR"),
    "Kerch": (36.45, 45.35, "UKR"),
    "Luhansk": (39.30, 48.57, "UKR"),
    "Donetsk": (37.80, 48.00, "UKR"),
    "Kyiv": (30.52, 50.45, "UKR"),
    "Uzhhorod": (22.29, 48.62, "UKR"),
    "Rostov-on-Don": (39.70, 47.23, "RUS"),
    "Krasnodar": (38.98, 45.04, "RUS"),
    "Chisinau": (28.86, 47.01, "MDA"),
    "Rzeszow": (22.00, 50.04, "POL"),
    "Minsk": (27.56, 53.90, "BLR"),
    "Bucharest": (26.10, 44.43, "ROU"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_city_lies_in_its_country_and_in_no_other(place):
    lon, lat, code = PLACES[place]
    assert [country.id for country in outlines() if country.holds(lon, lat)] == [code]


@pytest.mark.parametrize(("lon", "lat"), [(31.0, 43.0), (36.5, 46.0), (-30.0, 50.0)])
def test_at_sea_and_beyond_the_outlines_there_is_no_country(lon, lat):
    assert country_at(lon, lat) is None


def test_every_ring_is_closed_and_lies_in_the_window_of_the_note():
    for country in outlines():
        for ring in (ring for polygon in country.polygons for ring in polygon):
            assert np.array_equal(ring[0], ring[-1]), country.id
            assert ring[:, 0].min() >= 3.999, country.id
            assert ring[:, 0].max() <= 50.001, country.id
            assert ring[:, 1].min() >= 36.999, country.id
            assert ring[:, 1].max() <= 61.001, country.id


def test_the_area_of_a_country_is_that_of_the_yearbooks():
    """603,628 km2 with Crimea, by the State Statistics Service; without Crimea it would be 27,000 less."""
    country = country_at(30.52, 50.45)
    area = sum(spherical_area(polygon[0]) for polygon in country.polygons)
    assert area == pytest.approx(603_628, rel=0.02)


def spherical_area(ring):
    """Square kilometres inside a ring on a sphere: trapezia between meridians."""
    total = 0.0
    for (lon, lat), (next_lon, next_lat) in pairwise(np.radians(ring)):
        total += (next_lon - lon) * (2 + np.sin(lat) + np.sin(next_lat)) / 2
    return abs(total) * 6371.0088**2


def test_a_hole_is_not_part_of_a_country():
    square = np.array([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], dtype=float)
    lake = np.array([[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]], dtype=float)
    country = Country("XXX", "Ringland", ((square, lake),))
    assert country.holds(0.5, 2.0)
    assert not country.holds(2.0, 2.0)


def test_a_missing_outline_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        outlines(tmp_path / "nowhere.json")


def test_the_file_is_small_enough_to_travel_with_every_edition():
    assert OUTLINES.stat().st_size < 150_000
