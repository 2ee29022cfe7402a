"""Movements: trains, lorries and sorties for so many tonnes, vehicles or persons.

As steps: trains and lorries a day for supplies at the reference size, to which other sizes are in proportion; and
trains, road convoys and transport flights for a deployment, by size of force.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import HIRED_LORRY
from peacebrief.logistics.given import CLASSES, LogisticsInputs, class_of
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.record import Record, Table, spread_record, table
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of, word
from peacebrief.uncertainty.arrays import Number

PER_THOUSAND = 1000

# The vehicles that carry fuel, and those that carry everything else.
CARRIERS = {"trains": ("train_fuel", "train"), "lorries": ("hired_fuel", HIRED_LORRY)}

TOLD = ("provisions", "fuel", "ammunition", "total")
BY_SIZE = {
    "tonnes": ("t_per_day", "tonnes a day", "Kilogrammes a soldier and day times the troops, delivery fuel included."),
    "trains": (
        "trains_per_day",
        "trains a day",
        "Tonnes a day over what one train carries, if all came by rail.",
    ),
    "lorries": (
        "lorries_per_day",
        "hired lorries a day",
        "Tonnes a day over what one lorry carries, if all came by road.",
    ),
}


@node(
    "{movement}.{posture}.{supply_class}",
    tallied=True,
    tonnes="tonnes.{posture}.{supply_class}",
    payload_t="vehicle.{use}.payload",
    load_factor="vehicle.{use}.load_factor",
)
def loads(*, tonnes: Number, payload_t: Number, load_factor: Number) -> Number:
    """Loads of one train, lorry or aircraft each."""
    return tonnes / (payload_t * load_factor)


@node("vehicles.{size}")
def vehicles(*, persons: Number, vehicles_per_person: Number) -> Number:
    """Vehicles that go with so many persons."""
    return persons * vehicles_per_person


@node(
    "lift.trains.{size}",
    "trains that bring the vehicles of {size} troops",
    "trains",
    family="logistics.deployment_trains.{size}",
    vehicles="vehicles.{size}",
)
def vehicle_trains(*, vehicles: Number, rail_share: Number, vehicles_per_train: Number) -> Number:
    """Vehicles a soldier, times the share that goes by rail, over the vehicles of one train."""
    return vehicles * rail_share / vehicles_per_train


@node(
    "lift.lorries.{size}",
    "vehicles of {size} troops that come by road",
    "vehicles",
    family="logistics.deployment_lorries.{size}",
    vehicles="vehicles.{size}",
)
def vehicles_by_road(*, vehicles: Number, rail_share: Number) -> Number:
    """Vehicles a soldier, times the share that does not go by rail."""
    return vehicles * (1 - rail_share)


@node(
    "lift.sorties.{size}",
    "transport flights that bring {size} troops",
    "sorties",
    family="logistics.deployment_sorties.{size}",
)
def sorties(*, persons: Number, sorties_per_1000: Number) -> Number:
    """Transport flights by the thousand troops."""
    return persons * sorties_per_1000 / PER_THOUSAND


def movement_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains a day if all came by train, and lorries a day if all came by hired lorry."""
    for posture in map(posture_of, inputs.postures):
        for movement, (fuel, dry) in CARRIERS.items():
            for supply_class in CLASSES:
                use, told = word(fuel if supply_class == "fuel" else dry), class_of(supply_class)
                yield step_of(loads, movement=word(movement), posture=posture, supply_class=told, use=use)
            parts = {supply_class: f"{movement}.{posture.id}.{supply_class}" for supply_class in CLASSES}
            yield Step(id=f"{movement}.{posture.id}.total", formula=summed, takes=parts, tallied=True)


def lift_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Trains, vehicles by road and flights that bring a force of each size."""
    for size in inputs.sizes:
        persons, told = {"persons": size}, number_of(size)
        yield step_of(vehicles, persons, size=told)
        yield step_of(vehicle_trains, size=told)
        yield step_of(vehicles_by_road, size=told)
        yield step_of(sorties, persons, size=told)


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
