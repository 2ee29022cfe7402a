"""How much of a force can have arrived by each day, when every sector gets its share.

The tonnes `share * F` can all have arrived by day `T` if, and only if, no group of sectors needs more than could have
arrived there by then with nothing sent elsewhere. So F(T) is the least, over all groups, of what can have arrived in
the group over the group's share. Days are not rounded: most links take hours, and whole days a link would put the
first arrival days too early or too late. Source: Ford and Fulkerson 1958; Hoppe and Tardos 2000.

Its facts say how fast the network could bring a force in if it were timed at its best, beside the stages in series.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

import numpy as np

from peacebrief.logistics.deployment.repeated_flow import (
    RepeatedFlow,
    RepeatedFlowProgram,
    TransitNetwork,
    transit_network,
)
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.given import CASES, LogisticsInputs
from peacebrief.logistics.origins import assumed, limits_because
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.arrays import Floats

LAST_DAY = 200
DAILY_UNTIL = 30
WEEK = 7

CASE = "central"
QUICKEST_METHOD = (
    "Days from the first departure until all vehicles and first stocks can have arrived on the network with its "
    "transit times, central capacity, at the share of the plan that is realised: the quickest flow."
)


def days_to_ask() -> tuple[float, ...]:
    """Every day of the first month, then every week."""
    return tuple(float(day) for day in (*range(1, DAILY_UNTIL + 1), *range(DAILY_UNTIL + WEEK, LAST_DAY + 1, WEEK)))


def arrived_by_day(network: TransitNetwork, *, days: Sequence[float]) -> Floats:
    """The most tonnes that can have arrived by each of `days`, counted from the first departure.

    A sector where freight starts, or without a share, waits for nothing and is left out.
    """
    return ArrivedByDay(network).by(days)


def day_of_arrival(tonnes: float, *, days: Sequence[float], arrived_t: Floats) -> float:
    """The day by which `tonnes` can have arrived, on a straight line between the days asked; inf if none of them."""
    if tonnes > arrived_t[-1]:
        return float("inf")
    later = int(np.searchsorted(arrived_t, tonnes))
    before_day, before_t = (days[later - 1], arrived_t[later - 1]) if later else (0.0, 0.0)
    step = arrived_t[later] - before_t
    return float(before_day + (days[later] - before_day) * ((tonnes - before_t) / step if step > 0 else 1.0))


class ArrivedByDay:
    """F(T) of one network. Flows found for one group or day bound the others from below, so few are solved for."""

    def __init__(self, network: TransitNetwork) -> None:
        waiting = ~np.isin(network.sector_node, network.supply) & (network.sector_share > 0)
        self._sectors = np.flatnonzero(waiting)
        self._all = len(network.sector_node)
        groups = np.arange(1, 2 ** len(self._sectors))
        self._members = ((groups[:, None] >> np.arange(len(self._sectors))) & 1).astype(np.float64)
        self._share = np.einsum("gs,s->g", self._members, network.sector_share[self._sectors])
        self._program = RepeatedFlowProgram(network)
        self._flows: list[RepeatedFlow] = []
        self.solved = 0

    def by(self, days: Sequence[float]) -> Floats:
        """F at each of `days` (t)."""
        return np.array([self._at(day) for day in days])

    def _at(self, day: float) -> float:
        """The group whose bound is least is solved for, until the least is no bound but a solution."""
        if not len(self._sectors):
            return float("inf")
        bound = np.zeros(len(self._share))
        for flow in self._flows:
            self._raise(bound, flow, day=day)
        known = np.zeros(len(bound), dtype=bool)
        while not known[least := int(np.argmin(bound / self._share))]:
            arrived, flow = self._program.best(self._sectors[self._members[least] > 0], day=day)
            self.solved += 1
            self._flows.append(flow)
            self._raise(bound, flow, day=day)
            bound[least], known[least] = arrived, True
        return float(bound[least] / self._share[least])

    def _raise(self, bound: Floats, flow: RepeatedFlow, *, day: float) -> None:
        arrived = flow.arrived_t(day=day, sectors=self._all)[self._sectors]
        np.maximum(bound, np.einsum("gs,s->g", self._members, arrived), out=bound)


def deployment_facts(inputs: LogisticsInputs, *, supply: Supply, central: Mapping[str, float]) -> Iterator[Record]:
    """The quickest flow of every size; left out where a sector cannot be reached in the days asked.

    `supply` is the network to the sectors that any route reaches, `central` every result at the central point.
    """
    days = days_to_ask()
    network = transit_network(supply.network, limits=supply.limits[CASE], case=CASES.index(CASE))
    arrived = arrived_by_day(network, days=days)
    for size in inputs.sizes:
        tonnes = size * central["deployment_mass"] / central["deployment_efficiency"]
        quickest = day_of_arrival(tonnes, days=days, arrived_t=arrived)
        if isfinite(quickest):
            yield record(
                "logistics.deployment_quickest.{size}",
                {"size": number_of(size)},
                label="days on the network until {size} troops can have arrived, at best",
                unit="days",
                method=QUICKEST_METHOD,
                because=[
                    *limits_because(inputs),
                    *assumed(inputs, ("deployment_mass", "deployment_efficiency")),
                ],
                value=quickest,
            )
