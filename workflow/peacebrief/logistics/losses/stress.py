"""What every loss of one or of two countries, corridors or modes does to the supply of a force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Prices, Task
from peacebrief.logistics.given import AMMUNITION
from peacebrief.logistics.losses.closure import cheapest_plans, largest_forces
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.loss import NOTHING, Loss
from peacebrief.logistics.stocks.stock_out import StockOut, share_arriving, stock_days_equivalent, stock_out
from peacebrief.uncertainty.arrays import Floats

# Digits after the point of what the solver's rounding may touch: cents of EUR, and grammes of a tonne.
CENTS = 2
GRAMMES = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Strain:
    """What a loss does in one posture and capacity case.

    `remaining` is the share of the largest force that can still be fed, zero where none could before; `arriving` the
    share of the needs of the reference size that still arrives. `extra_cost_eur_per_day` compares the cheapest plans
    for the reference size: one that leaves tonnes behind (`unmet_t_per_day`, by class) carries less and may cost less.
    """

    loss: Loss
    posture: str
    capacity_case: str
    largest_force: float
    remaining: float
    arriving: float
    stock_out: StockOut
    extra_cost_eur_per_day: float
    unmet_t_per_day: Floats

    @property
    def all_carried(self) -> bool:
        """Whether the cheapest plan carries everything, so that its extra cost is that of the same tonnes."""
        return not self.unmet_t_per_day.any()


Strains = Sequence[Strain]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trial:
    """What the losses are tried on.

    Demands (kg a person and day by class) by posture; limits by capacity case; the reference size in persons; days of
    stock by class as the policy has them; horizons in days.
    """

    demand_kg_per_person_day: Mapping[str, Floats]
    limits: Mapping[str, Limits]
    prices: Prices
    persons: float
    policy_days: Floats
    horizons_days: Sequence[float]

    @property
    def ammunition_kg_per_person_day(self) -> float:
        """The rate at which ammunition is stocked: that of the most intense posture."""
        return max(float(demand[AMMUNITION]) for demand in self.demand_kg_per_person_day.values())


def strains(model: FlowModel, *, losses: Sequence[Loss], trial: Trial) -> tuple[Strain, ...]:
    """Every loss, and before them the loss of nothing, in every posture and capacity case."""
    return tuple(
        strain
        for posture in trial.demand_kg_per_person_day
        for case in trial.limits
        for strain in _strains(model, losses=(NOTHING, *losses), trial=trial, posture=posture, case=case)
    )


def _strains(model: FlowModel, *, losses: Sequence[Loss], trial: Trial, posture: str, case: str) -> Iterator[Strain]:
    demand, limits = trial.demand_kg_per_person_day[posture], trial.limits[case]
    task = Task(persons=trial.persons, demand_kg_per_person_day=demand, limits=limits, prices=trial.prices)
    forces = largest_forces(model, losses=losses, demand_kg_per_person_day=demand, limits=limits)
    plans = cheapest_plans(model, losses=losses, task=task)
    stock_days = stock_days_equivalent(
        policy_days=trial.policy_days,
        demand_kg_per_person_day=demand,
        ammunition_kg_per_person_day=trial.ammunition_kg_per_person_day,
    )
    before, cost_before = forces[NOTHING.id], plans[NOTHING.id].cost_eur_per_day
    for loss in losses:
        arriving = share_arriving(largest_force=forces[loss.id], persons=trial.persons)
        yield Strain(
            loss=loss,
            posture=posture,
            capacity_case=case,
            largest_force=forces[loss.id],
            remaining=forces[loss.id] / before if before > 0 else 0.0,
            arriving=arriving,
            stock_out=stock_out(
                arriving=arriving, stock_days=stock_days, persons=trial.persons, horizons_days=trial.horizons_days
            ),
            extra_cost_eur_per_day=round(plans[loss.id].cost_eur_per_day - cost_before, CENTS) + 0.0,
            unmet_t_per_day=np.round(plans[loss.id].unmet_t_per_day.sum(axis=0), GRAMMES),
        )
