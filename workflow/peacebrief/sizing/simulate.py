"""The calculation at the central point and over all draws, in chunks of rows, into mergeable summaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.reasoning.step import evaluate
from peacebrief.sizing.inputs import SizingInputs
from peacebrief.sizing.plan import Plan
from peacebrief.sizing.provenance import streams_of
from peacebrief.sizing.sampled import Sampled
from peacebrief.uncertainty import design
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.replicates import Tally
from peacebrief.uncertainty.sensitivity import Classes, Moments

# ASSUME: on the logarithmic scale of the sensitivity a force counts as one person at least.
SMALLEST_FORCE = 1.0


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What the draws of a case say: summaries, counts at the force sizes, and the classes of the sensitivity.

    `reaching[step, size]` counts, by replicate, the draws of a method at or above a force size.
    """

    draws: int
    central: Mapping[str, float]
    tally: Tally
    reaching: Mapping[tuple[str, float], list[int]]
    classes: Classes
    moments: Moments
    streams: Mapping[str, tuple[str, ...]]


def simulate(inputs: SizingInputs, plan: Plan, sampled: Mapping[str, Sampled], *, rows: int = ROWS) -> Simulation:
    """Run the plan over the draws, `rows` at a time; the result is the same for any number of rows.

    Raises ValueError where a step needs an input that is not there.
    """
    needed = {source for step in plan.steps.values() for source in step.takes.values()}
    missing = sorted(needed - sampled.keys() - plan.steps.keys())
    if missing:
        raise ValueError(f"the calculation needs {', '.join(missing)}, which the inputs do not give")
    used = {name: one for name, one in sampled.items() if name in needed or one.fact}
    steps = list(plan.steps.values())
    simulation = Simulation(
        draws=inputs.draws,
        central=_central(plan, used),
        tally=Tally(),
        reaching={key: [0] * REPLICATES for key in _thresholds(plan, inputs)},
        classes=Classes(draws=inputs.draws),
        moments=Moments(),
        streams={name: streams_of(plan, sampled, name) for name in plan.mixtures if name.startswith("force.")},
    )
    names = {one.stream for one in used.values() if one.stream}
    tallied = plan.tallied()
    for replicate, uniforms in design(names, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        values = {name: _values(one, uniforms) for name, one in used.items()}
        results = evaluate(steps, values)
        shown = {name: results[name] for name in tallied}
        shown |= {name: values[name] for name, one in used.items() if one.fact and one.stream}
        simulation.tally.add(replicate, shown)
        _count_reaching(simulation, replicate, results)
        _classify(simulation, plan, uniforms, results)
    return simulation


def _values(one: Sampled, uniforms: Mapping[str, Any]) -> Any:
    return one.central if one.inverse is None else one.inverse(uniforms[one.stream])


def _central(plan: Plan, used: Mapping[str, Sampled]) -> dict[str, float]:
    values = {name: one.central for name, one in used.items()}
    results = evaluate(plan.steps.values(), values)
    return {name: float(value) for name, value in (values | results).items()}


def _thresholds(plan: Plan, inputs: SizingInputs) -> list[tuple[str, float]]:
    methods = {step for name, parts in plan.mixtures.items() if name.startswith("force.") for step in parts}
    return [(step, size) for step in sorted(methods) for size in inputs.force_sizes]


def _count_reaching(simulation: Simulation, replicate: int, results: Mapping[str, Any]) -> None:
    for (step, size), counts in simulation.reaching.items():
        counts[replicate] += int(np.count_nonzero(results[step] >= size))


def _classify(simulation: Simulation, plan: Plan, uniforms: Mapping[str, Any], results: Mapping[str, Any]) -> None:
    """Sort the expected logarithm of the force, over the methods, by the class of each input."""
    logs = {step: np.log10(np.maximum(results[step], SMALLEST_FORCE)) for step, _ in simulation.reaching}
    wanted = {stream for streams in simulation.streams.values() for stream in streams}
    labels = simulation.classes.labels({stream: uniforms[stream] for stream in wanted})
    for step, values in logs.items():
        simulation.moments.add(step, values)
    for name, streams in simulation.streams.items():
        parts = plan.mixtures[name]
        total = sum(parts.values())
        expected = sum(weight / total * logs[step] for step, weight in parts.items())
        simulation.classes.add(name, {stream: labels[stream] for stream in streams}, expected)
