"""What the facts of the stage are written from."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from peacebrief.reasoning.simulate import Simulation
from peacebrief.sizing.ensemble.simulated_force import ForceDraws
from peacebrief.sizing.ensemble.sizing_plan import Plan
from peacebrief.sizing.given import Role, SizingInputs
from peacebrief.uncertainty.replicates import Spread


@dataclass(frozen=True, kw_only=True)
class SizedForce:
    """Everything the facts are written from."""

    inputs: SizingInputs
    plan: Plan
    simulation: Simulation
    draws: ForceDraws

    def mixed(self, mixture: str, *, evenly: bool = False) -> tuple[Spread, float]:
        """The spread of a mixture, and its central point: the weighted geometric mean of its parts.

        `evenly` gives every part the same weight.
        """
        parts = self.plan.mixtures[mixture]
        parts = dict.fromkeys(parts, 1.0) if evenly else parts
        total = sum(parts.values())
        central = {step: max(self.simulation.central[step], 1e-300) for step in parts}
        mean = sum(weight / total * log10(central[step]) for step, weight in parts.items())
        return self.simulation.tally.mixed_spread(parts), 10**mean

    def element_ids(self, role: Role) -> dict[str, str]:
        """The fact id of each element of a role's capability package, by its step."""
        elements = self.plan.elements.get(role.id, {})
        return {step.id: f"sizing.capability.{role.id}.{element}" for element, step in elements.items()}

    def weight_rows(self, role: Role) -> list[str]:
        """The rows of the weights that count for a role."""
        return [row.origin for row in self.inputs.weights if row.role == role.id and row.weight > 0]
