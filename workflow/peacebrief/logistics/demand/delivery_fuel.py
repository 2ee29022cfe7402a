"""Fuel that delivery itself burns, which has to be delivered as well.

As steps: lorries on the trunk roads of the theatre, and on the last mile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.demand.way_of_a_tonne import ROAD_INSIDE
from peacebrief.logistics.given import KG_PER_TONNE, LogisticsInputs
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Number

MOST_PASSES = 50

# ASSUME: a lorry returns empty and burns as much on the way back.
WAYS = 2

HIRED_LORRY, MILITARY_LORRY = "hired", "last_mile"

# ASSUME: trunk roads inside the theatre are driven by hired articulated lorries, the last mile by military lorries.
# ASSUME: fuel that lorries burn outside the theatre is bought there and need not be delivered.
# ASSUME: a tonne of any class burns the same amount of fuel on its way.


def burn_per_tonne(
    *,
    distance_km: Number,
    payload_t: Number,
    load_factor: Number,
    litres_per_100km: Number,
    kg_per_litre: Number | float,
) -> Number:
    """Kilogrammes of fuel burnt for one tonne carried `distance_km` by road, the way back included."""
    return WAYS * distance_km / (payload_t * load_factor) * litres_per_100km / 100 * kg_per_litre


@node(
    "gross.{posture}.fuel",
    fuel="demand.{posture}.fuel",
    delivered="demand.{posture}",
    line_haul="burn.{posture}",
    last_mile="burn.last_mile",
)
def fuel_with_delivery(*, fuel: Number, delivered: Number, line_haul: Number, last_mile: Number) -> Number:
    """Fuel demand with what its delivery and that of everything else burns (kg a person and day).

    `fuel` is the demand before and `delivered` that of all classes; `line_haul` and `last_mile` are kilogrammes burnt
    a tonne. The closed form of the loop: what is burnt has to be delivered too. Raises ValueError where delivery burns
    all it carries.
    """
    share = (line_haul + last_mile) / KG_PER_TONNE
    if (share >= 1) if isinstance(share, float) else bool((share >= 1).any()):
        raise ValueError(
            "delivery burns as much fuel as it carries; the distances or the consumption of lorries are wrong"
        )
    return fuel + delivered * share / (1 - share)


@node(
    "delivery_fuel.{posture}",
    "share of the fuel that delivery itself burns, {posture}",
    "share",
    family="logistics.delivery_fuel.{posture}",
    before="demand.{posture}.fuel",
    after="gross.{posture}.fuel",
)
def added_fuel(*, before: Number, after: Number) -> Number:
    """What lorries burn there and back inside the theatre, and what carrying that fuel burns in turn, as a share of all
    fuel.
    """
    return (after - before) / after


def converged(burn: Callable[[float], float], *, tolerance: float) -> tuple[float, int]:
    """The fuel `x` with `burn(x) = x` within `tolerance`, and the passes taken, from no fuel for delivery at first.

    `burn` gives what delivery burns when `x` is delivered on top. Raises ValueError where it does not settle.
    """
    known = 0.0
    for passes in range(1, MOST_PASSES + 1):
        found = burn(known)
        if abs(found - known) < tolerance:
            return found, passes
        known = found
    raise ValueError(
        "the fuel burnt on delivery does not settle; the distances or the consumption of lorries are wrong"
    )


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
        yield step_of(fuel_with_delivery, posture=posture_of(posture))
        yield step_of(added_fuel, posture=posture_of(posture))


def lorry(use: str) -> dict[str, str]:
    """Payload and load factor of the lorries of one use, as arguments."""
    return {"payload_t": f"vehicle.{use}.payload", "load_factor": f"vehicle.{use}.load_factor"}


def fuel_density(inputs: LogisticsInputs) -> tuple[tuple[str, float], ...]:
    """Kilogrammes in a litre of fuel, by the table of consumption. Raises ValueError where there is no fuel in it."""
    found = [row.kg_per_unit for row in inputs.consumption if row.supply_class == "fuel"]
    if not found:
        raise ValueError("the table of consumption has no row of class fuel")
    return (("kg_per_litre", found[0]),)
