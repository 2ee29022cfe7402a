"""Facts about verdicts: the rule, the verdict, what closes its gates, the confidence, and the sizes that pass.

Confidence in a verdict is evidence and margin, in its own words, never mixed with likelihood.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.option_gates import JUDGED, ROTATION
from peacebrief.feasibility.given import Option, at_level
from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.published.gate_facts import gate_fact, joint_because
from peacebrief.feasibility.verdict.passing_size import CONDITIONAL, HELD, PASSES
from peacebrief.feasibility.verdict_rule import Ruling
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.reasoning.wording import Confidence

THRESHOLDS = {
    "feasible": "chance from which every gate makes an option feasible",
    "conditional": "chance that every gate of a conditional option has at least",
    "not_feasible": "chance below which any gate rules an option out",
}
RULE = (
    "Fixed before the run: feasible where every gate reaches the upper threshold; not feasible on current evidence "
    "where any gate is below the lowest; conditional where every gate reaches the middle one and the named conditions "
    "bring every gate to the upper one; otherwise indeterminate."
)
CLOSING = "The smallest set of the named conditions under which every gate reaches the upper threshold."
CONFIDENCE = (
    "Medium where gates that are worked out decide by a wide margin at every level of support: they rule the option "
    "out at less than half the lowest threshold, or make it feasible with every judged chance well above the upper "
    "one. Low otherwise; never high while chances are judged by one project."
)
REACHED = (
    "The size reached in as large a share of draws as the threshold; for a size held, at the start and after years."
)
SIZES = {
    PASSES: ("largest force whose supply is likely enough", "feasible"),
    CONDITIONAL: ("largest force whose supply reaches the middle threshold", "conditional"),
    HELD: ("largest force whose supply is likely enough at the start and over the planning horizon", "feasible"),
}

# ASSUME: a verdict deserves medium confidence at most, and only where no judged chance within 15 points of a threshold
# could turn it and a gate that is worked out decides it at less than half the lowest threshold.
NEAR = 0.15
WIDE = 0.5


def verdict_facts(found: Findings) -> Iterator[Record]:
    """The thresholds, then every option."""
    for name, value in found.inputs.settings["thresholds"].items():
        yield record(
            f"feasibility.threshold.{name}",
            label=THRESHOLDS[name],
            unit="probability",
            kind="probability",
            method="Fixed before the run.",
            because=[f"table:case.yaml#feasibility.thresholds.{name}"],
            value=float(value),
        )
    for option in found.inputs.options:
        for level in found.inputs.us_levels:
            yield from _verdict(found, option, level)
        yield words_record(
            "feasibility.confidence.{option}",
            {"option": option},
            label="confidence in the verdict, {option}",
            method=CONFIDENCE,
            because=_all_levels(found, option),
            words=verdict_confidence(found, option),
        )


def _all_levels(found: Findings, option: Option) -> list[str]:
    """The gates at all levels, where the margin has to hold, and its thresholds; no condition makes one feasible."""
    gates = [name for level in found.inputs.us_levels for name in joint_because(found, option, level)]
    return [*gates, *(f"fact:feasibility.threshold.{name}" for name in ("feasible", "not_feasible"))]


def _because(found: Findings, option: Option, level: str) -> list[str]:
    thresholds = [f"fact:feasibility.threshold.{name}" for name in THRESHOLDS]
    conditions = [one.origin for one in found.rulings[option.id, level].conditions]
    return [*joint_because(found, option, level), *thresholds, *conditions]


def _verdict(found: Findings, option: Option, level: str) -> Iterator[Record]:
    ruled, about = found.rulings[option.id, level], at_level(option, level)
    because = _because(found, option, level)
    yield words_record(
        "feasibility.verdict.{option}.{level}",
        about,
        label="verdict, {option}, {level}",
        method=RULE,
        because=because,
        words=str(ruled.verdict.ruling),
    )
    yield words_record(
        "feasibility.closing.{option}.{level}",
        about,
        label="conditions that close every gate, {option}, {level}",
        method=CLOSING,
        because=because,
        words=ruled.closing_words(),
    )
    for name, (label, threshold) in SIZES.items():
        persons = found.sizes[option.id, level].get(name, 0.0)
        if persons > 0:
            yield record(
                f"feasibility.{name}.{{option}}.{{level}}",
                about,
                label=f"{label}, {{option}}, {{level}}",
                unit="persons",
                method=REACHED,
                because=[*size_because(found, option, level, name), f"fact:feasibility.threshold.{threshold}"],
                value=persons,
            )


def size_because(found: Findings, option: Option, level: str, name: str) -> list[str]:
    """The supply, and for a size that is held also what is left of it after the horizon."""
    rotation = [gate.id for gate in found.inputs.gates if gate.kind == ROTATION] if name == HELD else []
    later = [f"fact:{gate_fact(gate, option.id, level)}" for gate in rotation]
    return [f"fact:generation.sustainable.{option.id}.{level}", *later]


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
