"""Facts about durability: hazard ratio, risk and its reduction, cost over the horizon, and what pays for it.

Break-even is how large the loss from renewed war must be for a force to be worth its cost. It goes into a table with
what the force costs over the horizon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np

from peacebrief.feasibility.durability.hazard_ratio import LOSS, YEARLY
from peacebrief.feasibility.durability.simulated_durability import Durability
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.reasoning.record import Record, record, spread_record, step_facts
from peacebrief.reasoning.simulate import Simulation
from peacebrief.uncertainty.arrays import Number, checked_positive

# ASSUME: cost and loss are weighed one to one: no discounting, no aversion to risk, no loss that money cannot count.

WHOLE = "Cost a year times the years of the planning horizon, the force staying throughout."
EXPECTED = "Cost a year times the years that past operations were there on average within the planning horizon."
EVEN = (
    "Cost over the whole planning horizon divided by the reduction of risk: the loss from renewed war at which the "
    "force just pays. Infinite where the force does not lower the risk, so that the median over all draws is given."
)
PAYS = "Share of draws in which the reduction of risk times the recovery needs of the war so far is at least the cost."
NEEDED = "Cost over the whole planning horizon divided by the recovery needs of the war so far."

# ASSUME: the recovery needs of the war so far stand for the loss that another war would bring.

BREAK_EVEN = ("option", "support_level", "cost", "hazard_ratio", "reduction", "avoided_loss")


def break_even_loss(*, cost: Number, risk_reduction: Number) -> Number:
    """The avoided loss, in the money of `cost`, at which the force just pays: cost divided by the reduction of risk.

    Infinite where the force does not lower the risk.
    """
    checked_positive(cost, name="cost")
    reduction = np.asarray(risk_reduction, dtype=np.float64)
    lowers = reduction > 0
    loss = np.where(lowers, cost / np.where(lowers, reduction, 1.0), np.inf)
    return cast("Number", loss[()])


def reduction_needed(*, cost: Number, loss: Number) -> Number:
    """The reduction of risk at which the force just pays, given the loss; above one it can never pay."""
    return cost / checked_positive(loss, name="loss")


def durability_facts(inputs: FeasibilityInputs, found: Durability, *, years_present: float) -> Iterator[Record]:
    """Every published step, then cost and break-even of every option with a cost."""
    yield from step_facts(found.simulation)
    for option in inputs.options:
        if option.id in found.pays:
            yield from _cost_facts(found.simulation, option, years_present)
            yield from _worth_facts(found.simulation, option, found.pays[option.id])


def _cost_facts(found: Simulation, option: Option, years_present: float) -> Iterator[Record]:
    yearly, whole = f"{YEARLY}.{option.id}", f"whole_cost.{option.id}"
    cost, horizon = found.tally.spread(whole), found.sampled["planning_horizon"].central
    yield spread_record(
        "feasibility.whole_cost.{option}",
        {"option": option},
        label="cost over the planning horizon if it stays throughout, {option}",
        unit="EUR_2025",
        method=WHOLE,
        because=found.because(whole),
        spread=cost,
        central=found.central[whole],
    )
    yield spread_record(
        "feasibility.horizon_cost.{option}",
        {"option": option},
        label="cost over the planning horizon if it lasts as past operations did, {option}",
        unit="EUR_2025",
        method=EXPECTED,
        because=(*found.sampled[yearly].origins, "fact:feasibility.years_present"),
        spread=cost.times(years_present / horizon),
        central=found.central[whole] * years_present / horizon,
    )


def _worth_facts(found: Simulation, option: Option, pays: float) -> Iterator[Record]:
    whole, reduction = f"whole_cost.{option.id}", f"reduction.{option.id}.{option.support_level}"
    origins = [f"fact:feasibility.{whole}", f"fact:{found.steps[reduction].fact}"]
    per_euro = found.tally.spread(f"per_euro.{option.id}").p50
    if per_euro > 0:
        yield record(
            "feasibility.break_even.{option}",
            {"option": option},
            label="loss from renewed war at which the force just pays, {option}",
            unit="EUR_2025",
            method=EVEN,
            because=origins,
            value=1 / per_euro,
        )
    yield record(
        "feasibility.pays.{option}",
        {"option": option},
        label="chance that the force spares more than it costs, {option}",
        unit="probability",
        kind="probability",
        method=PAYS,
        because=[*origins, *found.sampled[LOSS].origins],
        value=pays,
    )
    yield record(
        "feasibility.reduction_needed.{option}",
        {"option": option},
        label="reduction of risk at which the force just pays, {option}",
        unit="probability",
        kind="probability",
        method=NEEDED,
        because=[f"fact:feasibility.{whole}", *found.sampled[LOSS].origins],
        value=reduction_needed(cost=found.tally.spread(whole).p50, loss=found.sampled[LOSS].central),
    )


def break_even_rows(inputs: FeasibilityInputs, found: Durability) -> Iterator[list[Any]]:
    """Every option at every level, at the medians; no loss where the force does not lower the risk."""
    drawn = found.simulation
    for option in inputs.options:
        for level in inputs.support_levels:
            name = f"{option.id}.{level}"
            if option.id not in found.pays or f"reduction.{name}" not in drawn.steps:
                continue
            cost = drawn.spread(f"whole_cost.{option.id}").p50
            ratio, reduction = (drawn.spread(f"{kind}.{name}").p50 for kind in ("ratio", "reduction"))
            yield [
                option.id,
                level,
                cost,
                ratio,
                reduction,
                break_even_loss(cost=cost, risk_reduction=reduction) if reduction > 0 else None,
            ]
