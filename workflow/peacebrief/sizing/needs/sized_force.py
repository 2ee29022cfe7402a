"""What the facts of the stage are written from."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.reasoning.simulate import Simulation
from peacebrief.sizing.given import Role, SizingInputs, contained_roles
from peacebrief.sizing.history.skill import KindTrial, on_kind, rule_of
from peacebrief.sizing.needs.method_range import Answer, across, at_least
from peacebrief.sizing.needs.simulated_force import ForceDraws, most_detailed
from peacebrief.sizing.needs.sizing_plan import Plan

Scores = dict[tuple[str, str], KindTrial]


@dataclass(frozen=True, kw_only=True)
class SizedForce:
    """Everything the facts are written from; `scores` has how each method fares on missions of the kind of a role."""

    inputs: SizingInputs
    plan: Plan
    simulation: Simulation
    draws: ForceDraws
    scores: Scores

    def answer(self, step_id: str) -> Answer:
        """What one step says over the draws and at the central point."""
        return Answer(spread=self.simulation.spread(step_id), central=self.simulation.central[step_id])

    def own_range(self, measure: str, role: Role) -> Answer:
        """The range of a measure, such as `force`, over the methods that fit a role."""
        return across([self.answer(step) for step in self.plan.fitting[f"{measure}.{role.id}"]])

    def told_range(self, measure: str, role: Role) -> Answer:
        """The range of a measure for a role, which is never below that of a role whose tasks it contains."""
        return at_least(self.own_range(measure, role), [self.own_range(measure, one) for one in self.contained(role)])

    def contained(self, role: Role) -> list[Role]:
        """The roles whose tasks a role contains."""
        return contained_roles(role, self.inputs.roles)

    def methods_of(self, role: Role) -> list[str]:
        """The methods that fit a role, in the order of the inputs."""
        return [row.method for row in self.inputs.methods if row.role == role.id and row.fits]

    def asking(self, role: Role, size: float) -> int:
        """How many methods that fit a role have a middle result of a size or more."""
        steps = self.plan.fitting[f"force.{role.id}"]
        return sum(self.simulation.spread(step).p50 >= size for step in steps)

    def skilled(self, role: Role) -> dict[str, float]:
        """The methods that fit a role and have shown skill, with their weights."""
        return skilled_methods(role, self.scores)

    def driven(self, role: Role) -> str:
        """The step of the method whose drivers are told for a role; empty where none fits."""
        return most_detailed(self.plan, self.simulation.sampled, role.id)

    def element_ids(self, role: Role) -> dict[str, str]:
        """The fact id of each element of a role's capability package, by its step."""
        elements = self.plan.elements.get(role.id, {})
        return {step.id: f"sizing.capability.{role.id}.{element}" for element, step in elements.items()}

    def rows_of(self, role: Role) -> list[str]:
        """The rows that say which methods fit a role."""
        return [row.origin for row in self.inputs.methods if row.role == role.id]


def scores_of(inputs: SizingInputs) -> Scores:
    """How each method that fits a role and that history can score fares on missions of the kind of that role."""
    kinds = {role.id: role.mission_type for role in inputs.roles}
    found: Scores = {}
    for row in inputs.methods:
        ratio = inputs.ratios.get(row.method)
        rule = rule_of(row.method, ratio.family if ratio else "")
        trial = on_kind(rule, inputs.missions, kinds[row.role]) if rule and row.fits else None
        if trial is not None:
            found[row.role, row.method] = trial
    return found


def skilled_methods(role: Role, scores: Scores) -> dict[str, float]:
    """The methods that fit a role and have shown skill on missions of its kind, weighted by how much less they miss."""
    return {method: trial.gain for (name, method), trial in scores.items() if name == role.id and trial.shows_skill}
