"""What the deployment takes as steps: trains, road convoys and transport flights, by size of force."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.movements import sorties, vehicle_trains, vehicles, vehicles_by_road
from peacebrief.reasoning.step import Step


def lift_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains, vehicles by road and flights that bring a force of each size."""
    for size in inputs.sizes:
        yield from _lift(size)


def _lift(size: float) -> Iterator[Step]:
    persons, fleet = (("persons", size),), f"vehicles.{size:.0f}"
    takes = {"per_person": "vehicles_per_person"}
    yield Step(id=fleet, formula=vehicles, takes=takes, constants=persons)
    split = {"vehicles": fleet, "rail_share": "rail_share"}
    yield Step(
        id=f"lift.trains.{size:.0f}",
        formula=vehicle_trains,
        takes=split | {"per_train": "vehicles_per_train"},
        unit="trains",
        label=f"trains that bring the vehicles of {size:,.0f} troops",
        method="Vehicles a soldier, times the share that goes by rail, over the vehicles of one train.",
        fact=f"logistics.deployment_trains.{size:.0f}",
    )
    yield Step(
        id=f"lift.lorries.{size:.0f}",
        formula=vehicles_by_road,
        takes=split,
        unit="vehicles",
        label=f"vehicles of {size:,.0f} troops that come by road",
        method="Vehicles a soldier, times the share that does not go by rail.",
        fact=f"logistics.deployment_lorries.{size:.0f}",
    )
    yield Step(
        id=f"lift.sorties.{size:.0f}",
        formula=sorties,
        takes={"per_thousand": "sorties_per_1000"},
        constants=persons,
        unit="sorties",
        label=f"transport flights that bring {size:,.0f} troops",
        method="Transport flights by the thousand troops.",
        fact=f"logistics.deployment_sorties.{size:.0f}",
    )
