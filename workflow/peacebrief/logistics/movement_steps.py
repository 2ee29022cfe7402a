"""Trains and lorries a day as steps, for the reference size; other sizes are in proportion."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.classes import CLASSES
from peacebrief.logistics.delivery_steps import HIRED_LORRY, lorry
from peacebrief.logistics.demand import summed
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.movements import loads
from peacebrief.reasoning.step import Step

# The vehicles that carry fuel, and those that carry everything else.
CARRIERS = {"trains": ("T_1520F", "T_1520G"), "lorries": ("V_ARTF", HIRED_LORRY)}


def movement_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains a day if all came by broad-gauge train, and lorries a day if all came by hired lorry."""
    for posture in inputs.postures:
        for movement, (fuel, dry) in CARRIERS.items():
            for supply_class in CLASSES:
                takes = lorry(fuel if supply_class == "fuel" else dry) | {"tonnes": f"tonnes.{posture}.{supply_class}"}
                yield Step(id=f"{movement}.{posture}.{supply_class}", formula=loads, takes=takes, tallied=True)
            parts = {supply_class: f"{movement}.{posture}.{supply_class}" for supply_class in CLASSES}
            yield Step(id=f"{movement}.{posture}.total", formula=summed, takes=parts, tallied=True)
