"""What every option uses up in its posture, as steps."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.classes import CLASSES
from peacebrief.logistics.demand import daily_tonnes, summed
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.reasoning.step import Step

METHOD = "Troops of the option times the kilogrammes a soldier and day in its posture, delivery fuel included."


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
            label=f"{option.label}: tonnes a day across the border, {posture_label(option.posture)}",
            method=METHOD,
            fact=f"logistics.option_tonnes.{option.id}",
        )
