"""Stocks: what is held for the days of the policy, for chance, and for the loss of a corridor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from peacebrief.logistics.demand.daily_demand import daily_tonnes, posture_of
from peacebrief.logistics.given import CLASSES, LogisticsInputs, class_of
from peacebrief.reasoning.step import Step
from peacebrief.reasoning.subject import number_of
from peacebrief.uncertainty.arrays import Number

HELD_METHOD = "Days of supply of the policy times what is consumed a day, what is bought in the theatre included."
STOCK_METHOD = (
    "What is held by the policy, plus a safety stock for the variation of demand and of transit, "
    "plus what bridges the loss of a corridor until supply comes another way."
)


def held_stock(*, daily: Number, days: Number) -> Number:
    """Tonnes held: so many days of supply."""
    return daily * days


def safety_stock(
    *, daily: Number, days: Number, demand_variation: Number, transit_variation: Number, service_factor: Number
) -> Number:
    """Tonnes held against chance: z sqrt(L var_d + d^2 var_L).

    `demand_variation` is the standard deviation of daily demand as a share of it, `transit_variation` that of the
    transit time in days. Source: silver2017inventory.
    """
    variance = days * (demand_variation * daily) ** 2 + daily**2 * transit_variation**2
    return service_factor * cast("Number", np.sqrt(variance))


def outage_stock(*, daily: Number, outage_days: Number, reroute_days: Number) -> Number:
    """Tonnes that bridge the loss of a corridor until supply comes another way, or the corridor is back."""
    return daily * cast("Number", np.maximum(outage_days - reroute_days, 0.0))


def stock(*, held: Number, safety: Number, outage: Number) -> Number:
    """The whole stock in tonnes."""
    return held + safety + outage


def stock_steps(inputs: LogisticsInputs) -> Iterator[Step]:
    """Tonnes in stock at the reference size, by posture and class."""
    for posture in inputs.postures:
        for supply_class in CLASSES:
            yield from _of_class(inputs, posture, supply_class)


def _of_class(inputs: LogisticsInputs, posture: str, supply_class: str) -> Iterator[Step]:
    # ASSUME: ammunition is held for the most intense of the postures, whatever the posture of the day.
    rate = inputs.postures[-1] if supply_class == "ammunition" else posture
    name, days = f"{posture}.{supply_class}", f"stock_days_{supply_class}"
    constants = (("persons", inputs.reference_size),)
    takes = {"kg_per_person_day": f"consumed.{rate}.{supply_class}"}
    yield Step(id=f"daily.{name}", formula=daily_tonnes, takes=takes, constants=constants)
    of_days = {"daily": f"daily.{name}", "days": days}
    size = number_of(inputs.reference_size)
    about = {"supply_class": class_of(supply_class), "size": size, "posture": posture_of(posture)}
    yield Step(
        id=f"held.{name}",
        formula=held_stock,
        takes=of_days,
        unit="t",
        label="stock held by the policy: {supply_class}, {size} troops, {posture}",
        method=HELD_METHOD,
        family="logistics.stock_held.{supply_class}.{posture}",
        about=about,
    )
    chance = {name: name for name in ("demand_variation", "transit_variation", "service_factor")}
    yield Step(id=f"safety.{name}", formula=safety_stock, takes=of_days | chance)
    loss = {"daily": f"daily.{name}", "outage_days": "outage_days", "reroute_days": "reroute_days"}
    yield Step(id=f"outage.{name}", formula=outage_stock, takes=loss)
    yield Step(
        id=f"stock.{name}",
        formula=stock,
        takes={part: f"{part}.{name}" for part in ("held", "safety", "outage")},
        unit="t",
        label="stock with safety and outage: {supply_class}, {size} troops, {posture}",
        method=STOCK_METHOD,
        family="logistics.stock.{supply_class}.{posture}",
        about=about,
    )
