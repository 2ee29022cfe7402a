"""Durability at the central point and over all draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.durability.hazard_ratio import durability_numbers, option_steps
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.size_outcome.size_effect import DRAW, SIZE_RATIO
from peacebrief.feasibility.size_outcome.war_risk import war_risk_steps, war_sizes
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import Simulation, full, simulate
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS

HORIZON = "planning_horizon"


@dataclass(frozen=True, kw_only=True)
class Durability:
    """The simulation, and for each option with a cost the share of draws in which it `pays`.

    It does where the recovery that is spared on average outweighs what the force costs. `raises` is the share of draws
    in which a force makes renewed war more likely, which is the same for every size.
    """

    simulation: Simulation
    pays: Mapping[str, float]
    raises: float


@dataclass(frozen=True, kw_only=True)
class Paid:
    """Counts by option the draws in which it pays, and by the name of the `largest` size those in which risk rises."""

    counts: dict[str, int]
    largest: str

    @property
    def streams(self) -> Iterable[str]:
        """The uniforms that decide provocation, so that there are draws whether or not anything else varies."""
        return (DRAW,)

    def look(self, _: int, uniforms: Mapping[str, Floats], values: Mapping[str, Any]) -> dict[str, Any]:
        """Count; nothing is summarised besides the steps."""
        self.counts[self.largest] += int((full(values[self.largest], uniforms) > 1).sum())
        for option in self.counts.keys() - {self.largest}:
            spared, cost = (full(values[f"{step}.{option}"], uniforms) for step in ("spared", "whole_cost"))
            self.counts[option] += int((spared >= cost).sum())
        return {}


def durability(
    inputs: FeasibilityInputs, *, costs: Mapping[str, Mapping[str, Any]], horizon: float, rows: int = ROWS
) -> Durability:
    """Every size that the case asks for; every option at every level, and what it costs where `costs` has a fact."""
    numbers = durability_numbers(inputs, costs)
    numbers[HORIZON] = Sampled(id=HORIZON, origins=(f"fact:feasibility.{HORIZON}",), central=horizon)
    told = [step for option in inputs.options for step in option_steps(inputs, option, set(numbers))]
    steps = {step.id: step for step in (*war_risk_steps(inputs), *told)}
    largest = f"{SIZE_RATIO}.{war_sizes(inputs)[-1]:.0f}"
    counted = (option.id for option in inputs.options if f"spared.{option.id}" in steps)
    paid = Paid(counts={largest: 0, **dict.fromkeys(counted, 0)}, largest=largest)
    simulation = simulate(inputs, steps, numbers, beside=paid, rows=rows)
    shares = {name: count / inputs.draws for name, count in paid.counts.items()}
    raises = shares.pop(largest)
    return Durability(simulation=simulation, pays=shares, raises=raises)
