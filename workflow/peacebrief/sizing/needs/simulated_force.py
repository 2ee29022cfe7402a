"""What the draws say beside the steps: how often a method with skill reaches a size, and what drives a force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.reasoning.because import streams_of
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import Simulation, simulate, used_by
from peacebrief.sizing.given import SizingInputs
from peacebrief.sizing.needs.sizing_plan import Plan
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.sensitivity import Classes, Moments

# ASSUME: on the logarithmic scale of the sensitivity a force counts as one person at least.
SMALLEST_FORCE = 1.0


@dataclass(frozen=True, kw_only=True)
class ForceDraws:
    """Counts at the force sizes, and the classes of the sensitivity.

    `reaching[step, size]` counts, by replicate, the draws of a method at or above a force size; `inputs_of` names the
    streams that each method varies with whose drivers are told.
    """

    draws: int
    reaching: Mapping[tuple[str, float], list[int]]
    classes: Classes
    moments: Moments
    inputs_of: Mapping[str, tuple[str, ...]]

    @property
    def streams(self) -> Iterable[str]:
        """None besides those of the steps."""
        return ()

    def look(self, replicate: int, uniforms: Mapping[str, Floats], values: Mapping[str, Any]) -> dict[str, Any]:
        """Count, and sort the logarithm of the force of each driven method by the class of each input."""
        for (step, size), counts in self.reaching.items():
            counts[replicate] += int(np.count_nonzero(values[step] >= size))
        wanted = {stream for streams in self.inputs_of.values() for stream in streams}
        labels = self.classes.labels({stream: uniforms[stream] for stream in wanted})
        for step, streams in self.inputs_of.items():
            found = np.log10(np.maximum(values[step], SMALLEST_FORCE))
            if streams:
                self.moments.add(step, found)
                self.classes.add(step, {stream: labels[stream] for stream in streams}, found)
        return {}


def simulate_force(
    inputs: SizingInputs,
    plan: Plan,
    sampled: Mapping[str, Sampled],
    *,
    counted: Sequence[str] = (),
    rows: int = ROWS,
) -> tuple[Simulation, ForceDraws]:
    """Run the plan over the draws, `rows` at a time; the result is the same for any number of rows.

    The draws of the `counted` steps are counted at every size in question. Raises ValueError where a step needs an
    input that is not there.
    """
    used = used_by(plan.steps, sampled)
    draws = ForceDraws(
        draws=inputs.draws,
        reaching={(step, size): [0] * REPLICATES for step in counted for size in inputs.force_sizes},
        classes=Classes(draws=inputs.draws),
        moments=Moments(),
        inputs_of={
            step: streams_of([step], steps=plan.steps, sampled=used)
            for role in inputs.roles
            if (step := most_detailed(plan, used, role.id))
        },
    )
    shown = sorted(plan.tallied())
    return simulate(inputs, plan.steps, sampled, shown=shown, beside=draws, rows=rows), draws


def most_detailed(plan: Plan, sampled: Mapping[str, Sampled], role: str) -> str:
    """The step of the fitting method of a role that varies with the most inputs; empty where none fits."""
    # ASSUME: what drives the size of a force is told for the method that rests on the most inputs; the choice of a
    # method is no input, and the range over the methods is told as it stands.
    fitting = plan.fitting[f"force.{role}"]
    counted = {step: len(streams_of([step], steps=plan.steps, sampled=sampled)) for step in fitting}
    return max(fitting, key=lambda step: (counted[step], step), default="")
