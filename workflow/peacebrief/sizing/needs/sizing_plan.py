"""The whole calculation of a case as an ordered list of steps, and which of them make up each result.

With it come the formulas that no method owns. The theatre is the line of contact and the other border that has to be
watched. Densities of a force go by the kilometre of line, the thousand inhabitants and the hundred square kilometres.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from peacebrief.reasoning.node import node, step_of
from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Role, SizingInputs, contained_roles
from peacebrief.sizing.methods.method_family import brigades_to_hold, method_step
from peacebrief.sizing.methods.task_organised import ELEMENTS, capability_steps, support_steps
from peacebrief.sizing.methods.troop_rotation import cycled, pool, share_steps
from peacebrief.uncertainty.arrays import Number

DENSITIES = {
    "per_km": ("line_length", 1.0),
    "per_1000": ("population_held", 1000.0),
    "per_100km2": ("area_held", 100.0),
}


@dataclass(kw_only=True)
class Plan:
    """Steps in order of calculation; by role the step of each method and of each element.

    `fitting` has the steps of the methods that fit a role, by measure and role: `force.watch`, `pool.watch` and so on.
    """

    steps: dict[str, Step] = field(default_factory=dict)
    methods: dict[tuple[str, str], Step] = field(default_factory=dict)
    elements: dict[str, dict[str, Step]] = field(default_factory=dict)
    fitting: dict[str, list[str]] = field(default_factory=dict)

    def add(self, step: Step) -> Step:
        """Put a step at the end, unless it is there already."""
        return self.steps.setdefault(step.id, step)

    def published(self) -> list[Step]:
        """The steps that are one fact each, whatever the role."""
        return [step for step in self.steps.values() if step.fact]

    def tallied(self) -> set[str]:
        """The steps whose draws are summarised."""
        found = {step.id for step in self.methods.values()} | {step.id for step in self.published()}
        found |= {step.id for elements in self.elements.values() for step in elements.values()}
        return found | {step_id for steps in self.fitting.values() for step_id in steps}


def plan_sizing(inputs: SizingInputs) -> Plan:
    """The plan of a case. Raises ValueError for a method or a task that is not known."""
    plan = Plan()
    for formula in (total_line, brigades_to_hold):
        plan.add(step_of(formula))
    for role in inputs.roles:
        _plan_methods(plan, inputs, role)
        _plan_measures(plan, role)
    for step in share_steps(inputs):
        plan.add(step)
    return plan


def _plan_methods(plan: Plan, inputs: SizingInputs, role: Role) -> None:
    plan.elements[role.id] = {}
    for element, step in capability_steps(role, contained_roles(role, inputs.roles)).items():
        plan.add(step)
        if element in ELEMENTS:
            plan.elements[role.id][element] = plan.steps[step.id]
    plan.fitting[f"force.{role.id}"] = []
    for row in inputs.methods:
        if row.role == role.id:
            step = plan.add(method_step(role, row.method, inputs.ratios))
            plan.methods[role.id, row.method] = step
            if row.fits:
                plan.fitting[f"force.{role.id}"].append(step.id)
    if (role.id, "task_organised") in plan.methods:
        for element, step in support_steps(role).items():
            plan.add(step)
            if element != "support_troops":
                plan.elements[role.id][element] = step


def _plan_measures(plan: Plan, role: Role) -> None:
    """Quantities that multiply the force are calculated draw by draw for each method that fits."""
    for method in plan.fitting[f"force.{role.id}"]:
        for step in _following(method):
            plan.add(step)
            plan.fitting.setdefault(f"{step.id.split('/')[0]}.{role.id}", []).append(step.id)


def _following(method: str) -> Iterator[Step]:
    """Pool, troops cycled and densities of the force of one method."""
    takes = {"force": method, "ratio": "rotation_ratio"}
    yield Step(id=f"pool/{method}", formula=pool, takes=takes, unit="persons")
    takes = {"force": method, "horizon_months": "horizon_months", "tour_months": "tour_months"}
    yield Step(id=f"cycled/{method}", formula=cycled, takes=takes, unit="persons")
    for name, (size, per) in DENSITIES.items():
        yield Step(
            id=f"density.{name}/{method}",
            formula=density,
            takes={"force": method, "size": size},
            constants=(("per", per),),
            unit=f"persons_{name}",
        )


@node("total_line", "line of contact and other guarded border together", "km", family="sizing.theatre.total_line")
def total_line(*, line_length: Number, guarded_border: Number) -> Number:
    """Length of the line plus the other guarded border."""
    return line_length + guarded_border


def density(*, force: Number, size: Number, per: Number | float) -> Number:
    """Troops for every `per` units of `size`."""
    return force / size * per
