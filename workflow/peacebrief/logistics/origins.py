"""What a result of the network came from: every corridor, the sectors, and the assumptions and demands it was given."""

from __future__ import annotations

from collections.abc import Iterable

from peacebrief.logistics.demand.delivery_fuel import HIRED_LORRY, MILITARY_LORRY
from peacebrief.logistics.demand.way_of_a_tonne import MODES
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.logistics.network.corridor_capacity import network_because

SHARES = ("force_share", "tank_wagon_share", "hazardous_share")
PRICES = ("transhipment_cost", "war_risk_ratio", *(cost for _, cost in MODES.values()))
LOOP = ("lorry_fuel", "military_lorry_fuel", "last_mile_distance")


def assumed(inputs: LogisticsInputs, names: Iterable[str]) -> tuple[str, ...]:
    """The rows of assumptions."""
    return tuple(inputs.quantity(name).origin for name in names)


def limits_because(inputs: LogisticsInputs) -> tuple[str, ...]:
    """The network and the shares that limit what the force may use of it."""
    return (*network_because(inputs), *assumed(inputs, SHARES))


def demand_because(posture: str) -> tuple[str, ...]:
    """The demand of a posture by class, and the fuel that delivery adds."""
    return (*(f"fact:logistics.demand.{posture}.{name}" for name in CLASSES), f"fact:logistics.delivery_fuel.{posture}")


def plan_because(inputs: LogisticsInputs, posture: str) -> tuple[str, ...]:
    """What a cheapest plan came from: limits, prices, the demand before delivery, and what lorries burn."""
    classes = (f"fact:logistics.demand.{posture}.{name}" for name in CLASSES)
    lorries = (inputs.carrier(use).origin for use in (HIRED_LORRY, MILITARY_LORRY))
    return (*limits_because(inputs), *assumed(inputs, (*PRICES, *LOOP)), *classes, *lorries)


def force_because(inputs: LogisticsInputs, posture: str) -> tuple[str, ...]:
    """What the largest force of a posture came from."""
    return (*limits_because(inputs), *demand_because(posture))


def drawn_because(inputs: LogisticsInputs, posture: str) -> tuple[str, ...]:
    """What the largest force over all draws came from: its corridors may be tied to a common factor."""
    ties = (inputs.ties[name].origin for name in sorted(inputs.ties) if name.startswith("capacity.") or name in SHARES)
    return (*force_because(inputs, posture), *ties)


def stock_because(inputs: LogisticsInputs, posture: str) -> tuple[str, ...]:
    """What days until a stock-out came from: the force that can be fed after a loss, and the days of the policy."""
    policy = assumed(inputs, (f"stock_days_{name}" for name in CLASSES))
    ammunition = f"fact:logistics.demand.{inputs.postures[-1]}.ammunition"
    return (*force_because(inputs, posture), *policy, ammunition)


def cost_because(inputs: LogisticsInputs, posture: str) -> tuple[str, ...]:
    """What the cost of transport after a loss came from."""
    return (*force_because(inputs, posture), *assumed(inputs, PRICES))
