"""The closed list of units. A new unit is a reviewed change here, and in the words that print it.

What units are called in briefs stands in `templates/words/units.jinja` and `units_in_registers.jinja`.
"""

from __future__ import annotations

UNITS: tuple[str, ...] = (
    "EUR_2025", "EUR_2025_per_day", "EUR_2025_per_litre", "EUR_2025_per_person", "EUR_2025_per_person_year",
    "EUR_2025_per_t", "EUR_2025_per_tkm", "EUR_2025_per_year", "aircraft", "bases", "brigades", "count", "days",
    "helicopters", "hours", "kg", "kg_per_person_day", "km", "km2", "km_per_brigade", "km_per_hour", "litres",
    "litres_per_100km", "litres_per_person_day", "log10", "lorries", "lorries_per_day", "minutes", "months", "orbits",
    "patrols", "percent", "persons", "persons_per_1000", "persons_per_100km2", "persons_per_brigade",
    "persons_per_day", "persons_per_km", "persons_per_mile", "persons_per_post", "points", "posts", "probability",
    "rank", "rating", "ratio", "score", "share", "sorties", "sorties_per_day", "t", "t_per_day", "t_per_person",
    "tanks", "teams", "tkm_per_day", "trains", "trains_per_day", "vehicles", "vehicles_per_1000", "vehicles_per_day",
    "wagons", "wagons_per_day", "weight", "words", "years",
)  # fmt: skip

# The largest value that makes sense, where a unit has one.
UPPER_BOUND: dict[str, float] = {"share": 1.0, "probability": 1.0, "percent": 100.0}
