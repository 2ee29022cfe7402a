"""Durability at the central point and over all draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from peacebrief.feasibility.durability.hazard_ratio import (
    CARRY_OVER,
    LOSS,
    RATIO,
    durability_numbers,
    option_steps,
    weight_steps,
)
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.because import because
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.replicates import Spread, Tally, signed_parts, signed_spread

HORIZON = "planning_horizon"


def may_be_negative(name: str) -> bool:
    """Whether a step is a difference, which a hazard ratio above one turns negative."""
    return name.startswith(("reduction.", "deterrence_difference."))


@dataclass(frozen=True, kw_only=True)
class Durability:
    """Numbers, steps, results at the central point, and summaries of all draws.

    `pays` has for each option with a cost the share of draws in which the recovery that is spared on average outweighs
    what the force costs.
    """

    numbers: Mapping[str, Sampled]
    steps: Mapping[str, Step]
    central: Mapping[str, float]
    tally: Tally
    pays: Mapping[str, float]

    def because(self, step_id: str) -> tuple[str, ...]:
        """What a step came from."""
        return because(self.steps[step_id], steps=self.steps, sampled=self.numbers)

    def spread(self, name: str) -> Spread:
        """The spread of a published step."""
        return signed_spread(self.tally, name) if may_be_negative(name) else self.tally.spread(name)


def durability(
    inputs: FeasibilityInputs, *, costs: Mapping[str, Mapping[str, Any]], horizon: float, rows: int = ROWS
) -> Durability:
    """Every option at every level, and what it costs where `costs` has a fact for it."""
    numbers = durability_numbers(inputs, costs)
    numbers[HORIZON] = Sampled(id=HORIZON, origins=(f"fact:feasibility.{HORIZON}",), central=horizon)
    steps = {step.id: step for step in _steps(inputs, set(numbers))}
    tally, paid = Tally(), dict.fromkeys(_costed(inputs, steps), 0)
    for replicate, values in _draws(inputs, numbers, rows):
        results = evaluate(steps.values(), values)
        tally.add(replicate, _outputs(inputs, steps, results, len(values[RATIO])))
        for option in paid:
            spared = values[LOSS] * results[_planned(inputs, option)]
            paid[option] += int((spared >= results[f"whole_cost.{option}"]).sum())
    middle = {name: one.central for name, one in numbers.items()}
    return Durability(
        numbers=numbers,
        steps=steps,
        central={name: float(value) for name, value in evaluate(steps.values(), middle).items()},
        tally=tally,
        pays={option: count / inputs.draws for option, count in paid.items()},
    )


def carried_streams() -> tuple[str, ...]:
    """The streams that the hazard ratio with the force is drawn from."""
    return RATIO, CARRY_OVER


def _steps(inputs: FeasibilityInputs, known: set[str]) -> Iterator[Step]:
    for option in inputs.options:
        yield from option_steps(inputs, option, known)
    yield from weight_steps()


def _draws(
    inputs: FeasibilityInputs, numbers: Mapping[str, Sampled], rows: int
) -> Iterator[tuple[int, dict[str, Any]]]:
    streams = {one.stream for one in numbers.values() if one.stream} | set(carried_streams())
    for replicate, uniforms in design(streams, inputs.draws, inputs.seed, ties=inputs.ties).chunks(rows):
        count = len(uniforms[RATIO])
        yield replicate, {name: np.broadcast_to(one.drawn(uniforms), count) for name, one in numbers.items()}


def _outputs(
    inputs: FeasibilityInputs, steps: Mapping[str, Step], results: Mapping[str, Any], count: int
) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for name, step in steps.items():
        if step.fact and may_be_negative(name):
            found |= signed_parts(name, np.broadcast_to(results[name], count))
        elif step.fact:
            found[name] = np.array(np.broadcast_to(results[name], count))
    for option in _costed(inputs, steps):
        reduction = np.maximum(results[_planned(inputs, option)], 0.0)
        found[f"per_euro.{option}"] = reduction / results[f"whole_cost.{option}"]
        found[f"whole_cost.{option}"] = np.ascontiguousarray(results[f"whole_cost.{option}"])
    return found


def _costed(inputs: FeasibilityInputs, steps: Mapping[str, Step] | Iterable[str]) -> Sequence[str]:
    return [
        option.id
        for option in inputs.options
        if f"whole_cost.{option.id}" in steps and f"reduction.{option.id}.{option.us_level}" in steps
    ]


def _planned(inputs: FeasibilityInputs, option: str) -> str:
    level = next(one.us_level for one in inputs.options if one.id == option)
    return f"reduction.{option}.{level}"
