"""Facts about durability: hazard ratio, risk and its reduction, cost over the horizon, and what pays for it."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.break_even import break_even_loss, reduction_needed
from peacebrief.feasibility.durability_draws import Durability
from peacebrief.feasibility.durability_numbers import LOSS, YEARLY
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.rows import Option
from peacebrief.feasibility.signed_spread import reciprocal_spread
from peacebrief.reasoning.record import Record, record, spread_record

WHOLE = "Cost a year times the years of the planning horizon, the force staying throughout."
EXPECTED = "Cost a year times the years that past operations were there on average within the planning horizon."
EVEN = (
    "Cost over the whole planning horizon divided by the reduction of risk: the loss from renewed war at which the "
    "force just pays. Infinite where nothing carries over, so that its median and its quantiles are given, no mean."
)
PAYS = "Share of draws in which the reduction of risk times the recovery needs of the war so far is at least the cost."
NEEDED = "Cost over the whole planning horizon divided by the recovery needs of the war so far."

# ASSUME: the recovery needs of the war so far stand for the loss that another war would bring.


def durability_facts(inputs: FeasibilityInputs, found: Durability, *, years_present: float) -> Iterator[Record]:
    """Every published step, then cost and break-even of every option with a cost."""
    for name, step in found.steps.items():
        if step.fact:
            yield spread_record(
                step.fact,
                label=step.label,
                unit=step.unit,
                method=step.method,
                formula=step.formula,
                because=found.because(name),
                spread=found.spread(name),
                central=found.central[name],
            )
    for option in inputs.options:
        if option.id in found.pays:
            yield from _cost_facts(found, option, years_present)
            yield from _worth_facts(found, option)


def _cost_facts(found: Durability, option: Option, years_present: float) -> Iterator[Record]:
    yearly, whole = f"{YEARLY}.{option.id}", f"whole_cost.{option.id}"
    cost, horizon = found.tally.spread(whole), found.numbers["planning_horizon"].central
    yield spread_record(
        f"feasibility.whole_cost.{option.id}",
        label=f"cost over the planning horizon if it stays throughout, {option.label}",
        unit="EUR_2025",
        method=WHOLE,
        because=found.because(whole),
        spread=cost,
        central=found.central[whole],
    )
    yield spread_record(
        f"feasibility.horizon_cost.{option.id}",
        label=f"cost over the planning horizon if it lasts as past operations did, {option.label}",
        unit="EUR_2025",
        method=EXPECTED,
        because=(*found.numbers[yearly].origins, "fact:feasibility.years_present"),
        spread=cost.times(years_present / horizon),
        central=found.central[whole] * years_present / horizon,
    )


def _worth_facts(found: Durability, option: Option) -> Iterator[Record]:
    whole, reduction = f"whole_cost.{option.id}", f"reduction.{option.id}.{option.us_level}"
    origins = [f"fact:feasibility.{whole}", f"fact:{found.steps[reduction].fact}"]
    even, central = reciprocal_spread(found.tally, f"per_euro.{option.id}"), found.central[reduction]
    if even and central > 0:
        yield spread_record(
            f"feasibility.break_even.{option.id}",
            label=f"loss from renewed war at which the force just pays, {option.label}",
            unit="EUR_2025",
            method=EVEN,
            because=origins,
            spread=even,
            central=float(break_even_loss(cost=found.central[whole], risk_reduction=central)),
        )
    yield record(
        f"feasibility.pays.{option.id}",
        label=f"chance that the force spares more than it costs, {option.label}",
        unit="probability",
        kind="probability",
        method=PAYS,
        because=[*origins, *found.numbers[LOSS].origins],
        value=found.pays[option.id],
    )
    yield record(
        f"feasibility.reduction_needed.{option.id}",
        label=f"reduction of risk at which the force just pays, {option.label}",
        unit="probability",
        kind="probability",
        method=NEEDED,
        because=[f"fact:feasibility.{whole}", *found.numbers[LOSS].origins],
        value=reduction_needed(cost=found.tally.spread(whole).p50, loss=found.numbers[LOSS].central),
    )
