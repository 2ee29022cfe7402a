"""The fuel that delivery burns as steps: lorries on the trunk roads of the theatre, and on the last mile."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.delivery_fuel import added_fuel, burn_per_tonne, fuel_with_delivery
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.leg import ROAD_INSIDE
from peacebrief.reasoning.step import Step

HIRED_LORRY = "V_ART"
MILITARY_LORRY = "V_8X8"

# ASSUME: trunk roads inside the theatre are driven by hired articulated lorries, the last mile by military lorries.
# ASSUME: fuel that lorries burn outside the theatre is bought there and need not be delivered.
# ASSUME: a tonne of any class burns the same amount of fuel on its way.


def delivery_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Fuel demand with its own delivery, by posture."""
    density = fuel_density(inputs)
    last_mile = {
        **lorry(MILITARY_LORRY),
        "distance_km": "last_mile_distance",
        "litres_per_100km": "military_lorry_fuel",
    }
    yield Step(id="burn.last_mile", formula=burn_per_tonne, takes=last_mile, constants=density)
    for posture in inputs.postures:
        line_haul = {
            **lorry(HIRED_LORRY),
            "distance_km": f"leg.{ROAD_INSIDE}.{posture}",
            "litres_per_100km": "lorry_fuel",
        }
        yield Step(id=f"burn.{posture}", formula=burn_per_tonne, takes=line_haul, constants=density)
        yield Step(
            id=f"gross.{posture}.fuel",
            formula=fuel_with_delivery,
            takes={
                "fuel": f"demand.{posture}.fuel",
                "delivered": f"demand.{posture}",
                "line_haul": f"burn.{posture}",
                "last_mile": "burn.last_mile",
            },
        )
        yield Step(
            id=f"delivery_fuel.{posture}",
            formula=added_fuel,
            takes={"before": f"demand.{posture}.fuel", "after": f"gross.{posture}.fuel"},
            unit="share",
            label=f"share of the fuel that delivery itself burns, {posture_label(posture)}",
            method="What lorries burn there and back inside the theatre, and what carrying that fuel burns in turn, "
            "as a share of all fuel.",
            fact=f"logistics.delivery_fuel.{posture}",
        )


def lorry(vehicle: str) -> dict[str, str]:
    """Payload and load factor of a kind of vehicle, as arguments."""
    return {"payload_t": f"vehicle.{vehicle}.payload", "load_factor": f"vehicle.{vehicle}.load_factor"}


def fuel_density(inputs: LogisticsInputs) -> tuple[tuple[str, float], ...]:
    """Kilogrammes in a litre of fuel, by the table of consumption. Raises ValueError where there is no fuel in it."""
    found = [row.kg_per_unit for row in inputs.consumption if row.supply_class == "fuel"]
    if not found:
        raise ValueError("the table of consumption has no row of class fuel")
    return (("kg_per_litre", found[0]),)
