"""Movements: trains, lorries and sorties for so many tonnes, vehicles or persons.

As steps: trains and lorries a day for supplies at the reference size, to which other sizes are in proportion; and
trains, road convoys and transport flights for a deployment, by size of force.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import HIRED_LORRY, lorry
from peacebrief.logistics.given import CLASSES, LogisticsInputs, class_of
from peacebrief.reasoning.record import Record, Table, spread_record, table
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.arrays import Number

PER_THOUSAND = 1000

# The vehicles that carry fuel, and those that carry everything else.
CARRIERS = {"trains": ("T_1520F", "T_1520G"), "lorries": ("V_ARTF", HIRED_LORRY)}

TOLD = ("provisions", "fuel", "ammunition", "total")
BY_SIZE = {
    "tonnes": ("t_per_day", "tonnes a day", "Kilogrammes a soldier and day times the troops, delivery fuel included."),
    "trains": (
        "trains_per_day",
        "broad-gauge trains a day",
        "Tonnes a day over what one train carries, if all came by rail.",
    ),
    "lorries": (
        "lorries_per_day",
        "hired lorries a day",
        "Tonnes a day over what one lorry carries, if all came by road.",
    ),
}


def loads(*, tonnes: Number, payload_t: Number, load_factor: Number) -> Number:
    """Loads of one train, lorry or aircraft each."""
    return tonnes / (payload_t * load_factor)


def vehicles(*, persons: Number, per_person: Number) -> Number:
    """Vehicles that go with so many persons."""
    return persons * per_person


def vehicle_trains(*, vehicles: Number, rail_share: Number, per_train: Number) -> Number:
    """Trains for the share of the vehicles that goes by rail."""
    return vehicles * rail_share / per_train


def vehicles_by_road(*, vehicles: Number, rail_share: Number) -> Number:
    """Vehicles that drive in road convoys."""
    return vehicles * (1 - rail_share)


def sorties(*, persons: Number, per_thousand: Number) -> Number:
    """Transport flights for so many persons."""
    return persons * per_thousand / PER_THOUSAND


def movement_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains a day if all came by broad-gauge train, and lorries a day if all came by hired lorry."""
    for posture in inputs.postures:
        for movement, (fuel, dry) in CARRIERS.items():
            for supply_class in CLASSES:
                takes = lorry(fuel if supply_class == "fuel" else dry) | {"tonnes": f"tonnes.{posture}.{supply_class}"}
                yield Step(id=f"{movement}.{posture}.{supply_class}", formula=loads, takes=takes, tallied=True)
            parts = {supply_class: f"{movement}.{posture}.{supply_class}" for supply_class in CLASSES}
            yield Step(id=f"{movement}.{posture}.total", formula=summed, takes=parts, tallied=True)


def lift_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains, vehicles by road and flights that bring a force of each size."""
    for size in inputs.sizes:
        yield from _lift(size)


def _lift(size: float) -> Iterator[Step]:
    persons, fleet = (("persons", size),), f"vehicles.{size:.0f}"
    about = {"size": number_of(size)}
    takes = {"per_person": "vehicles_per_person"}
    yield Step(id=fleet, formula=vehicles, takes=takes, constants=persons)
    split = {"vehicles": fleet, "rail_share": "rail_share"}
    yield Step(
        id=f"lift.trains.{size:.0f}",
        formula=vehicle_trains,
        takes=split | {"per_train": "vehicles_per_train"},
        unit="trains",
        label="trains that bring the vehicles of {size} troops",
        method="Vehicles a soldier, times the share that goes by rail, over the vehicles of one train.",
        family="logistics.deployment_trains.{size}",
        about=about,
    )
    yield Step(
        id=f"lift.lorries.{size:.0f}",
        formula=vehicles_by_road,
        takes=split,
        unit="vehicles",
        label="vehicles of {size} troops that come by road",
        method="Vehicles a soldier, times the share that does not go by rail.",
        family="logistics.deployment_lorries.{size}",
        about=about,
    )
    yield Step(
        id=f"lift.sorties.{size:.0f}",
        formula=sorties,
        takes={"per_thousand": "sorties_per_1000"},
        constants=persons,
        unit="sorties",
        label="transport flights that bring {size} troops",
        method="Transport flights by the thousand troops.",
        family="logistics.deployment_sorties.{size}",
        about=about,
    )


def size_facts(inputs: LogisticsInputs, *, simulation: Simulation) -> Iterator[Record]:
    """Tonnes, trains and lorries a day by posture, size and class: those of the reference size in proportion."""
    for posture in inputs.postures:
        for movement, (unit, told, method) in BY_SIZE.items():
            for part in TOLD:
                step = f"{movement}.{posture}.{part}"
                spread, central = simulation.spread(step), simulation.central[step]
                of = Named(part, "all supplies") if part == "total" else class_of(part)
                for size in inputs.sizes:
                    factor = size / inputs.reference_size
                    yield spread_record(
                        f"logistics.{movement}.{{posture}}.{{size}}.{{supply_class}}",
                        {"posture": posture_of(posture), "size": number_of(size), "supply_class": of},
                        label=f"{told} of {{supply_class}}, {{size}} troops, {{posture}}",
                        unit=unit,
                        method=method,
                        because=simulation.because(step),
                        spread=spread.times(factor),
                        central=central * factor,
                    )


def demand_by_size_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Medians a day of every size of force, in proportion to the reference size."""
    rows = (
        [size, posture, part, *_medians(simulation, f"{posture}.{part}", size / inputs.reference_size)]
        for size in inputs.sizes
        for posture in inputs.postures
        for part in (*CLASSES, "total")
    )
    return table(("size", "posture", "class", *BY_SIZE), rows)


def _medians(simulation: Simulation, part: str, factor: float) -> list[float]:
    return [simulation.spread(f"{movement}.{part}").p50 * factor for movement in BY_SIZE]
