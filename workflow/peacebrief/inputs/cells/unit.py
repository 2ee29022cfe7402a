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
        Unit("EUR_2025", "euro of 2025", "euros of 2025", "€"),
        Unit("EUR_2025_per_day", "euro of 2025 a day", "euros of 2025 a day", "€/day"),
        Unit("EUR_2025_per_litre", "euro of 2025 per litre", "euros of 2025 per litre", "€/litre"),
        Unit("EUR_2025_per_person", "euro of 2025 per person", "euros of 2025 per person", "€/person"),
        Unit(
            "EUR_2025_per_person_year",
            "euro of 2025 per person and year",
            "euros of 2025 per person and year",
            "€/person-year",
        ),
        Unit("EUR_2025_per_t", "euro of 2025 per tonne", "euros of 2025 per tonne", "€/t"),
        Unit("EUR_2025_per_tkm", "euro of 2025 per tonne-kilometre", "euros of 2025 per tonne-kilometre", "€/tkm"),
        Unit("EUR_2025_per_year", "euro of 2025 a year", "euros of 2025 a year", "€/year"),
        Unit("aircraft", "aircraft", "aircraft", "aircraft"),
        Unit("bases", "base", "bases", "bases"),
        Unit("brigades", "brigade", "brigades", "brigades"),
        Unit("count", "item", "items", ""),
        Unit("days", "day", "days", "days"),
        Unit("helicopters", "helicopter", "helicopters", "helicopters"),
        Unit("hours", "hour", "hours", "h"),
        Unit("kg", "kilogramme", "kilogrammes", "kg"),
        Unit("kg_per_person_day", "kilogramme per person and day", "kilogrammes per person and day", "kg/person/day"),
        Unit("km", "kilometre", "kilometres", "km"),
        Unit("km2", "square kilometre", "square kilometres", "km²"),
        Unit("km_per_brigade", "kilometre per brigade", "kilometres per brigade", "km/brigade"),
        Unit("km_per_hour", "kilometre per hour", "kilometres per hour", "km/h"),
        Unit("litres", "litre", "litres", "litres"),
        Unit("litres_per_100km", "litre per 100 kilometres", "litres per 100 kilometres", "litres/100 km"),
        Unit("litres_per_person_day", "litre per person and day", "litres per person and day", "litres/person/day"),
        Unit("log10", "power of ten", "powers of ten", "log10"),
        Unit("lorries", "lorry", "lorries", "lorries"),
        Unit("lorries_per_day", "lorry a day", "lorries a day", "lorries/day"),
        Unit("minutes", "minute", "minutes", "min"),
        Unit("months", "month", "months", "months"),
        Unit("orbits", "orbit", "orbits", "orbits"),
        Unit("patrols", "patrol", "patrols", "patrols"),
        Unit("percent", "per cent", "per cent", "%"),
        Unit("persons", "person", "persons", "persons"),
        Unit("persons_per_1000", "person per 1,000 inhabitants", "persons per 1,000 inhabitants", "per 1,000"),
        Unit("persons_per_100km2", "person per 100 km²", "persons per 100 km²", "per 100 km²"),
        Unit("persons_per_brigade", "person per brigade", "persons per brigade", "per brigade"),
        Unit("persons_per_day", "person a day", "persons a day", "persons/day"),
        Unit("persons_per_km", "person per kilometre", "persons per kilometre", "per km"),
        Unit("persons_per_mile", "person per mile", "persons per mile", "per mile"),
        Unit("persons_per_post", "person per post", "persons per post", "per post"),
        Unit("points", "percentage point", "percentage points", "points"),
        Unit("posts", "post", "posts", "posts"),
        Unit("probability", "probability", "probability", ""),
        Unit("rank", "place", "places", ""),
        Unit("rating", "point of five", "points of five", "of 5"),
        Unit("ratio", "times", "times", "×"),
        Unit("score", "point of a score", "points of a score", ""),
        Unit("share", "share", "share", ""),
        Unit("sorties", "sortie", "sorties", "sorties"),
        Unit("sorties_per_day", "sortie a day", "sorties a day", "sorties/day"),
        Unit("t", "tonne", "tonnes", "t"),
        Unit("t_per_day", "tonne a day", "tonnes a day", "t/day"),
        Unit("t_per_person", "tonne per person", "tonnes per person", "t/person"),
        Unit("tanks", "tank", "tanks", "tanks"),
        Unit("teams", "team", "teams", "teams"),
        Unit("tkm_per_day", "tonne-kilometre a day", "tonne-kilometres a day", "tkm/day"),
        Unit("trains", "train", "trains", "trains"),
        Unit("trains_per_day", "train a day", "trains a day", "trains/day"),
        Unit("vehicles", "vehicle", "vehicles", "vehicles"),
        Unit("vehicles_per_1000", "vehicle per 1,000 troops", "vehicles per 1,000 troops", "per 1,000 troops"),
        Unit("vehicles_per_day", "vehicle a day", "vehicles a day", "vehicles/day"),
        Unit("wagons", "wagon", "wagons", "wagons"),
        Unit("wagons_per_day", "wagon a day", "wagons a day", "wagons/day"),
        Unit("weight", "part", "parts", ""),
        Unit("words", "word", "words", ""),
        Unit("years", "year", "years", "years"),
    )
}

# The largest value that makes sense, where a unit has one.
UPPER_BOUND: dict[str, float] = {"share": 1.0, "probability": 1.0, "percent": 100.0}
