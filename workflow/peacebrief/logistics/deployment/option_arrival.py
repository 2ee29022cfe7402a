"""How long each option takes to be in place, with a part of it staged next door when the ceasefire is signed.

That part waits for the decision alone; the rest is made ready and comes across the continent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.deployment.arrival import days_with_misses, deployment_days
from peacebrief.logistics.deployment.past_misses import CENTRAL_RATE, MISS, are_misses_known
from peacebrief.logistics.given import LogisticsInputs, Option, span_of
from peacebrief.logistics.sampled_supply import drawn
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.record import Row
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Number

# ASSUME: how much of a force stands next door beforehand is one uncertainty, the same for every option.
STAGED = "staged"

# ASSUME: troops next door enter at what the crossings and the lines inside the theatre carry; lines of communication do
# not hold them back. In the one past case, thousands crossed within two days.


def staged_numbers(inputs: LogisticsInputs) -> Iterator[Sampled]:
    """The share of each option that is staged; nought for one without a row."""
    rows = {str(row["option"]): row for row in inputs.record["staged"]}
    for option in inputs.options:
        yield (
            _staged(inputs, option, rows[option.id])
            if option.id in rows
            else Sampled(id=f"{STAGED}.{option.id}", central=0.0, origins=())
        )


def _staged(inputs: LogisticsInputs, option: Option, row: Row) -> Sampled:
    return drawn(
        inputs,
        name=f"{STAGED}.{option.id}",
        stream=STAGED,
        distribution="pert",
        span=span_of(row),
        origin=str(row["origin"]),
        family="logistics.staged_share.{option}",
        about={"option": option},
        label="{option}: share of the force next door when the ceasefire is signed",
        unit="share",
        method="As drawn from the judged range.",
    )


@node(
    "rate.staged",
    "troops a day that enter from next door",
    "persons_per_day",
    family="logistics.deployment_rate.staged",
    border="stage.border",
    onward="stage.onward",
)
def rate_from_next_door(
    *, border: Number, onward: Number, deployment_efficiency: Number, deployment_mass: Number
) -> Number:
    """Tonnes a day over the crossings and inside the theatre, whichever are fewer, as for the network's rate."""
    return cast("Number", np.minimum(border, onward)) * deployment_efficiency / deployment_mass


@node(
    "staged_in_place.{option}",
    "{option}: days until the troops from next door are in the theatre",
    "days",
    family="logistics.staged_in_place.{option}",
    persons="force.{option}",
    staged="staged.{option}",
    rate="rate.staged",
)
def staged_in_place(*, persons: Number, staged: Number, rate: Number, decision_days: Number) -> Number:
    """Days for the decision, plus the troops staged next door divided by the rate at which they enter."""
    return decision_days + persons * staged / rate


@node(
    "option_arrival.{option}",
    "{option}: days from the decision until the force is in the theatre",
    "days",
    family="logistics.option_arrival.{option}",
    persons="force.{option}",
    staged="staged.{option}",
    rate="rate",
    staged_in_place="staged_in_place.{option}",
)
def option_arrival(
    *, persons: Number, staged: Number, rate: Number, first_day: Number, staged_in_place: Number
) -> Number:
    """The later of two: troops from next door are there, and the rest is, made ready and brought at the daily rate."""
    rest = deployment_days(persons=persons * (1 - staged), rate=rate, first_day=first_day)
    return cast("Number", np.maximum(staged_in_place, rest))


@node(
    "option_arrival_from_home.{option}",
    "{option}: days from the decision until the force is in the theatre, none of it staged next door",
    "days",
    family="logistics.option_arrival_from_home.{option}",
    persons="force.{option}",
)
def option_arrival_from_home(*, persons: Number, rate: Number, first_day: Number) -> Number:
    """Days for the decision, for readiness and for the way, plus the whole force divided by the daily rate."""
    return deployment_days(persons=persons, rate=rate, first_day=first_day)


@node(
    "option_arrival_with_misses.{option}",
    "{option}: days from the decision until the force is in the theatre, past misses counted",
    "days",
    family="logistics.option_arrival_with_misses.{option}",
    persons="force.{option}",
    staged="staged.{option}",
    rate=CENTRAL_RATE,
    miss=MISS,
    staged_in_place="staged_in_place.{option}",
)
def option_arrival_with_misses(
    *, persons: Number, staged: Number, rate: Number, miss: Number, first_day: Number, staged_in_place: Number
) -> Number:
    """As the arrival of the option, with the rest at the central rate and its days of moving times the miss."""
    rest = days_with_misses(persons=persons * (1 - staged), rate=rate, miss=miss, first_day=first_day)
    return cast("Number", np.maximum(staged_in_place, rest))


def option_arrival_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Days of every option: with what is staged, all from home, and with past misses where these are known."""
    yield step_of(rate_from_next_door)
    for option in inputs.options:
        for formula in (staged_in_place, option_arrival, option_arrival_from_home):
            yield step_of(formula, option=option)
        if are_misses_known(inputs):
            yield step_of(option_arrival_with_misses, option=option)
