"""Daily demand: D = n f w (1 - l) / 1000, by line of supply, class and sector."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number

KG_PER_TONNE = 1000


def item_demand(*, rate: Number, kg_per_unit: Number | float, cross_border_share: Number | float) -> Number:
    """Kilogrammes a person and day of one line of supply that have to cross the border.

    `rate` in kg or litres a person and day, `kg_per_unit` in kg per kg or litre; the rest is bought in the theatre.
    """
    return rate * kg_per_unit * cross_border_share


def item_consumption(*, rate: Number, kg_per_unit: Number | float) -> Number:
    """Kilogrammes a person and day of one line of supply, wherever it is bought."""
    return rate * kg_per_unit


def summed(**parts: Number) -> Number | float:
    """The sum of parts that share a unit; none is zero."""
    total: Number | float = 0.0
    for part in parts.values():
        total = total + part
    return total


def daily_tonnes(*, persons: Number, kg_per_person_day: Number) -> Number:
    """Tonnes a day for a number of persons."""
    return persons * kg_per_person_day / KG_PER_TONNE
