"""Rows of what a force costs over the horizon and what loss it has to spare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peacebrief.feasibility.break_even import break_even_loss
from peacebrief.feasibility.durability_draws import Durability
from peacebrief.feasibility.inputs import FeasibilityInputs

BREAK_EVEN = ("option", "us_level", "cost", "hazard_ratio", "reduction", "avoided_loss")


def break_even_rows(inputs: FeasibilityInputs, found: Durability) -> Iterator[list[Any]]:
    """Every option at every level, at the medians; no loss where the force does not lower the risk."""
    for option in inputs.options:
        for level in inputs.us_levels:
            name = f"{option.id}.{level}"
            if option.id not in found.pays or f"reduction.{name}" not in found.steps:
                continue
            cost = found.tally.spread(f"whole_cost.{option.id}").p50
            ratio, reduction = (found.spread(f"{kind}.{name}").p50 for kind in ("ratio", "reduction"))
            yield [
                option.id,
                level,
                cost,
                ratio,
                reduction,
                break_even_loss(cost=cost, risk_reduction=reduction) if reduction > 0 else None,
            ]
