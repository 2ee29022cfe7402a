"""Fleets: vehicles that carry so many tonnes a day, N = Q T_c / (P LF A H).

As steps for the last mile: military lorries and fuel semi-trailers at the reference size.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.demand.daily_demand import posture_of, summed
from peacebrief.logistics.demand.delivery_fuel import MILITARY_LORRY
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import Named, number_of
from peacebrief.uncertainty.arrays import Number

FLEETS = {"lorries": (MILITARY_LORRY, "military lorries"), "tankers": ("V_TNKS", "military fuel semi-trailers")}
METHOD = (
    "Tonnes a day divided by what one vehicle carries: payload, load factor, availability and working hours over the "
    "hours of one round of the last mile."
)


def cycle_hours(*, distance_km: Number, speed_kmh: Number, handling_hours: Number) -> Number:
    """Working hours of one round: there and back, loading and unloading."""
    return 2 * distance_km / speed_kmh + handling_hours


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
    for kind, (vehicle, _) in FLEETS.items():
        yield from _vehicle(kind, f"vehicle.{vehicle}")
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


def _vehicle(kind: str, vehicle: str) -> Iterator[Step]:
    round_trip = {
        "distance_km": "last_mile_distance",
        "speed_kmh": f"{vehicle}.speed",
        "handling_hours": "handling_hours",
    }
    yield Step(id=f"cycle.{kind}", formula=cycle_hours, takes=round_trip)
    takes = {
        "cycle_hours": f"cycle.{kind}",
        "payload_t": f"{vehicle}.payload",
        "load_factor": f"{vehicle}.load_factor",
        "availability": f"{vehicle}.availability",
        "hours_per_day": f"{vehicle}.hours",
    }
    yield Step(id=f"per_vehicle.{kind}", formula=tonnes_per_vehicle, takes=takes)
