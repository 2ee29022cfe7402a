"""A graph of steps at the central point and over all draws, in chunks of rows, into mergeable summaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from peacebrief.reasoning.because import NONE, because
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS, Tie
from peacebrief.uncertainty.replicates import Spread, Tally, signed_parts, signed_spread


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """Steps and sampled numbers, their results at the central point, and what the draws say of those that are shown."""

    steps: Mapping[str, Step]
    sampled: Mapping[str, Sampled]
    central: Mapping[str, float]
    tally: Tally

    def because(self, step_id: str, facts: Mapping[str, str] = NONE) -> tuple[str, ...]:
        """What a step came from; `facts` gives the fact ids of steps that are published under more than one."""
        return because(self.steps[step_id], steps=self.steps, sampled=self.sampled, facts=facts)

    def spread(self, name: str) -> Spread:
        """The quantiles of a step, or of a sampled number, over all draws."""
        signed = name in self.steps and self.steps[name].signed
        return signed_spread(self.tally, name) if signed else self.tally.spread(name)


class Drawn(Protocol):
    """Inputs of a stage that say how they are to be drawn."""

    @property
    def draws(self) -> int:
        """How many draws."""

    @property
    def seed(self) -> int:
        """The seed of their points."""

    @property
    def ties(self) -> Mapping[str, Tie]:
        """The common factor that an input follows."""


class Beside(Protocol):
    """What looks at every chunk of draws beside the summaries."""

    @property
    def streams(self) -> Iterable[str]:
        """The uniforms that it wants besides those of the steps."""

    def look(self, replicate: int, uniforms: Mapping[str, Floats], values: Mapping[str, Any]) -> dict[str, Any]:
        """More to be summarised, from the uniforms and all values of a chunk."""


def used_by(steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> dict[str, Sampled]:
    """The sampled numbers that steps take or that are facts. Raises ValueError where one is missing."""
    needed = {source for step in steps.values() for source in step.takes.values()}
    missing = sorted(needed - sampled.keys() - steps.keys())
    if missing:
        raise ValueError(f"the calculation needs {', '.join(missing)}, which the inputs do not give")
    return {name: one for name, one in sampled.items() if name in needed or one.fact}


def central_values(steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> dict[str, float]:
    """Every sampled number and every step at the central point."""
    values = {name: one.central for name, one in sampled.items()}
    return {name: float(value) for name, value in (values | evaluate(steps.values(), values)).items()}


def simulate(
    inputs: Drawn,
    steps: Mapping[str, Step],
    sampled: Mapping[str, Sampled],
    *,
    shown: Iterable[str] = (),
    beside: Beside | None = None,
    rows: int = ROWS,
) -> Simulation:
    """Run the steps over all draws, `rows` at a time; the result is the same for any number of rows.

    Summarised are the steps and sampled numbers that are facts, tallied steps, those `shown`, and what is looked at
    `beside`. Raises ValueError where a step needs a number that is not there.
    """
    used, tally = used_by(steps, sampled), Tally()
    told = [*shown, *(step.id for step in steps.values() if step.fact or step.tallied)]
    told += [name for name, one in used.items() if one.fact and one.stream]
    names = {one.stream for one in used.values() if one.stream} | set(beside.streams if beside else ())
    for replicate, uniforms in design(names, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        values: dict[str, Any] = {name: one.drawn(uniforms) for name, one in used.items()}
        values |= evaluate(steps.values(), values)
        outputs = {name: values[name] for name in told}
        outputs |= beside.look(replicate, uniforms, values) if beside else {}
        tally.add(replicate, _parted({name: full(value, uniforms) for name, value in outputs.items()}, steps))
    return Simulation(steps=steps, sampled=sampled, central=central_values(steps, used), tally=tally)


def _parted(outputs: Mapping[str, Floats], steps: Mapping[str, Step]) -> dict[str, Floats]:
    """What is summarised: outputs as they are, of those that may be negative both parts."""
    found: dict[str, Floats] = {}
    for name, values in outputs.items():
        found |= signed_parts(name, values) if name in steps and steps[name].signed else {name: values}
    return found


def full(value: Any, uniforms: Mapping[str, Floats]) -> Floats:
    """A result as one number a draw, where nothing behind it varies as well."""
    rows = len(next(iter(uniforms.values())))
    return np.asarray(value, dtype=np.float64) if np.ndim(value) else np.full(rows, float(value))
