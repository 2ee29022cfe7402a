"""Published rates of consumption that the model is held against, in kilogrammes and litres."""

from __future__ import annotations

LITRES_PER_US_GALLON = 3.785411784
KG_PER_SHORT_TON = 907.18474
DAYS_PER_MONTH = 30


def litres_each(*, gallons: float, persons: float) -> float:
    """Litres a person and day of so many United States gallons a day."""
    return gallons * LITRES_PER_US_GALLON / persons


def kg_each(*, short_tons: float, persons: float) -> float:
    """Kilogrammes a person and day of so many short tons a day."""
    return short_tons * KG_PER_SHORT_TON / persons


def without_water(
    *, meals: float, kg_per_meal: float, gallons: float, short_tons: float, persons: float, kg_per_litre: float
) -> float:
    """Kilogrammes a person and day of meals, fuel (gallons a day) and other supplies (short tons a day)."""
    food, fuel = meals * kg_per_meal / persons, litres_each(gallons=gallons, persons=persons) * kg_per_litre
    return food + fuel + kg_each(short_tons=short_tons, persons=persons)


def monthly_rate(*, short_tons: float) -> float:
    """Kilogrammes a person and day of so many short tons a person and thirty days."""
    return short_tons * KG_PER_SHORT_TON / DAYS_PER_MONTH
