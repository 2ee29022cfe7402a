"""The projection: Snyder's worked example, true scale on the standard parallels, true angles everywhere."""

from __future__ import annotations

import numpy as np
import pytest

from peacebrief.geography import LambertConformal
from peacebrief.geography.projection import EARTH_KM

DEGREE_KM = np.pi / 180 * EARTH_KM


def test_snyder_s_worked_example():
    """Snyder (1987), page 295: parallels 33 and 45 N, origin 23 N 96 W, point 35 N 75 W, a sphere of radius 1."""
    east, north = LambertConformal(lon=-96, lat=23, first=33, second=45)(-75.0, 35.0)
    assert float(east) / EARTH_KM == pytest.approx(0.2966785, abs=5e-8)
    assert float(north) / EARTH_KM == pytest.approx(0.2462112, abs=5e-8)


@pytest.mark.parametrize("parallel", [45.0, 52.0])
def test_a_step_along_a_standard_parallel_has_its_true_length(parallel):
    projection = LambertConformal(lon=30, lat=48, first=45, second=52)
    x, y = projection([30.0, 30.01], [parallel, parallel])
    true = 0.01 * DEGREE_KM * np.cos(np.radians(parallel))
    assert np.hypot(x[1] - x[0], y[1] - y[0]) == pytest.approx(true, rel=1e-6)


@pytest.mark.parametrize(("lon", "lat"), [(22.0, 44.0), (39.0, 53.0), (30.0, 48.5)])
def test_scale_is_the_same_in_all_directions(lon, lat):
    projection = LambertConformal.around([20, 40], [44, 53])
    step = 1e-4
    x, y = projection([lon, lon + step / np.cos(np.radians(lat)), lon], [lat, lat, lat + step])
    eastward, northward = (np.hypot(x[place] - x[0], y[place] - y[0]) for place in (1, 2))
    assert eastward == pytest.approx(northward, rel=1e-4)


def test_the_centre_is_the_origin():
    x, y = LambertConformal.around([20, 40], [44, 53])(30.0, 48.5)
    assert (float(x), float(y)) == pytest.approx((0, 0), abs=1e-9)


@pytest.mark.parametrize("lats", [[-1.0, 1.0], [0.0, 0.0], [-60.0, -55.0], [50.0, 50.0]])
def test_there_is_a_map_of_every_latitude(lats):
    x, y = LambertConformal.around([10, 12], lats)([10.0, 12.0], [lats[0], lats[0]])
    assert np.isfinite([*x, *y]).all()
    assert x[1] - x[0] == pytest.approx(2 * DEGREE_KM * np.cos(np.radians(lats[0])), rel=0.01)


def test_without_places_there_is_no_map():
    with pytest.raises(ValueError, match="no places"):
        LambertConformal.around([], [])
