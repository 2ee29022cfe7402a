"""Stocks as steps: what is held by the policy, against chance and against the loss of a corridor."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.classes import CLASS_LABELS, CLASSES
from peacebrief.logistics.demand import daily_tonnes
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.stocks import held_stock, outage_stock, safety_stock, stock
from peacebrief.reasoning.step import Step

HELD_METHOD = "Days of supply of the policy times what is consumed a day, what is bought in the theatre included."
STOCK_METHOD = (
    "What is held by the policy, plus a safety stock for the variation of demand and of transit, "
    "plus what bridges the loss of a corridor until supply comes another way."
)


def stock_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Tonnes in stock at the reference size, by posture and class."""
    for posture in inputs.postures:
        for supply_class in CLASSES:
            yield from _of_class(inputs, posture, supply_class)


def _of_class(inputs: LogisticsInputs, posture: str, supply_class: str) -> Iterator[Step]:
    # ASSUME: ammunition is held for the most intense of the postures, whatever the posture of the day.
    rate = inputs.postures[-1] if supply_class == "ammunition" else posture
    name, days = f"{posture}.{supply_class}", f"stock_days_{supply_class}"
    constants = (("persons", inputs.reference_size),)
    takes = {"kg_per_person_day": f"consumed.{rate}.{supply_class}"}
    yield Step(id=f"daily.{name}", formula=daily_tonnes, takes=takes, constants=constants)
    of_days = {"daily": f"daily.{name}", "days": days}
    told = f"{CLASS_LABELS[supply_class]}, {inputs.reference_size:,.0f} troops, {posture_label(posture)}"
    yield Step(
        id=f"held.{name}",
        formula=held_stock,
        takes=of_days,
        unit="t",
        label=f"stock held by the policy: {told}",
        method=HELD_METHOD,
        fact=f"logistics.stock_held.{supply_class}.{posture}",
    )
    chance = {name: name for name in ("demand_variation", "transit_variation", "service_factor")}
    yield Step(id=f"safety.{name}", formula=safety_stock, takes=of_days | chance)
    loss = {"daily": f"daily.{name}", "outage_days": "outage_days", "reroute_days": "reroute_days"}
    yield Step(id=f"outage.{name}", formula=outage_stock, takes=loss)
    yield Step(
        id=f"stock.{name}",
        formula=stock,
        takes={part: f"{part}.{name}" for part in ("held", "safety", "outage")},
        unit="t",
        label=f"stock with safety and outage: {told}",
        method=STOCK_METHOD,
        fact=f"logistics.stock.{supply_class}.{posture}",
    )
