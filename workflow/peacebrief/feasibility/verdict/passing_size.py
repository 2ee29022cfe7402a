"""The largest force of every option and level that passes the gates of manpower, over all draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.gates.option_gates import GENERATION, ROTATION
from peacebrief.feasibility.given import FeasibilityInputs

PASSES, CONDITIONAL, HELD = "size_that_passes", "size_conditional", "size_held"

# Persons, by option and level.
Sizes: TypeAlias = Mapping[tuple[str, str], Mapping[str, float]]


def passing_sizes(inputs: FeasibilityInputs, counts: SupplyCounts) -> dict[tuple[str, str], dict[str, float]]:
    """By option and level, the largest size (persons): by the upper and the middle threshold, and held for good.

    `size_held` passes force generation and rotation over the horizon, each at the upper threshold; it is left out where
    either is no gate. 0 where no size passes. By the id of a gate, the size at which it alone passes.
    """
    found: dict[tuple[str, str], dict[str, float]] = {}
    for option in inputs.options:
        for level in inputs.support_levels:
            sizes: dict[str, float] = {}
            for gate in inputs.gates:
                if gate.kind in (GENERATION, ROTATION):
                    name = (option.id, level, gate.kind)
                    sizes[gate.id] = counts.reached_with(name, inputs.thresholds.feasible)
                    if gate.kind == GENERATION:
                        sizes[PASSES] = sizes[gate.id]
                        sizes[CONDITIONAL] = counts.reached_with(name, inputs.thresholds.conditional)
            both = [sizes[gate.id] for gate in inputs.gates if gate.id in sizes]
            found[option.id, level] = sizes | ({HELD: min(both)} if len(both) > 1 else {})
    return found
