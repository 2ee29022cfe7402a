"""Arrival: stages in series, T = T_decision + T_ready + max(V / (eta mu)) + pipeline.

As steps: two daily rates, days until a force is there, and troops in the theatre by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.record import Table, table
from peacebrief.reasoning.simulate import Simulation
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.arrays import Number

# ASSUME: a stage of the deployment carries what its own links and nodes allow when all other stages have room enough,
# and the slowest stage sets the pace of all.
# ASSUME: troops arrive at the smaller of two daily rates: what the network carries, and what lines of communication
# carried in past deployments.

STAGES = {
    "origin": "ports and origins",
    "trunk": "the trunk lines outside the theatre",
    "border": "the crossings of the border",
    "onward": "the lines inside the theatre",
}
DAYS = range(0, 371, 7)
RATES = {
    "deployment_days": ("rate", "at the smaller of the two rates"),
    "deployment_by_rate": ("rate.lines", "at the rate of past deployments by line of communication"),
    "deployment_by_network": ("rate.network", "at the rate that the network carries"),
}
METHOD = "Days for the decision, for readiness and for the way, plus the troops divided by the daily rate, {rate}."


@node("slowest", origin="stage.origin", trunk="stage.trunk", border="stage.border", onward="stage.onward")
def slowest(*, origin: Number, trunk: Number, border: Number, onward: Number) -> Number:
    """Tonnes a day of the slowest stage."""
    return cast("Number", np.minimum(np.minimum(origin, trunk), np.minimum(border, onward)))


@node(
    "rate.network",
    "troops a day that the network carries, with their vehicles and first stocks",
    "persons_per_day",
    family="logistics.deployment_rate.network",
)
def network_rate(*, slowest: Number, deployment_efficiency: Number, deployment_mass: Number) -> Number:
    """Tonnes a day of the slowest stage times the share realised, over the tonnes that go with a soldier.

    Vehicles and first stocks are among these tonnes, and what is realised is a share of the planned tonnage.
    """
    return slowest * deployment_efficiency / deployment_mass


@node(
    "rate.lines",
    "troops a day over the lines of communication, at the rate of past deployments",
    "persons_per_day",
    family="logistics.deployment_rate.lines",
)
def empirical_rate(*, loc_rate: Number, lines_of_communication: Number) -> Number:
    """Troops a day on one line of communication times the number of lines."""
    return loc_rate * lines_of_communication


@node(
    "rate",
    "troops a day that arrive",
    "persons_per_day",
    family="logistics.deployment_rate.both",
    by_network="rate.network",
    by_lines="rate.lines",
)
def smaller_rate(*, by_network: Number, by_lines: Number) -> Number:
    """The smaller of what the network carries and what lines of communication carried in past deployments."""
    return cast("Number", np.minimum(by_network, by_lines))


@node(
    "first_day",
    "days from the decision until the first units arrive",
    "days",
    family="logistics.deployment_first_day",
)
def first_day(*, decision_days: Number, readiness_days: Number, pipeline_days: Number) -> Number:
    """Days for the decision, for readiness and for the way."""
    return decision_days + readiness_days + pipeline_days


def deployment_days(*, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Days from the political decision until so many persons are in the theatre."""
    return first_day + persons / rate


def days_with_misses(*, persons: Number | float, rate: Number, miss: Number, first_day: Number) -> Number:
    """Days for the decision, for readiness and for the way, plus days of moving at the central rate times the miss."""
    return first_day + persons / rate * miss


@node("arrived.{size}.{day}", tallied=True)
def arrived(*, day: Number | float, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Persons in the theatre by a day, of a deployment of so many."""
    return cast("Number", np.clip((day - first_day) * rate, 0.0, persons))


def deployment_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Days from the political decision, by size of force."""
    for formula in (slowest, network_rate, empirical_rate, smaller_rate, first_day):
        yield step_of(formula)
    for size in inputs.sizes:
        for name, (rate, told) in RATES.items():
            yield Step(
                id=f"{name}.{size:.0f}",
                formula=deployment_days,
                takes={"rate": rate, "first_day": "first_day"},
                constants=(("persons", size),),
                unit="days",
                label=f"days from the decision until {{size}} troops are in the theatre, {told}",
                method=METHOD.format(rate=told),
                family=f"logistics.{name}.{{size}}",
                about={"size": number_of(size)},
            )
        for day in DAYS:
            yield step_of(arrived, {"day": float(day), "persons": size}, size=number_of(size), day=number_of(day))


def fan_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Troops in the theatre by size of force and day."""
    rows = (
        [size, day, *simulation.spread(f"arrived.{size:.0f}.{day}").quantiles] for size in inputs.sizes for day in DAYS
    )
    return table(("size", "day", "p5", "p50", "p95"), rows)
