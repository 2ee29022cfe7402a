"""Daily demand as steps: by line of supply, by class, in all, and with the fuel that delivery burns."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.classes import CLASS_LABELS, CLASSES
from peacebrief.logistics.demand import daily_tonnes, item_consumption, item_demand, summed
from peacebrief.logistics.inputs import Consumption, LogisticsInputs
from peacebrief.reasoning.step import Step

CLASS_METHOD = (
    "Sum over the lines of supply of the rate, its mass and the share that crosses the border. "
    "Rates follow a common factor of activity."
)


def posture_label(posture: str) -> str:
    """A posture in a sentence: `high_intensity` is "high intensity"."""
    return posture.replace("_", " ")


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
        label=f"{CLASS_LABELS[supply_class]} a soldier and day across the border, {posture_label(posture)}",
        method=CLASS_METHOD,
        fact=f"logistics.demand.{posture}.{supply_class}",
    )


def _totals(posture: str, rows: list[Consumption]) -> Iterator[Step]:
    yield Step(
        id=f"demand.{posture}",
        formula=summed,
        takes={supply_class: f"demand.{posture}.{supply_class}" for supply_class in CLASSES},
        unit="kg_per_person_day",
        label=f"supplies a soldier and day across the border, {posture_label(posture)}",
        method="Sum of the classes of supply, without bulk water and without the fuel that delivery burns.",
        fact=f"logistics.demand.{posture}",
    )
    yield Step(
        id=f"independent.{posture}",
        formula=summed,
        takes={row.item: f"item.independent.{row.item}.{posture}" for row in rows},
        unit="kg_per_person_day",
        label=f"supplies a soldier and day, if every rate varied by itself, {posture_label(posture)}",
        method="Sum of all lines of supply, each drawn without regard to the others; the band is too narrow.",
        fact=f"logistics.demand_independent.{posture}",
    )
