"""The network as a model to ask again and again: the largest force and the cheapest plan, with any links closed.

For a case, the network comes with its limits in the three capacity cases.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from peacebrief.errors import AnalystError
from peacebrief.logistics.flow.largest_supplied_force import LargestForce, LargestForceProgram
from peacebrief.logistics.flow.least_cost import LeastCostProgram, Plan, Task
from peacebrief.logistics.given import CASES, LogisticsInputs
from peacebrief.logistics.network.limits import Limits, limits_of_case
from peacebrief.logistics.network.only_way import cut_off
from peacebrief.logistics.network.supply_network import Network, network_of
from peacebrief.logistics.origins import SHARES
from peacebrief.uncertainty.arrays import Floats

# ASSUME: in the low and in the high case the shares that limit the force, fuel and ammunition are low or high as well.


class FlowModel:
    """One network, its programs built once. Closed links are given by id.

    Fastest where the demand and the limits (or the task) stay the same objects and only the closed links change.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._force = LargestForceProgram(network)
        self._cost = LeastCostProgram(network)

    def largest_force(
        self,
        *,
        demand_kg_per_person_day: Floats,
        limits: Limits,
        closed_links: Collection[str] = (),
        avoid: Collection[str] = (),
        start: Any = None,
    ) -> LargestForce:
        """The largest force, its flows and its shadow prices, for a demand by class.

        Its flows use the links to `avoid` as little as they can. `start` is the basis of an earlier result.
        """
        self._force.set(demand_kg_per_person_day=demand_kg_per_person_day, limits=limits, start=start)
        return self._force.result(closed_links, avoid=avoid, start=start)

    def largest_persons(
        self, *, demand_kg_per_person_day: Floats, limits: Limits, closed_links: Collection[str] = (), start: Any = None
    ) -> float:
        """The largest force alone."""
        self._force.set(demand_kg_per_person_day=demand_kg_per_person_day, limits=limits, start=start)
        return self._force.persons(closed_links, start=start)

    def least_cost(
        self, task: Task, *, closed_links: Collection[str] = (), unique: bool = True, start: Any = None
    ) -> Plan:
        """The cheapest plan for a task.

        Its cost and what stays unmet of each class are the only ones; its flows are too, unless `unique` is False,
        which takes a quarter of the time. `start` is the basis of an earlier plan that need not be unique.
        """
        self._cost.set(task)
        return self._cost.plan(closed_links, unique=unique, start=start)


@dataclass(frozen=True, kw_only=True)
class Supply:
    """The network, its program, and its limits by capacity case."""

    network: Network
    model: FlowModel
    limits: Mapping[str, Limits]
    shares: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, inputs: LogisticsInputs, *, reached_only: bool = False, with_fleets: bool = False) -> Supply:
        """The network of a case; with `reached_only` without the sectors that no open route reaches.

        With `with_fleets`, what carries on the ways limits the flow as well.

        Raises AnalystError where no sector is left.
        """
        network = network_of(_reached(inputs.record) if reached_only else inputs.record, with_fleets=with_fleets)
        shares = {case: {name: at_level(inputs, name, case) for name in SHARES} for case in CASES}
        limits = {case: limits_of_case(network, case=case, **shares[case]) for case in CASES}
        return cls(network=network, model=FlowModel(network), limits=limits, shares=shares)

    @cached_property
    def inside(self) -> frozenset[str]:
        """The links with both ends in the theatre."""
        links = self.network.links
        return frozenset(link for link, inside in zip(links.ids, links.inside.tolist(), strict=True) if inside)


def _reached(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record without the sectors that no open route reaches, the shares of the others raised in proportion."""
    away = set(cut_off(record))
    kept = [row for row in record["sectors"] if row["id"] not in away]
    total = sum(float(row["share"]) for row in kept)
    if total <= 0:
        raise AnalystError("No open route leads to any sector of the network; open a link in links.csv.")
    return {**record, "sectors": [{**row, "share": float(row["share"]) / total} for row in kept]}


def at_level(inputs: LogisticsInputs, name: str, case: str) -> float:
    """An assumption at its low, central or high end; one that never varies is the same in every case."""
    quantity = inputs.quantity(name)
    if case == "central" or quantity.distribution == "fixed":
        return quantity.central_point()
    low, high = quantity.range()
    return low if case == "low" else high
