"""Rows of risks and of exceedance curves, for figures and the annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.risk_draws import OptionRisks
from peacebrief.feasibility.risk_facts import chance_spread
from peacebrief.feasibility.risk_scenarios import Scenarios, stream, triple

RISKS = ("risk", "title", "challenge", "option", "us_level", "p5", "p50", "p95", "impact_central", "in_gate", "factor")
EXCEEDANCE = ("option", "us_level", "threshold", "probability")


def risk_rows(inputs: FeasibilityInputs, found: Scenarios) -> Iterator[list[Any]]:
    """Every risk for every option at every level."""
    for name, row in found.rows.items():
        tie = inputs.ties.get(stream(name))
        for option in inputs.options:
            for level in inputs.us_levels:
                chance = chance_spread(found.chances[name, option.id, level])
                words = [name, str(row["title"]), str(row["challenge"]), option.id, level]
                numbers = [chance.p5, chance.p50, chance.p95, triple(row, "impact").mode]
                yield [*words, *numbers, int(row["in_gate"]), tie.factor if tie else ""]


def exceedance_rows(
    inputs: FeasibilityInputs, found: Scenarios, drawn: Mapping[str, OptionRisks]
) -> Iterator[list[Any]]:
    """The curve of the sum of severities for every option at every level, until it reaches zero."""
    for option in inputs.options:
        for level in inputs.us_levels:
            curve = drawn[found.known_as[option.id, level]].total
            for threshold, probability in zip(curve.thresholds, curve.probability.tolist(), strict=True):
                yield [option.id, level, threshold, probability]
                if probability == 0:
                    break
