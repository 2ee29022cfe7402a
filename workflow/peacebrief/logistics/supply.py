"""The network in the three capacity cases, and the demand of every posture as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from peacebrief.errors import AnalystError
from peacebrief.logistics.capacities import Limits, limits_of_case
from peacebrief.logistics.classes import CASES
from peacebrief.logistics.flow_model import FlowModel
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.network import Network, network_of
from peacebrief.logistics.only_way import cut_off

SHARES = ("force_share", "tank_wagon_share", "hazardous_share")

# ASSUME: in the low and in the high case the shares that limit the force, fuel and ammunition are low or high as well.


@dataclass(frozen=True, kw_only=True)
class Supply:
    """The network, its program, and its limits by capacity case."""

    network: Network
    model: FlowModel
    limits: Mapping[str, Limits]
    shares: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, inputs: LogisticsInputs, *, reached_only: bool = False) -> Supply:
        """The network of a case; with `reached_only` without the sectors that no open route reaches.

        Raises AnalystError where no sector is left.
        """
        network = network_of(_reached(inputs.record) if reached_only else inputs.record)
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
