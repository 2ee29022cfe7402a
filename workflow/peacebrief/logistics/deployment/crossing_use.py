"""How much of the border crossings a force uses, while it deploys and while it is supplied.

As steps at the reference size: use of the crossings, and of the country's own imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import KG_PER_TONNE, LogisticsInputs
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.arrays import Number

DIESEL = "DIESEL_IMPORTS"


@node(
    "use.deployment",
    "share of the crossings' tonnage that arriving units take",
    "share",
    family="logistics.crossing_use.deployment",
    crossing_t_per_day="stage.border",
)
def use_in_deployment(*, rate: Number, deployment_mass: Number, crossing_t_per_day: Number) -> Number:
    """Troops a day that arrive times the tonnes that go with a soldier, over the tonnage of the crossings."""
    return rate * deployment_mass / crossing_t_per_day


@node(
    "use.{posture}",
    "share of the crossings' tonnage that supplies take, {size} troops, {posture}",
    "share",
    family="logistics.crossing_use.{posture}",
    tonnes_per_day="tonnes.{posture}.total",
    crossing_t_per_day="stage.border",
)
def use_in_supply(*, tonnes_per_day: Number, crossing_t_per_day: Number) -> Number:
    """Tonnes a day of supplies over the tonnage of the crossings, at most all of it."""
    return cast("Number", np.minimum(tonnes_per_day / crossing_t_per_day, 1.0))


@node("held_back", tallied=True, by_network="rate.network", by_lines="rate.lines")
def held_back(*, by_network: Number, by_lines: Number) -> Number:
    """One where the network is slower than lines of communication were in the past, and zero where it is not."""
    return cast("Number", np.where(by_network < by_lines, 1.0, 0.0))


@node(
    "block_trains.{posture}",
    "full trains a day that would carry all supplies, {size} troops, {posture}",
    "trains_per_day",
    family="logistics.block_trains.{posture}",
    tonnes="tonnes.{posture}.total",
    payload_t="vehicle.train.payload",
)
def block_trains(*, tonnes: Number, payload_t: Number) -> Number:
    """Tonnes a day over the payload of one train, full."""
    return tonnes / payload_t


@node(
    "diesel.{posture}",
    "fuel for each tonne of the country's diesel imports, {size} troops, {posture}",
    "ratio",
    family="logistics.diesel_share.{posture}",
    kg_per_person_day="demand.{posture}.fuel",
    tonnes_per_day=f"throughput.{DIESEL}",
)
def national_share(*, persons: Number | float, kg_per_person_day: Number, tonnes_per_day: Number | float) -> Number:
    """Tonnes of fuel a day without that for delivery, over the diesel that the country imports a day."""
    return persons * kg_per_person_day / KG_PER_TONNE / tonnes_per_day


def use_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """What arriving units and supplies take of the crossings; trains; fuel beside the diesel imports of the country."""
    yield step_of(use_in_deployment)
    yield step_of(held_back)
    size = number_of(inputs.reference_size)
    for posture in map(posture_of, inputs.postures):
        yield step_of(use_in_supply, size=size, posture=posture)
        yield step_of(block_trains, size=size, posture=posture)
        if any(row["id"] == DIESEL for row in inputs.record["throughput"]):
            yield step_of(national_share, {"persons": inputs.reference_size}, size=size, posture=posture)
