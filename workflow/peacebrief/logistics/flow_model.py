"""The network as a model to ask again and again: the largest force and the cheapest plan, with any links closed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from peacebrief.logistics.capacities import Limits
from peacebrief.logistics.force_result import LargestForce
from peacebrief.logistics.largest_force import LargestForceProgram
from peacebrief.logistics.least_cost import LeastCostProgram, Plan, Task
from peacebrief.logistics.network import Network
from peacebrief.uncertainty.arrays import Floats


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
