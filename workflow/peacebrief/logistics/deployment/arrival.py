"""Arrival: stages in series, T = T_decision + T_ready + max(V / (eta mu)) + pipeline.

As steps: two daily rates, days until a force is there, and troops in the theatre by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import cast

import numpy as np

from peacebrief.logistics.given import LogisticsInputs
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
    "trunk": "the European trunk lines",
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


def slowest(**stages: Number) -> Number:
    """Tonnes a day of the slowest stage."""
    return reduce(np.minimum, stages.values())


def network_rate(*, tonnes_per_day: Number, efficiency: Number, mass_t_per_person: Number) -> Number:
    """Persons a day, with their vehicles and first stocks, that a stage lets through.

    `efficiency` is what is realised of the planned tonnage.
    """
    return tonnes_per_day * efficiency / mass_t_per_person


def empirical_rate(*, persons_per_day: Number, lines: Number) -> Number:
    """Persons a day over so many lines of communication, at a rate seen in the past on one."""
    return persons_per_day * lines


def smaller_rate(*, by_network: Number, by_lines: Number) -> Number:
    """The smaller of the two daily rates."""
    return cast("Number", np.minimum(by_network, by_lines))


def first_day(*, decision: Number, readiness: Number, pipeline: Number) -> Number:
    """Days from the political decision until the first units arrive."""
    return decision + readiness + pipeline


def deployment_days(*, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Days from the political decision until so many persons are in the theatre."""
    return first_day + persons / rate


def arrived(*, day: Number | float, persons: Number | float, rate: Number, first_day: Number) -> Number:
    """Persons in the theatre by a day, of a deployment of so many."""
    return cast("Number", np.clip((day - first_day) * rate, 0.0, persons))


def deployment_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Days from the political decision, by size of force."""
    yield from _rates()
    first = {"decision": "decision_days", "readiness": "readiness_days", "pipeline": "pipeline_days"}
    yield Step(
        id="first_day",
        formula=first_day,
        takes=first,
        unit="days",
        label="days from the decision until the first units arrive",
        method="Days for the decision, for readiness and for the way.",
        family="logistics.deployment_first_day",
    )
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
        yield from _fan(size)


def _rates() -> Iterator[Step]:
    slow = {stage: f"stage.{stage}" for stage in STAGES}
    yield Step(id="slowest", formula=slowest, takes=slow)
    by_network = {
        "tonnes_per_day": "slowest",
        "efficiency": "deployment_efficiency",
        "mass_t_per_person": "deployment_mass",
    }
    yield Step(
        id="rate.network",
        formula=network_rate,
        takes=by_network,
        unit="persons_per_day",
        label="troops a day that the network carries, with their vehicles and first stocks",
        method="Tonnes a day of the slowest stage times the share realised, over the tonnes that go with a soldier.",
        family="logistics.deployment_rate.network",
    )
    yield Step(
        id="rate.lines",
        formula=empirical_rate,
        takes={"persons_per_day": "loc_rate", "lines": "lines_of_communication"},
        unit="persons_per_day",
        label="troops a day over the lines of communication, at the rate of past deployments",
        method="Troops a day on one line of communication times the number of lines.",
        family="logistics.deployment_rate.lines",
    )
    yield Step(
        id="rate",
        formula=smaller_rate,
        takes={"by_network": "rate.network", "by_lines": "rate.lines"},
        unit="persons_per_day",
        label="troops a day that arrive",
        method="The smaller of what the network carries and what lines of communication carried in past deployments.",
        family="logistics.deployment_rate.both",
    )


def _fan(size: float) -> Iterator[Step]:
    for day in DAYS:
        yield Step(
            id=f"arrived.{size:.0f}.{day}",
            formula=arrived,
            takes={"rate": "rate", "first_day": "first_day"},
            constants=(("day", float(day)), ("persons", size)),
            tallied=True,
        )


def fan_table(inputs: LogisticsInputs, *, simulation: Simulation) -> Table:
    """Troops in the theatre by size of force and day."""
    rows = (
        [size, day, *simulation.spread(f"arrived.{size:.0f}.{day}").quantiles] for size in inputs.sizes for day in DAYS
    )
    return table(("size", "day", "p5", "p50", "p95"), rows)
