"""Published rates of consumption that the demand of the model is held against, in kilogrammes and litres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.logistics.demand.delivery_fuel import fuel_density
from peacebrief.logistics.given import CLASS_LABELS, LogisticsInputs
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import Named

LITRES_PER_US_GALLON = 3.785411784
KG_PER_SHORT_TON = 907.18474
DAYS_PER_MONTH = 30

EAGLE, MANUAL = "task_force_eagle", "fm_101_10"
EAGLE_METHOD = (
    "Published meals, fuel and other supplies a day over the troops, without water. Not independent: the rates of dry "
    "supplies were bounded by it."
)
MANUAL_METHOD = "Short tons of dry cargo and fuel a soldier and thirty days, in kilogrammes a day. Independent."
GALLONS, TONS = "us_gallons_per_day", "short_tons_per_day"


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


def anchor_facts(inputs: LogisticsInputs) -> Iterator[Record]:
    """One fact for each published rate in all, and the parts of the first."""
    rows = inputs.record["consumption_anchors"]
    eagle = {(row["item"], row["unit"]): row for row in rows if row["anchor"] == EAGLE}
    if eagle:
        yield from _eagle(inputs, eagle)
    manual = [row for row in rows if row["anchor"] == MANUAL]
    if manual:
        yield record(
            "logistics.anchor.{benchmark}",
            {"benchmark": Named(MANUAL, "the planning factors of 1959")},
            label="supplies a soldier and day in {benchmark}",
            unit="kg_per_person_day",
            method=MANUAL_METHOD,
            because=[row["origin"] for row in manual],
            value=monthly_rate(short_tons=sum(float(row["value"]) for row in manual)),
        )


def _eagle(inputs: LogisticsInputs, rows: Mapping[tuple[str, str], Mapping[str, Any]]) -> Iterator[Record]:
    value = {key: float(row["value"]) for key, row in rows.items()}
    persons = value["persons", "persons"]
    fuel, water, other = value["fuel", GALLONS], value["water", GALLONS], value["other", TONS]
    density = [row.origin for row in inputs.consumption if row.supply_class == "fuel"][:1]
    everyone, benchmark = rows["persons", "persons"]["origin"], Named(EAGLE, "Task Force Eagle")
    yield record(
        "logistics.anchor.{benchmark}",
        {"benchmark": benchmark},
        label="supplies a soldier and day of {benchmark} in Bosnia, without water",
        unit="kg_per_person_day",
        method=EAGLE_METHOD,
        because=[row["origin"] for key, row in rows.items() if key[0] != "water"] + density,
        value=without_water(
            meals=value["meals", "meals_per_day"],
            kg_per_meal=value["meals", "kg_per_meal"],
            gallons=fuel,
            short_tons=other,
            persons=persons,
            **dict(fuel_density(inputs)),
        ),
    )
    parts = (
        ("fuel", GALLONS, "litres_per_person_day", litres_each(gallons=fuel, persons=persons)),
        ("water", GALLONS, "litres_per_person_day", litres_each(gallons=water, persons=persons)),
        ("other", TONS, "kg_per_person_day", kg_each(short_tons=other, persons=persons)),
    )
    for item, published, unit, result in parts:
        yield record(
            "logistics.anchor.{benchmark}.{item}",
            {"benchmark": benchmark, "item": Named(item, CLASS_LABELS.get(item, item))},
            label="{item} a soldier and day of {benchmark}",
            unit=unit,
            method="Published amount a day over the troops.",
            because=[rows[item, published]["origin"], everyone],
            value=result,
        )
