"""Geography: outlines of countries, a conformal projection and clipping, small enough to be read at once."""

from peacebrief.geography.clipping import Rectangle, clipped_ring, clipped_segment
from peacebrief.geography.outlines import Country, country_at, outlines
from peacebrief.geography.projection import LambertConformal

__all__ = [
    "Country",
    "LambertConformal",
    "Rectangle",
    "clipped_ring",
    "clipped_segment",
    "country_at",
    "outlines",
]
