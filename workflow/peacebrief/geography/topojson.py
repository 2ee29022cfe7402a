"""TopoJSON decoded: shared borders are stored once, as whole numbers counted from point to point.

The format: https://github.com/topojson/topojson-specification.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
Polygon = tuple[Ring, ...]


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
