"""The cheapest way to supply a force of a given size, and what stays unmet where the network cannot.

What it costs to move a tonne along an arc comes from its distance, its mode and where it lies. Optimal costs are
unique, flows are not: a last program picks the plan of least generic weight among the cheapest ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.logistics.flow.flow_matrix import columns_of, flow_matrix, flow_rows, limit_rows
from peacebrief.logistics.flow.linear_program import UNBOUNDED, LinearProgram, Matrix, generic_weights
from peacebrief.logistics.given import CLASSES
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats

WIDTH = len(CLASSES)
KG_PER_T = 1000
EUR = 1000  # the unit of cost in the program, which keeps its numbers near one
# ASSUME: where not all can be carried, provisions come before fuel, fuel before ammunition, ammunition before the rest,
# and a tonne of a class is worth ten of the next.
STEP = 10.0
TOLERANCE = 1e-8  # prices of bounds, in thousand EUR a tonne, below which a bound may be left without cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Prices of transport: EUR a tonne-kilometre by mode, EUR a tonne at a gauge break, and the factor of war risk."""

    eur_per_tkm: Mapping[str, float]
    transhipment_eur_per_t: float
    war_risk_ratio: float


def arc_costs(network: Network, prices: Prices) -> Floats:
    """EUR a tonne along each arc: distance times the price of the mode, dearer inside the theatre, and transhipment.

    Raises KeyError for a mode without a price.
    """
    links = network.links
    by_mode = np.array([prices.eur_per_tkm[mode] for mode in links.mode])
    # ASSUME: war-risk cover makes transport dearer on links inside the theatre, and not on those that lead into it.
    risk = np.where(links.inside, prices.war_risk_ratio, 1.0)
    cost = links.distance_km * by_mode * risk + links.gauge_break * prices.transhipment_eur_per_t
    return np.asarray(cost[network.arc_link], dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """Flows by arc and class, what stays unmet by sector and class (t/day), and the cost of transport (EUR/day).

    `basis` is that of a cheapest plan, where another solve may start from.
    """

    cost_eur_per_day: float
    flow_t_per_day: Floats
    unmet_t_per_day: Floats
    basis: Any


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """What is to be carried: persons, their demand by class (kg a person and day), limits and prices."""

    persons: float
    demand_kg_per_person_day: Floats
    limits: Limits
    prices: Prices


class LeastCostProgram:
    """The program of one network, built once. Each task is solved once; closures start from its basis."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._rows = flow_rows(network, width=WIDTH)
        self._flows = len(network.arc_link) * WIDTH
        self._demand_rows = self._rows.balance[network.sector_node].ravel()
        self._weights = generic_weights(_names(network))
        self._task: Task | None = None
        self._basis: Any = None
        self._cost = self._upper = np.zeros(len(self._weights))
        self._bounds = np.zeros((2, self._rows.count))
        self._program = self._built()

    def set(self, task: Task) -> None:
        """Take another task and solve it. Nothing happens where the task is the same object as before."""
        if task is self._task:
            return
        self._task = None
        shares = self._network.sector_share[:, None] * task.demand_kg_per_person_day * task.persons / KG_PER_T
        # A sector at a node that supplies without limit is fed where it stands.
        demand = np.where(self._demand_rows >= 0, shares.ravel(), 0.0)
        arcs = arc_costs(self._network, task.prices) / EUR
        # A tonne left behind costs more than any way through the network, which comes to each node once at most.
        dearest = np.zeros(len(self._network.nodes))
        np.maximum.at(dearest, self._network.arc_to, arcs)
        lost = max(dearest.sum(), 1.0) * STEP ** np.arange(WIDTH - 1, -1, -1)
        self._cost = np.concatenate([np.repeat(arcs, WIDTH), np.tile(lost, len(self._network.sectors))])
        self._upper = np.concatenate([np.full(self._flows, UNBOUNDED), demand])
        first = self._rows.first_limit
        self._bounds[:] = np.bincount(np.maximum(self._demand_rows, 0), weights=demand, minlength=self._rows.count)
        self._bounds[0, first:] = -UNBOUNDED
        self._bounds[1, first:] = limit_rows(self._rows, task.limits)
        self._restore()
        self._program.solve()
        self._basis = self._program.basis()
        self._task = task

    def plan(self, closed_links: Collection[str] = (), *, unique: bool = True, start: Any = None) -> Plan:
        """The cheapest plan of the task with some links closed; without `unique`, any of the cheapest ones."""
        closed = columns_of(self._network.arcs_of(closed_links), width=WIDTH)
        self._program.change_columns(closed, np.zeros(len(closed)))
        try:
            self._program.solve(start=self._basis if start is None else start)
            basis = self._program.basis()
            if unique:
                self._program.keep_to_optimum(tolerance=TOLERANCE)
                self._program.change_costs(np.arange(len(self._weights)), self._weights)
                self._program.solve()
            found, _ = self._program.solution()
        finally:
            self._restore()
        found = np.maximum(found, 0.0)
        return Plan(
            cost_eur_per_day=float((found * self._cost)[: self._flows].sum() * EUR),
            flow_t_per_day=found[: self._flows].reshape(-1, WIDTH),
            unmet_t_per_day=found[self._flows :].reshape(-1, WIDTH),
            basis=basis,
        )

    def _restore(self) -> None:
        """The bounds and costs of the task, after a closure or a search among the cheapest plans."""
        columns = np.arange(len(self._weights))
        self._program.change_columns(columns, self._upper)
        self._program.change_costs(columns, self._cost)
        self._program.change_rows(np.arange(self._rows.count), *self._bounds)

    def _built(self) -> LinearProgram:
        flows = flow_matrix(self._network, self._rows)
        fed = np.flatnonzero(self._demand_rows >= 0)
        matrix = Matrix(
            rows=np.concatenate([flows.rows, self._demand_rows[fed]]),
            columns=np.concatenate([flows.columns, self._flows + fed]),
            values=np.concatenate([flows.values, np.ones(len(fed))]),
        )
        lower, upper = self._bounds
        return LinearProgram(matrix=matrix, cost=self._cost, column_upper=self._upper, row_lower=lower, row_upper=upper)


def _names(network: Network) -> list[str]:
    """The names of the columns, which do not depend on the order of the rows."""
    ends = zip(network.arc_link.tolist(), network.arc_from.tolist(), strict=True)
    arcs = [f"{network.links.ids[link]}/{network.nodes[start]}" for link, start in ends]
    return [f"{name}/{kind}" for name in (*arcs, *network.sectors) for kind in CLASSES]
