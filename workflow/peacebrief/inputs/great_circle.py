"""The shortest way over the globe between two places."""

from __future__ import annotations

from math import asin, cos, hypot, radians, sin, sqrt

# Mean radius of the Earth, IUGG.
EARTH_RADIUS_KM = 6_371.0088


def great_circle_km(*, from_lat: float, from_lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance, by the haversine formula, of two places given in degrees north and east."""
    height = sin(radians(to_lat - from_lat) / 2)
    width = sin(radians(to_lon - from_lon) / 2)
    chord = hypot(height, width * sqrt(cos(radians(from_lat)) * cos(radians(to_lat))))
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, chord))
