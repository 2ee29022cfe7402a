"""The closed list of units. A new unit is a reviewed change here, with its singular, plural and symbol."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its id in tables and facts, its names in prose, and the symbol used in tables and on axes."""

    id: str
    singular: str
    plural: str
    symbol: str


UNITS: dict[str, Unit] = {
    unit.id: unit
    for unit in (
        Unit("aircraft", "aircraft", "aircraft", "aircraft"),
        Unit("bases", "base", "bases", "bases"),
        Unit("brigades", "brigade", "brigades", "brigades"),
        Unit("count", "item", "items", ""),
        Unit("helicopters", "helicopter", "helicopters", "helicopters"),
        Unit("hours", "hour", "hours", "h"),
        Unit("km", "kilometre", "kilometres", "km"),
        Unit("km2", "square kilometre", "square kilometres", "km²"),
        Unit("km_per_brigade", "kilometre per brigade", "kilometres per brigade", "km/brigade"),
        Unit("km_per_hour", "kilometre per hour", "kilometres per hour", "km/h"),
        Unit("log10", "power of ten", "powers of ten", "log10"),
        Unit("minutes", "minute", "minutes", "min"),
        Unit("months", "month", "months", "months"),
        Unit("orbits", "orbit", "orbits", "orbits"),
        Unit("patrols", "patrol", "patrols", "patrols"),
        Unit("percent", "per cent", "per cent", "%"),
        Unit("persons", "person", "persons", "persons"),
        Unit("persons_per_1000", "person per 1,000 inhabitants", "persons per 1,000 inhabitants", "per 1,000"),
        Unit("persons_per_100km2", "person per 100 km²", "persons per 100 km²", "per 100 km²"),
        Unit("persons_per_brigade", "person per brigade", "persons per brigade", "per brigade"),
        Unit("persons_per_km", "person per kilometre", "persons per kilometre", "per km"),
        Unit("persons_per_mile", "person per mile", "persons per mile", "per mile"),
        Unit("persons_per_post", "person per post", "persons per post", "per post"),
        Unit("posts", "post", "posts", "posts"),
        Unit("probability", "probability", "probability", ""),
        Unit("rank", "place", "places", ""),
        Unit("ratio", "times", "times", "×"),
        Unit("share", "share", "share", ""),
        Unit("tanks", "tank", "tanks", "tanks"),
        Unit("teams", "team", "teams", "teams"),
        Unit("vehicles", "vehicle", "vehicles", "vehicles"),
        Unit("weight", "part", "parts", ""),
        Unit("words", "word", "words", ""),
    )
}

# The largest value that makes sense, where a unit has one.
UPPER_BOUND: dict[str, float] = {"share": 1.0, "probability": 1.0, "percent": 100.0}
