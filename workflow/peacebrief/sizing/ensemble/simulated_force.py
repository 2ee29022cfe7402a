"""What the draws say of the force beside the steps: how often each method reaches a size, and what drives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.reasoning.because import streams_of
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import Simulation, simulate, used_by
from peacebrief.sizing.ensemble.sizing_plan import Plan
from peacebrief.sizing.given import SizingInputs
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.sensitivity import Classes, Moments

# ASSUME: on the logarithmic scale of the sensitivity a force counts as one person at least.
SMALLEST_FORCE = 1.0


@dataclass(frozen=True, kw_only=True)
class ForceDraws:
    """Counts at the force sizes, and the classes of the sensitivity.

    `reaching[step, size]` counts, by replicate, the draws of a method at or above a force size; `inputs_of` names the
    streams that each force varies with.
    """

    draws: int
    plan: Plan
    reaching: Mapping[tuple[str, float], list[int]]
    classes: Classes
    moments: Moments
    inputs_of: Mapping[str, tuple[str, ...]]

    @property
    def streams(self) -> Iterable[str]:
        """None besides those of the steps."""
        return ()

    def look(self, replicate: int, uniforms: Mapping[str, Floats], values: Mapping[str, Any]) -> dict[str, Any]:
        """Count, and sort the expected logarithm of the force, over the methods, by the class of each input."""
        for (step, size), counts in self.reaching.items():
            counts[replicate] += int(np.count_nonzero(values[step] >= size))
        logs = {step: np.log10(np.maximum(values[step], SMALLEST_FORCE)) for step, _ in self.reaching}
        wanted = {stream for streams in self.inputs_of.values() for stream in streams}
        labels = self.classes.labels({stream: uniforms[stream] for stream in wanted})
        for step, found in logs.items():
            self.moments.add(step, found)
        for name, streams in self.inputs_of.items():
            parts = self.plan.mixtures[name]
            total = sum(parts.values())
            expected = sum(weight / total * logs[step] for step, weight in parts.items())
            self.classes.add(name, {stream: labels[stream] for stream in streams}, expected)
        return {}


def simulate_force(
    inputs: SizingInputs, plan: Plan, sampled: Mapping[str, Sampled], *, rows: int = ROWS
) -> tuple[Simulation, ForceDraws]:
    """Run the plan over the draws, `rows` at a time; the result is the same for any number of rows.

    Raises ValueError where a step needs an input that is not there.
    """
    used = used_by(plan.steps, sampled)
    forces = [name for name in plan.mixtures if name.startswith("force.")]
    draws = ForceDraws(
        draws=inputs.draws,
        plan=plan,
        reaching={key: [0] * REPLICATES for key in _thresholds(plan, inputs)},
        classes=Classes(draws=inputs.draws),
        moments=Moments(),
        inputs_of={name: streams_of(list(plan.mixtures[name]), steps=plan.steps, sampled=used) for name in forces},
    )
    shown = sorted(plan.tallied())
    return simulate(inputs, plan.steps, sampled, shown=shown, beside=draws, rows=rows), draws


def _thresholds(plan: Plan, inputs: SizingInputs) -> list[tuple[str, float]]:
    methods = {step for name, parts in plan.mixtures.items() if name.startswith("force.") for step in parts}
    return [(step, size) for step in sorted(methods) for size in inputs.force_sizes]
