"""The largest force and the cheapest plan after each of many losses, from few solutions.

A loss whose links an optimum does not use changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Plan, Task
from peacebrief.logistics.network.limits import Limits
from peacebrief.logistics.network.links import Flags
from peacebrief.logistics.network.loss import Loss
from peacebrief.uncertainty.arrays import Floats

LEAST_FLOW_T_PER_DAY = 1e-6  # a gramme a day is the solver's rounding

Answer = TypeVar("Answer")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved(Generic[Answer]):
    """The answer with some links closed, how good it is (more is better), and the links that carry anything in it.

    `basis` is where the solver may start from when more links close.
    """

    answer: Answer
    worth: tuple[float, ...]
    used: frozenset[str]
    basis: Any


class Solve(Protocol[Answer]):
    """Solves with some links closed, starting from the basis of a solution with fewer of them closed."""

    def __call__(self, closed: Collection[str], start: Any, /) -> Solved[Answer]:
        """The solution."""


def answers(losses: Iterable[Loss], *, solve: Solve[Answer]) -> dict[str, Answer]:
    """The answer for each loss by its id.

    An optimum with fewer links closed that does not use the rest of them stays an optimum when they close too, so that
    no program needs to be solved; nor for two losses that close the same links. Otherwise the worst answer for a part
    of the loss is where the solver starts. Losses come after their parts.
    """
    nothing = solve((), None)
    found: dict[str, Solved[Answer]] = {}
    by_links: dict[frozenset[str], Solved[Answer]] = {}
    for loss in losses:
        parts = [nothing, *(found[part] for part in loss.parts if part in found)]
        unharmed = (solved for solved in parts if not solved.used & loss.links)
        solved = by_links.get(loss.links) or next(unharmed, None)
        found[loss.id] = solved or solve(loss.links, min(parts, key=lambda part: part.worth).basis)
        by_links[loss.links] = found[loss.id]
    return {loss: solved.answer for loss, solved in found.items()}
