"""Decoding, against the example of the specification and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from peacebrief.geography.outlines import polygons_by_geometry

# Two unit squares side by side; arc 0 is the border they share, walked upwards. Steps count in tenths from (1, 0).
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [1.0, 0.0]},
    "arcs": [[[0, 0], [0, 10]], [[0, 10], [-10, 0], [0, -10], [10, 0]], [[0, 10], [10, 0], [0, -10], [-10, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "id": "W", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "E", "arcs": [[[0, 2]], [[-3, -1]]]},
                {"type": "Point", "id": "P", "coordinates": [0, 0]},
            ]
        }
    },
}


def rings(*names):
    wanted = [row for row in TOPOLOGY["objects"]["countries"]["geometries"] if row["id"] in names]
    topology = TOPOLOGY | {"objects": {"countries": {"geometries": wanted}}}
    return {geometry["id"]: polygons for geometry, polygons in polygons_by_geometry(topology, "countries")}


def test_arcs_are_joined_end_to_end_in_degrees():
    (west,) = rings("W")["W"]
    np.testing.assert_allclose(west[0], [(1, 0), (1, 1), (0, 1), (0, 0), (1, 0)], atol=1e-12)


def test_a_negative_index_walks_the_arc_backwards():
    forward, backward = rings("E")["E"]
    np.testing.assert_allclose(backward[0], forward[0][::-1], atol=1e-12)


def test_a_point_is_refused_by_its_name():
    with pytest.raises(ValueError, match="P is a Point"):
        rings("P")


def test_an_object_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        polygons_by_geometry(TOPOLOGY, "rivers")
