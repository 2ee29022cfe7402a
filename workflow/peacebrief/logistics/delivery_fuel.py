"""Fuel that delivery itself burns, which has to be delivered as well."""

from __future__ import annotations

from collections.abc import Callable

from peacebrief.uncertainty.arrays import Number

KG_PER_TONNE = 1000
MOST_PASSES = 50

# ASSUME: a lorry returns empty and burns as much on the way back.
WAYS = 2


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


def added_fuel(*, before: Number, after: Number) -> Number:
    """The share of the fuel demand that is burnt on delivery."""
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
