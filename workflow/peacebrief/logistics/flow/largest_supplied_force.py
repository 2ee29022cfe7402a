"""The largest force that the network can feed: a linear program over flows by class and the size of the force.

It finds the force, its flows and the shadow prices of the limits.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.errors import AnalystError
from peacebrief.logistics.flow.flow_matrix import TKM, columns_of, flow_matrix, flow_rows, limit_rows
from peacebrief.logistics.flow.linear_program import UNBOUNDED, LinearProgram, Matrix
from peacebrief.logistics.given import CLASSES
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

PROVISIONS, OTHER = CLASSES.index("provisions"), CLASSES.index("other")
# No limit tells provisions and other supplies apart, so they travel as one: the program is a quarter smaller.
APART = len(CLASSES) - 1

PERSONS = 1000  # the unit of the force in the program: a kilogramme a person and day is a tonne a day for each
RELUCTANCE = (
    1e-6  # the cost of a tonne on a link to avoid: far less than any tonne is worth, so the force stays as large
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LargestForce:
    """The largest force, the flows that feed it and the shadow prices of the limits.

    `flow_t_per_day` is by arc and class. The prices are persons for one more tonne a day of each limit: the whole of an
    arc, its tank-wagon racks, its dangerous goods, and handling; or for one more tonne-kilometre a day of a fleet. The
    prices times the limits add up to `persons`.
    `delivery_price` (classes) is what a tonne a day is worth at the sectors, spread by their shares: the needs of a
    thousand persons times these prices are a thousand persons. `basis` is where another solve may start from.
    """

    persons: float
    flow_t_per_day: Floats
    arc_price: Floats
    rack_price: Floats
    hazard_price: Floats
    handling_price: Floats
    fleet_price: Floats
    delivery_price: Floats
    basis: Any


def together(by_class: Floats) -> Floats:
    """A demand by class (classes) with what travels as one added up."""
    apart = by_class[:APART].copy()
    apart[PROVISIONS] += by_class[OTHER]
    return apart


def divided(flow_t_per_day: Floats, demand: Floats) -> Floats:
    """Flows of all classes (arcs, classes): what travels as one is divided as it is demanded (classes)."""
    both = demand[PROVISIONS] + demand[OTHER]
    share = demand[OTHER] / both if both > 0 else 0.0
    flow = np.concatenate([flow_t_per_day, flow_t_per_day[:, [PROVISIONS]] * share], axis=1)
    flow[:, PROVISIONS] *= 1 - share
    return flow


class LargestForceProgram:
    """The program of one network, built once. Each setting is solved once; closures start from its basis."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._rows = flow_rows(network, width=APART)
        self._flows = len(network.arc_link) * APART
        nodes, sector = np.unique(network.sector_node, return_inverse=True)
        self._share = np.bincount(sector, weights=network.sector_share)
        balance = self._rows.balance[nodes].ravel()
        self._fed = np.flatnonzero(balance >= 0)
        self._demand_rows = balance[self._fed]
        self._program = self._built()
        self._setting: tuple[tuple[float, ...], Limits] | None = None
        self._demand = np.zeros(len(CLASSES))
        self._basis: Any = None

    def set(self, *, demand_kg_per_person_day: Floats, limits: Limits, start: Any = None) -> None:
        """Take another demand (by class) and other limits, and solve, from the basis `start` or the last.

        Nothing happens where both are as before. Raises AnalystError where no sector demands anything.
        """
        demand = np.asarray(demand_kg_per_person_day, dtype=np.float64)
        setting = (tuple(demand.tolist()), limits)
        if self._setting is not None and setting[0] == self._setting[0] and limits is self._setting[1]:
            return
        self._setting = None
        share = (self._share[:, None] * together(demand)).ravel()[self._fed]
        if not share.max(initial=0.0) > 0:
            raise AnalystError("The largest force has no limit: no sector of the network demands anything.")
        self._program.change_coefficients(self._demand_rows, np.full(len(share), self._flows), -share)
        ceiling = limit_rows(self._rows, limits)
        places = np.arange(self._rows.first_limit, self._rows.count)
        self._program.change_rows(places, np.full(len(ceiling), -UNBOUNDED), ceiling)
        self._program.solve(start=start)
        self._basis = self._program.basis()
        self._demand = demand
        self._setting = setting

    def persons(self, closed_links: Collection[str] = (), *, avoid: Collection[str] = (), start: Any = None) -> float:
        """The largest force with some links closed, from the basis `start` or that of the open network.

        Of the flows that feed it, the solution takes some that use the links to `avoid` as little as they can.
        """
        closed, shunned = self._columns(closed_links), self._columns(avoid)
        self._program.change_columns(closed, np.zeros(len(closed)))
        self._program.change_costs(shunned, np.full(len(shunned), RELUCTANCE))
        try:
            cost = self._program.solve(start=start if start is not None and closed_links else self._basis)
            return PERSONS * (self._program.solution()[0][-1] if avoid else -cost)
        finally:
            self._program.change_columns(closed, np.full(len(closed), UNBOUNDED))
            self._program.change_costs(shunned, np.zeros(len(shunned)))

    def result(
        self, closed_links: Collection[str] = (), *, avoid: Collection[str] = (), start: Any = None
    ) -> LargestForce:
        """The largest force with its flows and prices, as `persons`."""
        persons = self.persons(closed_links, avoid=avoid, start=start)
        columns, duals = self._program.solution()
        prices = np.maximum(-duals[self._rows.first_limit :], 0.0) * PERSONS
        kinds = [len(self._network.arc_link), len(self._rows.racked), len(self._rows.hazardous)]
        kinds += [len(self._network.handling.node)]
        arcs, racks, hazards, handling, fleets = np.split(prices, np.cumsum(kinds))
        return LargestForce(
            persons=persons,
            flow_t_per_day=divided(columns[: self._flows].reshape(-1, APART), self._demand),
            arc_price=arcs,
            rack_price=racks,
            hazard_price=hazards,
            handling_price=handling,
            fleet_price=fleets / TKM,
            delivery_price=self._delivery_price(duals),
            basis=self._program.basis(),
        )

    def _columns(self, links: Collection[str]) -> Integers:
        return columns_of(self._network.arcs_of(links), width=APART)

    def _delivery_price(self, duals: Floats) -> Floats:
        price = np.zeros(len(self._share) * APART)
        price[self._fed] = duals[self._demand_rows] * PERSONS
        apart = (price.reshape(-1, APART) * self._share[:, None]).sum(axis=0)
        return np.append(apart, apart[PROVISIONS])

    def _built(self) -> LinearProgram:
        rows, force = self._rows, self._flows
        flows = flow_matrix(self._network, rows)
        matrix = Matrix(
            rows=np.concatenate([flows.rows, self._demand_rows]),
            columns=np.concatenate([flows.columns, np.full(len(self._demand_rows), force)]),
            values=np.concatenate([flows.values, np.full(len(self._demand_rows), -1.0)]),
        )
        cost = np.zeros(force + 1)
        cost[force] = -1.0
        return LinearProgram(
            matrix=matrix,
            cost=cost,
            column_upper=np.full(force + 1, UNBOUNDED),
            row_lower=np.where(np.arange(rows.count) < rows.first_limit, 0.0, -UNBOUNDED),
            row_upper=np.zeros(rows.count),
        )
