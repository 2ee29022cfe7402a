"""Legs of the way of a tonne: kilometres by one mode, inside the theatre or outside it."""

from __future__ import annotations

from dataclasses import dataclass

INSIDE = "_inside"
ROAD_INSIDE = f"road{INSIDE}"
MODES = {
    "road": ("road", "road_cost"),
    "rail_standard": ("standard-gauge railway", "rail_cost"),
    "rail_broad": ("broad-gauge railway", "rail_cost_broad"),
    "ferry": ("ferry or river", "river_cost"),
    "sea": ("sea", "sea_cost"),
    "air": ("air", "air_cost"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One mode, inside the theatre or outside it; `cost` is the assumption that prices a tonne and kilometre of it."""

    mode: str
    inside: bool

    @property
    def id(self) -> str:
        """The leg as a part of an id."""
        return self.mode + (INSIDE if self.inside else "")

    @property
    def cost(self) -> str:
        """The assumption that prices a tonne-kilometre."""
        return MODES[self.mode][1]

    @property
    def label(self) -> str:
        """The leg in a sentence."""
        return f"{MODES[self.mode][0]} {'inside' if self.inside else 'outside'} the theatre"


LEGS = tuple(Leg(mode=mode, inside=inside) for mode in MODES for inside in (False, True))
