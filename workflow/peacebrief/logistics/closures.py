"""The largest force and the cheapest plan after each of many losses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from peacebrief.logistics.capacities import Limits
from peacebrief.logistics.flow_model import FlowModel
from peacebrief.logistics.least_cost import Plan, Task
from peacebrief.logistics.links import Flags
from peacebrief.logistics.losses import Loss
from peacebrief.logistics.pruned import Solved, answers
from peacebrief.uncertainty.arrays import Floats

LEAST_FLOW_T_PER_DAY = 1e-6  # a gramme a day is the solver's rounding


def largest_forces(
    model: FlowModel, *, losses: Sequence[Loss], demand_kg_per_person_day: Floats, limits: Limits
) -> dict[str, float]:
    """The largest force (persons) after each loss, by its id, for a demand by class."""

    def solve(closed: Collection[str], start: Any, /) -> Solved[float]:
        found = model.largest_force(
            demand_kg_per_person_day=demand_kg_per_person_day, limits=limits, closed_links=closed, start=start
        )
        persons = max(found.persons, 0.0) + 0.0  # no negative zero
        used = links_used(model, found.flow_t_per_day)
        return Solved(answer=persons, worth=(persons,), used=used, basis=found.basis)

    return answers(losses, solve=solve)


def cheapest_plans(model: FlowModel, *, losses: Sequence[Loss], task: Task) -> dict[str, Plan]:
    """The cheapest plan for a task after each loss, by its id; costs and unmet tonnes are unique, flows are not."""

    def solve(closed: Collection[str], start: Any, /) -> Solved[Plan]:
        plan = model.least_cost(task, closed_links=closed, unique=False, start=start)
        worth = (-float(plan.unmet_t_per_day.sum()), -plan.cost_eur_per_day)
        return Solved(answer=plan, worth=worth, used=links_used(model, plan.flow_t_per_day), basis=plan.basis)

    return answers(losses, solve=solve)


def links_used(model: FlowModel, flow_t_per_day: Floats) -> frozenset[str]:
    """The links that carry anything, given flows by arc and class."""
    return frozenset(np.array(model.network.links.ids)[carrying(model, flow_t_per_day)].tolist())


def carrying(model: FlowModel, flow_t_per_day: Floats) -> Flags:
    """For each link, by place, whether it carries anything, given flows by arc and class."""
    arcs = flow_t_per_day.sum(axis=1)
    links = np.bincount(model.network.arc_link, weights=arcs, minlength=len(model.network.links.ids))
    return np.asarray(links > LEAST_FLOW_T_PER_DAY)
