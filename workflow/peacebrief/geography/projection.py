"""Lambert's conformal conic projection: shapes stay true, which suits a theatre of middle latitude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign

import numpy as np
from numpy.typing import ArrayLike, NDArray

EARTH_KM = 6371.0088  # mean radius of the Earth (Moritz 2000): a sphere is near enough for a page
STANDARD = 1 / 6  # how far from either edge the scale is true, as a share of the height
FLATTEST = 1.0  # degrees from the equator within which the cone would be too flat to reckon with


@dataclass(frozen=True, slots=True)
class LambertConformal:
    """The projection about `lon`, `lat` (degrees) with true scale on the parallels `first` and `second`."""

    lon: float
    lat: float
    first: float
    second: float

    @classmethod
    def around(cls, lon: Sequence[float], lat: Sequence[float]) -> LambertConformal:
        """The projection fit for places (degrees): centred on them, true a sixth of the height from either edge.

        On the equator, where a cone has no side, one true parallel next to it serves. Raises ValueError without places.
        """
        if not len(lat):
            raise ValueError("no places to centre a map on")
        south, north = min(lat), max(lat)
        middle, inset = (south + north) / 2, STANDARD * (north - south)
        first, second = south + inset, north - inset
        if abs(middle) < FLATTEST:
            first = second = copysign(FLATTEST, middle)
        return cls(lon=(min(lon) + max(lon)) / 2, lat=middle, first=first, second=second)

    def __call__(self, lon: ArrayLike, lat: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Kilometres east and north of the centre. On a sphere (Snyder 1987, USGS Professional Paper 1395, p. 106)."""
        cone, scale = self._cone()
        turn = cone * np.radians(np.asarray(lon, dtype=float) - self.lon)
        radius, centre = (scale / _stretch(place) ** cone for place in (np.asarray(lat, dtype=float), self.lat))
        return EARTH_KM * radius * np.sin(turn), EARTH_KM * (centre - radius * np.cos(turn))

    def _cone(self) -> tuple[float, float]:
        first, second = np.radians(self.first), np.radians(self.second)
        if np.isclose(first, second):
            cone = float(np.sin(first))
        else:
            spread = np.log(_stretch(self.second) / _stretch(self.first))
            cone = float(np.log(np.cos(first) / np.cos(second)) / spread)
        return cone, float(np.cos(first) * _stretch(self.first) ** cone / cone)


def _stretch(lat: ArrayLike) -> NDArray[np.float64]:
    return np.tan(np.pi / 4 + np.radians(lat) / 2)
