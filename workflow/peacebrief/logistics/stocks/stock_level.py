"""Stocks: what is held for the days of the policy, for chance, and for the loss of a corridor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import daily_tonnes, posture_of
from peacebrief.logistics.given import CLASSES, LogisticsInputs, class_of
from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.arrays import Number

DAILY = "daily.{posture}.{supply_class}"
DAYS = "stock_days_{supply_class}"


@node(
    "held.{posture}.{supply_class}",
    "stock held by the policy: {supply_class}, {size} troops, {posture}",
    "t",
    family="logistics.stock_held.{supply_class}.{posture}",
    daily=DAILY,
    days=DAYS,
)
def held_stock(*, daily: Number, days: Number) -> Number:
    """Days of supply of the policy times what is consumed a day, what is bought in the theatre included."""
    return daily * days


@node("safety.{posture}.{supply_class}", daily=DAILY, days=DAYS)
def safety_stock(
    *, daily: Number, days: Number, demand_variation: Number, transit_variation: Number, service_factor: Number
) -> Number:
    """Tonnes held against chance: z sqrt(L var_d + d^2 var_L).

    `demand_variation` is the standard deviation of daily demand as a share of it, `transit_variation` that of the
    transit time in days. Source: silver2017inventory.
    """
    variance = days * (demand_variation * daily) ** 2 + daily**2 * transit_variation**2
    return service_factor * cast("Number", np.sqrt(variance))


@node("outage.{posture}.{supply_class}", daily=DAILY)
def outage_stock(*, daily: Number, outage_days: Number, reroute_days: Number) -> Number:
    """Tonnes that bridge the loss of a corridor until supply comes another way, or the corridor is back."""
    return daily * cast("Number", np.maximum(outage_days - reroute_days, 0.0))


@node(
    "stock.{posture}.{supply_class}",
    "stock with safety and outage: {supply_class}, {size} troops, {posture}",
    "t",
    family="logistics.stock.{supply_class}.{posture}",
    held="held.{posture}.{supply_class}",
    safety="safety.{posture}.{supply_class}",
    outage="outage.{posture}.{supply_class}",
)
def stock(*, held: Number, safety: Number, outage: Number) -> Number:
    """What is held by the policy, plus a safety stock for the variation of demand and of transit, plus what bridges
    the loss of a corridor until supply comes another way.
    """
    return held + safety + outage


def stock_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Tonnes in stock at the reference size, by posture and class."""
    for posture in inputs.postures:
        for supply_class in CLASSES:
            yield from _of_class(inputs, posture, supply_class)


def _of_class(inputs: LogisticsInputs, posture: str, supply_class: str) -> Iterator[Step]:
    # ASSUME: ammunition is held for the most intense of the postures, whatever the posture of the day.
    rate = inputs.postures[-1] if supply_class == "ammunition" else posture
    constants = (("persons", inputs.reference_size),)
    takes = {"kg_per_person_day": f"consumed.{rate}.{supply_class}"}
    yield Step(id=f"daily.{posture}.{supply_class}", formula=daily_tonnes, takes=takes, constants=constants)
    size, of_class, of_posture = number_of(inputs.reference_size), class_of(supply_class), posture_of(posture)
    for formula in (held_stock, safety_stock, outage_stock, stock):
        yield step_of(formula, size=size, supply_class=of_class, posture=of_posture)
