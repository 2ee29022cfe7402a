"""The cheapest plan for the reference size in every posture, and the way of a tonne in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
from peacebrief.logistics.given import CASES, FUEL, KG_PER_TONNE, LogisticsInputs
from peacebrief.logistics.network.links import is_set
from peacebrief.reasoning.record import Table, table
from peacebrief.uncertainty.arrays import Floats

TOLERANCE_KG_PER_TONNE = 0.1

FLOWS = (
    "link", "from_node", "to_node", "from_lat", "from_lon", "to_lat", "to_lon", "mode", "corridor", "gauge_break",
    "enters_theatre", "tonnes", "capacity", "use", "size", "posture", "capacity_case",
)  # fmt: skip
SHOWN_CASE = "central"


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


def flows_table(inputs: LogisticsInputs, *, supply: Supply, plans: Mapping[str, Cheapest]) -> Table:
    """Every open link with what it carries in the cheapest plan of the reference size in the calmest posture."""
    posture = inputs.postures[0]
    shown = (inputs.reference_size, posture, SHOWN_CASE)
    return table(FLOWS, ([*cells, *shown] for cells in _carried(inputs.record, supply, plans[posture].plan)))


def _carried(record: Mapping[str, Any], supply: Supply, plan: Plan) -> Iterator[list[Any]]:
    nodes, rows = ({row["id"]: row for row in record[kind]} for kind in ("nodes", "links"))
    carried = supply.network.link_flow(plan.flow_t_per_day).sum(axis=1)
    for place, link in enumerate(supply.network.links.ids):
        row = rows[link]
        start, end = nodes[row["from_node"]], nodes[row["to_node"]]
        tonnes, capacity = float(carried[place]), _capacity(supply, place)
        yield [
            *(link, start["id"], end["id"], start["lat"], start["lon"], end["lat"], end["lon"]),
            *(row["mode"], row["corridor"], is_set(row["gauge_break"]), is_set(row["enters_theatre"])),
            *(tonnes, capacity, tonnes / capacity if capacity > 0 else 0.0),
        ]


def _capacity(supply: Supply, place: int) -> float:
    """What the force may use of a link in the case shown, both directions apart."""
    links = supply.network.links
    share = supply.shares[SHOWN_CASE]["force_share"] if links.shared[place] else 1.0
    return float(links.capacity_t_per_day[CASES.index(SHOWN_CASE), place]) * share
