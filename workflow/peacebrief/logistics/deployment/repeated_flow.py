"""The most that can have arrived by a day: a steady flow started at once and stopped in time for its last arrival.

A path of `d` days that carries `x` tonnes a day has brought `x (T - d)` by day `T`. The best such flow is the best of
all, however it changes from day to day. Source: Ford and Fulkerson 1958.

The network for it says how long a link takes, and what runs along it while a force moves in.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.flow.linear_program import UNBOUNDED, LinearProgram, Matrix
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.supply_network import Network
from peacebrief.uncertainty.arrays import Floats, Integers

HOURS_PER_DAY = 24

LEAST_FLOW = 1e-7  # a tenth of a gramme a day is the solver's rounding
LEAST_DAYS = 1e-6  # a tenth of a second on every arc, so that no flow runs in circles for nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TransitNetwork:
    """Arcs between nodes, numbered from zero: where they start and end, how many days they take and carry a day.

    Freight starts without limit at the nodes marked `supply`. At most `handling_t_per_day` may enter each of the nodes
    `handling_node`. The sectors stand at `sector_node` and get the shares `sector_share` of all that arrives.
    """

    nodes: int
    supply: Integers
    arc_from: Integers
    arc_to: Integers
    transit_days: Floats
    capacity_t_per_day: Floats
    handling_node: Integers
    handling_t_per_day: Floats
    sector_node: Integers
    sector_share: Floats


def transit_days(*, distance_km: Floats, speed_km_per_h: Floats, delay_h: Floats) -> Floats:
    """Days on the way: the run at the mean speed of the whole trip, and the fixed delay at a crossing or a port."""
    return (distance_km / speed_km_per_h + delay_h) / HOURS_PER_DAY


def transit_network(network: Network, *, limits: Limits, case: int) -> TransitNetwork:
    """The supply network for moving in, with speeds and delays of a case (0 low, 1 central, 2 high).

    In the low case trains and lorries are slow and delays long, in the high case the reverse.
    """
    links, arc = network.links, network.arc_link
    # ASSUME: where capacities are low, speeds are low and delays are long as well, and the other way round.
    days = transit_days(
        distance_km=links.distance_km, speed_km_per_h=links.speed_km_per_h[case], delay_h=links.delay_h[-1 - case]
    )
    return TransitNetwork(
        nodes=len(network.nodes),
        supply=np.flatnonzero(network.supply),
        arc_from=network.arc_from,
        arc_to=network.arc_to,
        transit_days=days[arc],
        capacity_t_per_day=limits.arcs_t_per_day,
        handling_node=network.handling.node,
        handling_t_per_day=limits.handling_t_per_day,
        sector_node=network.sector_node,
        sector_share=network.sector_share,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RepeatedFlow:
    """Paths of a steady flow: the sector each leads to (by place), its tonnes a day and its days."""

    sector: Integers
    t_per_day: Floats
    days: Floats

    def arrived_t(self, *, day: float, sectors: int) -> Floats:
        """Tonnes arrived by `day` in each of the `sectors`."""
        tonnes = self.t_per_day * np.maximum(day - self.days, 0.0)
        return np.bincount(self.sector, weights=tonnes, minlength=sectors).astype(np.float64)


class RepeatedFlowProgram:
    """The program of one network: columns are the flow of each arc, then what each sector takes (t/day)."""

    def __init__(self, network: TransitNetwork) -> None:
        self._network = network
        self._arcs, self._sectors = len(network.arc_from), len(network.sector_node)
        balance = np.arange(network.nodes)
        balance[network.supply] = -1
        handling = np.full(network.nodes, -1)
        handling[network.handling_node] = network.nodes + np.arange(len(network.handling_node))
        arcs = np.arange(self._arcs)
        sinks = self._arcs + np.arange(self._sectors)
        blocks = (
            (balance[network.arc_to], arcs, 1.0),
            (balance[network.arc_from], arcs, -1.0),
            (balance[network.sector_node], sinks, -1.0),
            (handling[network.arc_to], arcs, 1.0),
        )
        rows, columns = (np.concatenate([block[part] for block in blocks]) for part in (0, 1))
        values = np.concatenate([np.full(len(block[0]), block[2]) for block in blocks])
        zero, free = np.zeros(network.nodes), np.full(len(network.handling_node), -UNBOUNDED)
        self._sinks = sinks
        self._program = LinearProgram(
            matrix=Matrix(rows=rows[rows >= 0], columns=columns[rows >= 0], values=values[rows >= 0]),
            cost=np.concatenate([np.maximum(network.transit_days, LEAST_DAYS), np.zeros(self._sectors)]),
            column_upper=np.concatenate([network.capacity_t_per_day, np.zeros(self._sectors)]),
            row_lower=np.concatenate([zero, free]),
            row_upper=np.concatenate([zero, network.handling_t_per_day]),
        )

    def best(self, sectors: Integers, *, day: float) -> tuple[float, RepeatedFlow]:
        """The most that can have arrived by `day` in some sectors together (t), and the flow that brings it.

        No sector may stand where freight starts.
        """
        upper = np.zeros(self._sectors)
        upper[sectors] = UNBOUNDED
        self._program.change_columns(self._sinks, upper)
        self._program.change_costs(self._sinks, np.full(self._sectors, -day))
        arrived = max(-self._program.solve(), 0.0) + 0.0  # no negative zero
        columns, _ = self._program.solution()
        return arrived, self._paths(columns[: self._arcs].copy(), columns[self._arcs :].copy())

    def _paths(self, flow: Floats, taken: Floats) -> RepeatedFlow:
        """The flow as paths, from each sector back to where freight starts."""
        network, found = self._network, []
        into: list[list[int]] = [[] for _ in range(network.nodes)]
        for arc in np.flatnonzero(flow > LEAST_FLOW).tolist():
            into[network.arc_to[arc]].append(arc)
        supply = set(network.supply.tolist())
        for sector in range(self._sectors):
            while taken[sector] > LEAST_FLOW:
                path, node = [], int(network.sector_node[sector])
                while node not in supply and (arc := next((a for a in into[node] if flow[a] > LEAST_FLOW), -1)) >= 0:
                    path.append(arc)
                    node = int(network.arc_from[arc])
                if node not in supply:
                    break  # what is left is rounding
                amount = min(taken[sector], flow[path].min())
                flow[path] -= amount
                taken[sector] -= amount
                found.append((sector, amount, float(network.transit_days[path].sum())))
        sectors, amounts, days = zip(*found, strict=True) if found else ((), (), ())
        return RepeatedFlow(sector=np.array(sectors, dtype=np.int64), t_per_day=np.array(amounts), days=np.array(days))
