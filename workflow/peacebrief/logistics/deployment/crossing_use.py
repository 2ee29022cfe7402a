"""How much of the border crossings a force uses, while it deploys and while it is supplied.

As steps at the reference size: use of the crossings, and of the country's own imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.demand.movement import loads
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import About, number_of
from peacebrief.uncertainty.arrays import Number

DIESEL = "DIESEL_IMPORTS"
TRAIN = "T_1520G"


def use_in_deployment(*, rate: Number, mass_t_per_person: Number, crossing_t_per_day: Number) -> Number:
    """Share of the crossings' tonnage that arriving units take, so many persons a day."""
    return rate * mass_t_per_person / crossing_t_per_day


def use_in_supply(*, tonnes_per_day: Number, crossing_t_per_day: Number) -> Number:
    """Share of the crossings' tonnage that supplies take; at most one is carried."""
    return cast("Number", np.minimum(tonnes_per_day / crossing_t_per_day, 1.0))


def held_back(*, by_network: Number, by_lines: Number) -> Number:
    """One where the network is slower than lines of communication were in the past, and zero where it is not."""
    return cast("Number", np.where(by_network < by_lines, 1.0, 0.0))


def national_share(*, persons: Number | float, kg_per_person_day: Number, tonnes_per_day: Number | float) -> Number:
    """The force's tonnes a day for each tonne a day of the whole country."""
    return persons * kg_per_person_day / 1000 / tonnes_per_day


def use_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """What arriving units and supplies take of the crossings; trains; fuel beside the diesel imports of the country."""
    yield Step(
        id="use.deployment",
        formula=use_in_deployment,
        takes={"rate": "rate", "mass_t_per_person": "deployment_mass", "crossing_t_per_day": "stage.border"},
        unit="share",
        label="share of the crossings' tonnage that arriving units take",
        method="Troops a day that arrive times the tonnes that go with a soldier, over the tonnage of the crossings.",
        family="logistics.crossing_use.deployment",
    )
    yield Step(
        id="held_back",
        formula=held_back,
        takes={"by_network": "rate.network", "by_lines": "rate.lines"},
        tallied=True,
    )
    for posture in inputs.postures:
        about = {"size": number_of(inputs.reference_size), "posture": posture_of(posture)}
        yield Step(
            id=f"use.{posture}",
            formula=use_in_supply,
            takes={"tonnes_per_day": f"tonnes.{posture}.total", "crossing_t_per_day": "stage.border"},
            unit="share",
            label="share of the crossings' tonnage that supplies take, {size} troops, {posture}",
            method="Tonnes a day of supplies over the tonnage of the crossings, at most all of it.",
            family="logistics.crossing_use.{posture}",
            about=about,
        )
        yield Step(
            id=f"block_trains.{posture}",
            formula=loads,
            takes={"tonnes": f"tonnes.{posture}.total", "payload_t": f"vehicle.{TRAIN}.payload"},
            constants=(("load_factor", 1.0),),
            unit="trains_per_day",
            label="full broad-gauge trains a day that would carry all supplies, {size} troops, {posture}",
            method="Tonnes a day over the payload of one broad-gauge train, full.",
            family="logistics.block_trains.{posture}",
            about=about,
        )
        yield from _diesel(inputs, posture, about)


def _diesel(inputs: LogisticsInputs, posture: str, about: About) -> Iterator[Step]:
    if not any(row["id"] == DIESEL for row in inputs.record["throughput"]):
        return
    yield Step(
        id=f"diesel.{posture}",
        formula=national_share,
        takes={"kg_per_person_day": f"demand.{posture}.fuel", "tonnes_per_day": f"throughput.{DIESEL}"},
        constants=(("persons", inputs.reference_size),),
        unit="ratio",
        label="fuel for each tonne of the country's diesel imports, {size} troops, {posture}",
        method="Tonnes of fuel a day without that for delivery, over the diesel that the country imports a day.",
        family="logistics.diesel_share.{posture}",
        about=about,
    )
