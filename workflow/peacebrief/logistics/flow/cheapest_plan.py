"""The cheapest plan for the reference size in every posture, and the way of a tonne in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peacebrief.logistics.demand.delivery_fuel import (
    HIRED_LORRY,
    MILITARY_LORRY,
    burn_per_tonne,
    converged,
    fuel_density,
    lorry,
)
from peacebrief.logistics.demand.way_of_a_tonne import LEGS, MODES, ROAD_INSIDE
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.flow.least_cost import Plan, Prices, Task
from peacebrief.logistics.given import FUEL, KG_PER_TONNE, LogisticsInputs
from peacebrief.uncertainty.arrays import Floats

TOLERANCE_KG_PER_TONNE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cheapest:
    """One plan, the demand it carries (kg a person and day by class), and the average way of a tonne in it.

    `km` has kilometres by leg, `transhipped` the times a tonne changes gauge, `passes` those of the delivery loop.
    """

    plan: Plan
    demand_kg_per_person_day: Floats
    km: Mapping[str, float]
    transhipped: float
    passes: int


def prices_of(inputs: LogisticsInputs) -> Prices:
    """Prices of transport at their central points."""
    price = {cost: inputs.quantity(cost).central_point() for _, cost in MODES.values()}
    return Prices(
        eur_per_tkm={mode: price[cost] for mode, (_, cost) in MODES.items()},
        transhipment_eur_per_t=inputs.quantity("transhipment_cost").central_point(),
        war_risk_ratio=inputs.quantity("war_risk_ratio").central_point(),
    )


def cheapest(inputs: LogisticsInputs, supply: Supply, central: Mapping[str, float], before: Floats) -> Cheapest:
    """The cheapest plan for the reference size at the central point, with the fuel that delivery burns carried too.

    `before` is the demand without that fuel, `central` the numbers of lorries and of the last mile.
    Raises ValueError where delivery burns all it carries.
    """
    density, prices = dict(fuel_density(inputs))["kg_per_litre"], prices_of(inputs)
    tried: list[tuple[Plan, Floats, dict[str, float]]] = []

    def burnt_kg_per_tonne(added: float) -> float:
        """What is burnt for each tonne of the demand before, when `added` kilogrammes are carried on top of it."""
        demand = before.copy()
        demand[FUEL] += added / KG_PER_TONNE * before.sum()
        task = Task(
            persons=inputs.reference_size,
            demand_kg_per_person_day=demand,
            limits=supply.limits["central"],
            prices=prices,
        )
        plan = supply.model.least_cost(task)
        km = leg_km(supply, plan)
        tried.append((plan, demand, km))
        return float(burn(central, km[ROAD_INSIDE], density) * demand.sum() / before.sum())

    _, passes = converged(burnt_kg_per_tonne, tolerance=TOLERANCE_KG_PER_TONNE)
    plan, demand, km = tried[-1]
    times = transhipped(supply, plan)
    return Cheapest(plan=plan, demand_kg_per_person_day=demand, km=km, transhipped=times, passes=passes)


def burn(central: Mapping[str, float], trunk_km: float, density: float) -> float:
    """Kilogrammes of fuel for one tonne: hired lorries on trunk roads and military lorries on the last mile."""
    ways = (
        (HIRED_LORRY, trunk_km, central["lorry_fuel"]),
        (MILITARY_LORRY, central["last_mile_distance"], central["military_lorry_fuel"]),
    )
    return sum(
        burn_per_tonne(
            **{argument: central[name] for argument, name in lorry(vehicle).items()},
            distance_km=km,
            litres_per_100km=litres,
            kg_per_litre=density,
        )
        for vehicle, km, litres in ways
    )


def leg_km(supply: Supply, plan: Plan) -> dict[str, float]:
    """Average kilometres of a tonne by leg, over all that is delivered."""
    network = supply.network
    links = network.links
    tkm = network.link_flow(plan.flow_t_per_day).sum(axis=1) * links.distance_km
    found = {leg.id: 0.0 for leg in LEGS}
    for leg in LEGS:
        members = [mode == leg.mode for mode in links.mode]
        found[leg.id] = float(tkm[members & (links.inside == leg.inside)].sum()) / delivered(supply, plan)
    return found


def transhipped(supply: Supply, plan: Plan) -> float:
    """How many times a tonne changes gauge on its way, on the average."""
    flow = supply.network.link_flow(plan.flow_t_per_day).sum(axis=1)
    return float(flow[supply.network.links.gauge_break].sum()) / delivered(supply, plan)


def delivered(supply: Supply, plan: Plan) -> float:
    """Tonnes a day that leave the origins; at least a trace, so that a way has a length."""
    network = supply.network
    leaving = network.supply[network.arc_from] & ~network.supply[network.arc_to]
    return max(float(plan.flow_t_per_day[leaving].sum()), 1e-9)
