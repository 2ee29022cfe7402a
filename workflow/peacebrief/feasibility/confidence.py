"""Confidence in a verdict: evidence and margin, in its own words, never mixed with likelihood."""

from __future__ import annotations

from peacebrief.facts.confidence import Confidence
from peacebrief.feasibility.findings import Findings
from peacebrief.feasibility.option_gates import JUDGED
from peacebrief.feasibility.rows import Option
from peacebrief.feasibility.verdict import Ruling

# ASSUME: a verdict deserves medium confidence at most, and only where no judged chance within 15 points of a threshold
# could turn it and a gate that is worked out decides it at less than half the lowest threshold.
NEAR = 0.15
WIDE = 0.5


def verdict_confidence(found: Findings, option: Option) -> Confidence:
    """How sure the verdict on an option as planned is."""
    ruling = found.rulings[option.id, option.us_level].verdict.ruling
    if ruling is Ruling.NOT_FEASIBLE and _ruled_out_by_a_wide_margin(found, option):
        return "medium"
    return "medium" if ruling is Ruling.FEASIBLE and _judged_well_above(found, option) else "low"


def _ruled_out_by_a_wide_margin(found: Findings, option: Option) -> bool:
    """Whether one gate that is worked out rules the option out clearly at every level."""
    most = WIDE * found.inputs.thresholds.not_feasible
    worked_out = [gate.id for gate in found.inputs.gates if gate.kind != JUDGED]
    return any(
        all(found.odds[option.id, level].gates[gate] < most for level in found.inputs.us_levels) for gate in worked_out
    )


def _judged_well_above(found: Findings, option: Option) -> bool:
    """Whether every judged chance is well above the upper threshold at every level."""
    least = found.inputs.thresholds.feasible + NEAR
    judged = [gate.id for gate in found.inputs.gates if gate.kind == JUDGED]
    return all(found.odds[option.id, level].gates[gate] >= least for level in found.inputs.us_levels for gate in judged)
