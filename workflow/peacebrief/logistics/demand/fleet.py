"""Fleets: vehicles that carry so many tonnes a day, N = Q T_c / (P LF A H).

As steps for the last mile: military lorries and fuel semi-trailers at the reference size.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import MILITARY_LORRY
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of, word
from peacebrief.uncertainty.arrays import Number

FLEETS = {"lorries": (MILITARY_LORRY, "military lorries"), "tankers": ("last_mile_fuel", "military fuel semi-trailers")}
METHOD = (
    "Tonnes a day divided by what one vehicle carries: payload, load factor, availability and working hours over the "
    "hours of one round of the last mile."
)


@node("cycle.{vehicle}", speed_kmh="vehicle.{use}.speed")
def cycle_hours(*, last_mile_distance: Number, speed_kmh: Number, handling_hours: Number) -> Number:
    """Working hours of one round: there and back, loading and unloading."""
    return 2 * last_mile_distance / speed_kmh + handling_hours


@node(
    "per_vehicle.{vehicle}",
    cycle_hours="cycle.{vehicle}",
    payload_t="vehicle.{use}.payload",
    load_factor="vehicle.{use}.load_factor",
    availability="vehicle.{use}.availability",
    hours_per_day="vehicle.{use}.hours",
)
def tonnes_per_vehicle(
    *, cycle_hours: Number, payload_t: Number, load_factor: Number, availability: Number, hours_per_day: Number
) -> Number:
    """Tonnes a day that one vehicle of the fleet carries, those in the workshop counted in."""
    return payload_t * load_factor * availability * hours_per_day / cycle_hours


def fleet(*, tonnes_per_day: Number, tonnes_per_vehicle: Number) -> Number:
    """Vehicles needed."""
    return tonnes_per_day / tonnes_per_vehicle


def fleet_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Vehicles of the last mile, without spares, escorts and water bowsers."""
    for kind, (use, label) in FLEETS.items():
        yield step_of(cycle_hours, vehicle=Named(kind, label), use=word(use))
        yield step_of(tonnes_per_vehicle, vehicle=Named(kind, label), use=word(use))
    size = number_of(inputs.reference_size)
    for posture in inputs.postures:
        dry = {supply_class: f"tonnes.{posture}.{supply_class}" for supply_class in CLASSES if supply_class != "fuel"}
        yield Step(id=f"dry.{posture}", formula=summed, takes=dry)
        for kind, (_, label) in FLEETS.items():
            tonnes = f"tonnes.{posture}.fuel" if kind == "tankers" else f"dry.{posture}"
            yield Step(
                id=f"fleet.{kind}.{posture}",
                formula=fleet,
                takes={"tonnes_per_day": tonnes, "tonnes_per_vehicle": f"per_vehicle.{kind}"},
                unit="vehicles",
                label="{vehicle} for the last mile, {size} troops, {posture}",
                method=METHOD,
                family="logistics.fleet.{vehicle}.{posture}",
                about={"vehicle": Named(kind, label), "size": size, "posture": posture_of(posture)},
            )
