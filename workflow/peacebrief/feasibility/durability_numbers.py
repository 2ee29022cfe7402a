"""The numbers that durability is sampled from: assumptions, what carries over by option and level, and yearly costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.rows import judged
from peacebrief.reasoning.sampled import Sampled, sampled
from peacebrief.uncertainty.distributions import Inverse
from peacebrief.uncertainty.normal import lognormal

RATIO, UNADJUSTED, RISK, LOSS = "hazard_ratio", "hazard_ratio_unadjusted", "risk_without_force", "recovery_needs"
CARRY_OVER, YEARLY = "carry_over", "yearly_cost"

# ASSUME: how much of the evidence carries over is one unknown: options and levels differ in the range it is drawn
# from, and a draw that is low for one is low for all.
# ASSUME: the yearly cost of an option is drawn anew between the quantiles that logistics found for it, as a
# lognormal on either side of the median; a draw that is dear for one option is dear for all.


def durability_numbers(inputs: FeasibilityInputs, costs: Mapping[str, Mapping[str, Any]]) -> dict[str, Sampled]:
    """Every number, by id: assumptions by their own, `carry_over.<option>.<level>` and `yearly_cost.<option>`."""
    assumed = (inputs.quantity(name) for name in (RATIO, UNADJUSTED, RISK, LOSS))
    found = [*(sampled(one, ties=inputs.ties) for one in assumed), *_carried(inputs)]
    found += [_cost(inputs, option.id, costs[option.id]) for option in inputs.options if option.id in costs]
    return {one.id: one for one in found}


def _carried(inputs: FeasibilityInputs) -> Iterator[Sampled]:
    for option in inputs.options:
        for level in inputs.us_levels:
            name = f"{CARRY_OVER}.{option.id}.{level}"
            row = inputs.row_at(CARRY_OVER, level=level, option=option.id)
            if row:
                yield sampled(judged(row, name=name), ties=inputs.ties, stream=CARRY_OVER)


def _cost(inputs: FeasibilityInputs, option: str, fact: Mapping[str, Any]) -> Sampled:
    p5, p50, p95 = (float(fact[part]) for part in ("p5", "p50", "p95"))
    origins = (f"fact:{fact['id']}", *inputs.tie_rows(YEARLY))
    inverse = between_quantiles(p5=p5, p50=p50, p95=p95) if p5 < p50 < p95 else None
    stream = YEARLY if inverse else ""
    return Sampled(id=f"{YEARLY}.{option}", origins=origins, central=p50, stream=stream, inverse=inverse)


def between_quantiles(*, p5: float, p50: float, p95: float) -> Inverse:
    """A lognormal on either side of the median that meets all three quantiles."""
    lower, upper = lognormal(p5=p5, p95=p50 * p50 / p5), lognormal(p5=p50 * p50 / p95, p95=p95)
    return lambda uniforms: np.where(uniforms < 0.5, lower(uniforms), upper(uniforms))
