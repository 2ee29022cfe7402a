"""The calculation at the central point and over all draws, in chunks of rows, into mergeable summaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.sampled_supply import Sampled
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Tally


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What the draws of a case say, and the result of every step at the central point."""

    central: Mapping[str, float]
    tally: Tally


def central_values(steps: Iterable[Step], sampled: Mapping[str, Sampled]) -> dict[str, float]:
    """Every sampled number and every step at the central point."""
    values = {name: one.central for name, one in sampled.items()}
    return {name: float(value) for name, value in (values | evaluate(steps, values)).items()}


def used_by(steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> dict[str, Sampled]:
    """The sampled numbers that steps take or that are facts. Raises ValueError where one is missing."""
    needed = {source for step in steps.values() for source in step.takes.values()}
    missing = sorted(needed - sampled.keys() - steps.keys())
    if missing:
        raise ValueError(f"the calculation needs {', '.join(missing)}, which the inputs do not give")
    return {name: one for name, one in sampled.items() if name in needed or one.fact}


def simulate(
    inputs: LogisticsInputs,
    steps: Mapping[str, Step],
    sampled: Mapping[str, Sampled],
    *,
    beside: Any = None,
    rows: int = ROWS,
) -> Simulation:
    """Run the steps over the draws, `rows` at a time; the result is the same for any number of rows.

    `beside` looks at the uniforms and results of every chunk and returns more to be summarised; its `streams` name the
    uniforms it wants.
    """
    used = used_by(steps, sampled)
    tally = Tally()
    names = {one.stream for one in used.values() if one.stream} | set(beside.streams if beside else ())
    shown = [step.id for step in steps.values() if step.fact or step.tallied]
    shown_inputs = [name for name, one in used.items() if one.fact and one.stream]
    for replicate, uniforms in design(names, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        values = {name: drawn_values(one, uniforms) for name, one in used.items()}
        results = evaluate(steps.values(), values)
        outputs = {name: results[name] for name in shown} | {name: values[name] for name in shown_inputs}
        if beside:
            outputs |= beside.look(replicate, uniforms, values | results)
        tally.add(replicate, {name: full(value, uniforms) for name, value in outputs.items()})
    return Simulation(central=central_values(steps.values(), used), tally=tally)


def drawn_values(one: Sampled, uniforms: Mapping[str, Floats]) -> Any:
    """The values of a sampled number; one number where it never varies."""
    return one.central if one.inverse is None else one.inverse(uniforms[one.stream])


def full(value: Any, uniforms: Mapping[str, Floats]) -> Floats:
    """A result as one number a draw, where nothing behind it varies as well."""
    import numpy as np

    rows = len(next(iter(uniforms.values())))
    return np.asarray(value, dtype=np.float64) if np.ndim(value) else np.full(rows, float(value))
