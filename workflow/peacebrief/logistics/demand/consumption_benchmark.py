"""Published rates of consumption that the demand of the model is held against, in kilogrammes and litres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from peacebrief.logistics.demand.delivery_fuel import fuel_density
from peacebrief.logistics.given import CLASS_LABELS, LogisticsInputs
from peacebrief.reasoning.record import Record, Row, record
from peacebrief.reasoning.subject import Named

# Amounts of a whole force by item and unit.
Amounts: TypeAlias = Mapping[tuple[str, str], Row]

LITRES_PER_US_GALLON = 3.785411784
KG_PER_SHORT_TON = 907.18474
DAYS_PER_MONTH = 30

DAY_METHOD = "Published meals, fuel and other supplies a day over the troops, without water."
MONTH_METHOD = "Short tons of dry cargo and fuel a soldier and thirty days, in kilogrammes a day."
INDEPENDENT = {True: "Independent.", False: "Not independent: the rates of dry supplies were bounded by it."}
PERSONS, GALLONS, TONS = "persons", "us_gallons_per_day", "short_tons_per_day"


def litres_each(*, gallons: float, persons: float) -> float:
    """Litres a person and day of so many gallons a day."""
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
    """One fact for each published rate in all, and the parts of those that are amounts of a whole force."""
    anchors: dict[str, list[Row]] = {}
    for row in inputs.record["consumption_anchors"]:
        anchors.setdefault(str(row["anchor"]), []).append(row)
    for anchor, rows in anchors.items():
        benchmark = Named(anchor, str(rows[0]["in_sentence"]))
        independent = INDEPENDENT[bool(int(rows[0]["independent"]))]
        if any(row["unit"] == PERSONS for row in rows):
            amounts = {(row["item"], row["unit"]): row for row in rows}
            yield _of_a_day(inputs, amounts, benchmark, independent)
            yield from _parts_of_a_day(amounts, benchmark)
        else:
            yield _of_a_month(rows, benchmark, independent)


def _of_a_month(rows: Sequence[Row], benchmark: Named, independent: str) -> Record:
    return record(
        "logistics.anchor.{benchmark}",
        {"benchmark": benchmark},
        label="supplies a soldier and day in {benchmark}",
        unit="kg_per_person_day",
        method=f"{MONTH_METHOD} {independent}",
        because=[row["origin"] for row in rows],
        value=monthly_rate(short_tons=sum(float(row["value"]) for row in rows)),
    )


def _of_a_day(inputs: LogisticsInputs, amounts: Amounts, benchmark: Named, independent: str) -> Record:
    value = {key: float(row["value"]) for key, row in amounts.items()}
    density = [row.origin for row in inputs.consumption if row.supply_class == "fuel"][:1]
    return record(
        "logistics.anchor.{benchmark}",
        {"benchmark": benchmark},
        label="supplies a soldier and day of {benchmark}, without water",
        unit="kg_per_person_day",
        method=f"{DAY_METHOD} {independent}",
        because=[row["origin"] for key, row in amounts.items() if key[0] != "water"] + density,
        value=without_water(
            meals=value["meals", "meals_per_day"],
            kg_per_meal=value["meals", "kg_per_meal"],
            gallons=value["fuel", GALLONS],
            short_tons=value["other", TONS],
            persons=value[PERSONS, PERSONS],
            **dict(fuel_density(inputs)),
        ),
    )


def _parts_of_a_day(amounts: Amounts, benchmark: Named) -> Iterator[Record]:
    persons, everyone = float(amounts[PERSONS, PERSONS]["value"]), amounts[PERSONS, PERSONS]["origin"]
    for item, published, unit in (
        ("fuel", GALLONS, "litres_per_person_day"),
        ("water", GALLONS, "litres_per_person_day"),
        ("other", TONS, "kg_per_person_day"),
    ):
        row = amounts[item, published]
        amount = float(row["value"])
        yield record(
            "logistics.anchor.{benchmark}.{item}",
            {"benchmark": benchmark, "item": Named(item, CLASS_LABELS.get(item, item))},
            label="{item} a soldier and day of {benchmark}",
            unit=unit,
            method="Published amount a day over the troops.",
            because=[row["origin"], everyone],
            value=litres_each(gallons=amount, persons=persons)
            if published == GALLONS
            else kg_each(short_tons=amount, persons=persons),
        )
