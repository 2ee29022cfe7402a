"""The library of cuts of a case: those of its capacity cases, and those that a sample of its draws needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from peacebrief.logistics.classes import CLASSES
from peacebrief.logistics.cut_library import build_cuts
from peacebrief.logistics.cuts import Cut, cut_of
from peacebrief.logistics.demand_vectors import gross_demand, gross_name
from peacebrief.logistics.force_draws import demands, drawn_limits, limit_names
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.sampled import Sampled
from peacebrief.logistics.simulate import drawn_values
from peacebrief.logistics.supply import Supply
from peacebrief.reasoning.step import Step, evaluate
from peacebrief.uncertainty import design
from peacebrief.uncertainty.arrays import Floats

# The sample of draws that cuts are looked for in, and how many in a row without a new one end the search.
SAMPLE = 8 * 1024
QUIET = 24


def cuts_of_case(
    inputs: LogisticsInputs,
    supply: Supply,
    steps: Mapping[str, Step],
    sampled: Mapping[str, Sampled],
    central: Mapping[str, float],
) -> list[Cut]:
    """The cuts of the three capacity cases, and those that a sample of draws needs beyond them."""
    known = list(_of_capacity_cases(inputs, supply, central))
    uniforms, results = sample(inputs, steps, sampled)
    limits = drawn_limits(inputs, sampled, uniforms)
    return build_cuts(supply.model, limits, demands(inputs, results, uniforms), quiet=QUIET, known=known)


def sample(
    inputs: LogisticsInputs, steps: Mapping[str, Step], sampled: Mapping[str, Sampled], *, seed: int | None = None
) -> tuple[dict[str, Floats], Mapping[str, Any]]:
    """The uniforms of a sample of draws, and the demands in them; with the seed of the case unless another is given."""
    needed = behind([gross_name(posture, name) for posture in inputs.postures for name in CLASSES], steps)
    numbers = [name for name in {*needed, *limit_names(inputs)} if name in sampled]
    names = {sampled[name].stream for name in numbers} - {""}
    chunks = list(design(names, SAMPLE, inputs.seed if seed is None else seed, ties=inputs.ties).chunks())
    uniforms = {name: np.concatenate([uniform[name] for _, uniform in chunks]) for name in names}
    values = {name: drawn_values(sampled[name], uniforms) for name in numbers}
    return uniforms, values | evaluate([step for name, step in steps.items() if name in needed], values)


def behind(names: Sequence[str], steps: Mapping[str, Step]) -> set[str]:
    """The steps and sampled numbers that results rest on, themselves included."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += steps[name].takes.values() if name in steps else ()
    return found


def _of_capacity_cases(inputs: LogisticsInputs, supply: Supply, central: Mapping[str, float]) -> Iterator[Cut]:
    for posture in inputs.postures:
        demand = gross_demand(central, posture)
        for limits in supply.limits.values():
            found = supply.model.largest_force(demand_kg_per_person_day=demand, limits=limits)
            yield cut_of(supply.network, found)
