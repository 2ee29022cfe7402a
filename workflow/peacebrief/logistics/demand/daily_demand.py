"""Daily demand: D = n f w (1 - l) / 1000, by line of supply, class and sector.

As steps it goes by line of supply, by class, in all, with the fuel that delivery burns, and by option in its posture;
as arrays it is read from the results of the steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from peacebrief.logistics.given import CLASSES, KG_PER_TONNE, Consumption, LogisticsInputs, class_of
from peacebrief.reasoning.record import Table, table
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named
from peacebrief.uncertainty.arrays import Floats, Number

CLASS_METHOD = (
    "Sum over the lines of supply of the rate, its mass and the share that crosses the border. "
    "Rates follow a common factor of activity."
)

OPTION_METHOD = "Troops of the option times the kilogrammes a soldier and day in its posture, delivery fuel included."


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


def posture_label(posture: str) -> str:
    """A posture in a sentence: `high_intensity` is "high intensity"."""
    return posture.replace("_", " ")


def posture_of(posture: str) -> Named:
    """A posture as what a fact is about."""
    return Named(posture, posture_label(posture))


def demand_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Kilogrammes a person and day, by posture and class, across the border."""
    for posture in inputs.postures:
        rows = [row for row in inputs.consumption if row.posture == posture]
        for row in rows:
            yield _item(row, "consumption")
            yield _item(row, "independent")
            if row.cross_border_share > 0:
                yield _consumed(row)
        for supply_class in CLASSES:
            members = [row for row in rows if row.supply_class == supply_class]
            yield _class(posture, supply_class, members)
            # ASSUME: what never crosses the border, bulk water, is not held in stock either.
            stocked = [row for row in members if row.cross_border_share > 0]
            yield Step(id=f"consumed.{posture}.{supply_class}", formula=summed,
                       takes={row.item: f"consumed_item.{row.item}.{posture}" for row in stocked})  # fmt: skip
        yield from _totals(posture, rows)


def reference_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Tonnes a day of each class for the reference size, the fuel for delivery included."""
    for posture in inputs.postures:
        for supply_class in CLASSES:
            kg = f"gross.{posture}.fuel" if supply_class == "fuel" else f"demand.{posture}.{supply_class}"
            yield _tonnes(inputs, f"tonnes.{posture}.{supply_class}", kg)
        takes = {supply_class: f"tonnes.{posture}.{supply_class}" for supply_class in CLASSES}
        yield Step(id=f"tonnes.{posture}.total", formula=summed, takes=takes, tallied=True)


def _tonnes(inputs: LogisticsInputs, name: str, kg: str) -> Step:
    constants = (("persons", inputs.reference_size),)
    return Step(id=name, formula=daily_tonnes, takes={"kg_per_person_day": kg}, constants=constants, tallied=True)


def _item(row: Consumption, way: str) -> Step:
    constants = (("kg_per_unit", row.kg_per_unit), ("cross_border_share", row.cross_border_share))
    name = f"{row.item}.{row.posture}"
    return Step(id=f"item.{way}.{name}", formula=item_demand, takes={"rate": f"{way}.{name}"}, constants=constants)


def _consumed(row: Consumption) -> Step:
    name = f"{row.item}.{row.posture}"
    takes, constants = {"rate": f"consumption.{name}"}, (("kg_per_unit", row.kg_per_unit),)
    return Step(id=f"consumed_item.{name}", formula=item_consumption, takes=takes, constants=constants)


def _class(posture: str, supply_class: str, members: list[Consumption]) -> Step:
    return Step(
        id=f"demand.{posture}.{supply_class}",
        formula=summed,
        takes={row.item: f"item.consumption.{row.item}.{posture}" for row in members},
        unit="kg_per_person_day",
        label="{supply_class} a soldier and day across the border, {posture}",
        method=CLASS_METHOD,
        family="logistics.demand.{posture}.{supply_class}",
        about={"posture": posture_of(posture), "supply_class": class_of(supply_class)},
    )


def _totals(posture: str, rows: list[Consumption]) -> Iterator[Step]:
    yield Step(
        id=f"demand.{posture}",
        formula=summed,
        takes={supply_class: f"demand.{posture}.{supply_class}" for supply_class in CLASSES},
        unit="kg_per_person_day",
        label="supplies a soldier and day across the border, {posture}",
        method="Sum of the classes of supply, without bulk water and without the fuel that delivery burns.",
        family="logistics.demand.{posture}",
        about={"posture": posture_of(posture)},
    )
    yield Step(
        id=f"independent.{posture}",
        formula=summed,
        takes={row.item: f"item.independent.{row.item}.{posture}" for row in rows},
        unit="kg_per_person_day",
        label="supplies a soldier and day, if every rate varied by itself, {posture}",
        method="Sum of all lines of supply, each drawn without regard to the others; the band is too narrow.",
        family="logistics.demand_independent.{posture}",
        about={"posture": posture_of(posture)},
    )


def option_supply_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Tonnes a day of every option across the border."""
    for posture in dict.fromkeys(option.posture for option in inputs.options):
        parts = {name: f"{'gross' if name == 'fuel' else 'demand'}.{posture}.{name}" for name in CLASSES}
        yield Step(id=f"gross_kg.{posture}", formula=summed, takes=parts)
    for option in inputs.options:
        yield Step(
            id=f"tonnes.{option.id}",
            formula=daily_tonnes,
            takes={"persons": f"force.{option.id}", "kg_per_person_day": f"gross_kg.{option.posture}"},
            unit="t_per_day",
            label="{option}: tonnes a day across the border, {posture}",
            method=OPTION_METHOD,
            family="logistics.option_tonnes.{option}",
            about={"option": option, "posture": posture_of(option.posture)},
        )


def gross_name(posture: str, supply_class: str) -> str:
    """The step that gives the demand of a class with the fuel for its delivery."""
    return f"{'gross' if supply_class == 'fuel' else 'demand'}.{posture}.{supply_class}"


def gross_demand(values: Mapping[str, float], posture: str) -> Floats:
    """Kilogrammes a person and day by class at one point, the fuel for delivery included."""
    return np.array([float(values[gross_name(posture, name)]) for name in CLASSES])


def net_demand(values: Mapping[str, float], posture: str) -> Floats:
    """Kilogrammes a person and day by class at one point, before the fuel for delivery."""
    return np.array([float(values[f"demand.{posture}.{name}"]) for name in CLASSES])


def demand_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Kilogrammes a person and day by posture and class, before the fuel for delivery."""
    rows = (
        [posture, supply_class, *simulation.spread(f"demand.{posture}.{supply_class}").quantiles]
        for posture in inputs.postures
        for supply_class in CLASSES
    )
    return table(("posture", "class", "p5", "p50", "p95"), rows)
