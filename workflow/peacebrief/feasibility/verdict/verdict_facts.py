"""Facts about verdicts: the rule, the verdict, what closes its gates, the confidence, and the sizes that pass.

Confidence in a verdict is evidence and margin, in its own words, never mixed with likelihood.
The verdicts are a table as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peacebrief.feasibility.gates.gate_facts import gate_fact, joint_because, start_because
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.gates.option_gates import JUDGED, ROTATION
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.verdict.passing_size import CONDITIONAL, HELD, PASSES, Sizes
from peacebrief.feasibility.verdict.ruling import OptionRuling, Rulings
from peacebrief.feasibility.verdict_rule import Ruling
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.record import Record, Rows, Table, record, table, words_record
from peacebrief.reasoning.wording import Confidence

VERDICTS = ("option", "support_level", "planned", "joint", "verdict", "weakest", "closing")
THRESHOLDS = {
    "feasible": "chance from which every gate makes an option feasible",
    "conditional": "chance that every gate of a conditional option has at least",
    "not_feasible": "chance below which any gate rules an option out",
    "joint": "chance of all gates together from which an option is feasible",
}
RULE = (
    "By one rule for all: not feasible on current evidence where any gate is below the lowest threshold; feasible "
    "where every gate reaches the upper one and all gates together reach theirs; conditional where every gate reaches "
    "the middle one and the named conditions bring each, and all together, as far; otherwise indeterminate. A "
    "condition opens a gate in draws that failed it, by luck of its own."
)
CLOSING = (
    "The smallest set of the named conditions under which every gate reaches the upper threshold, and all of them "
    "together theirs."
)
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


def verdict_facts(
    inputs: FeasibilityInputs, supply: SupplyModel, *, odds: Odds, rulings: Rulings, sizes: Sizes
) -> Iterator[Record]:
    """The thresholds, then every option."""
    for name, value in inputs.settings["thresholds"].items():
        yield record(
            f"feasibility.threshold.{name}",
            label=THRESHOLDS[name],
            unit="probability",
            kind="probability",
            method="Chosen, not calculated.",
            because=[f"table:case.yaml#feasibility.thresholds.{name}"],
            value=float(value),
        )
    for option in inputs.options:
        for level in inputs.support_levels:
            place = option.id, level
            yield from _verdict(inputs, rulings[place], option, level)
            yield from _sizes(inputs, supply, sizes[place], option, level)
        yield words_record(
            "feasibility.confidence.{option}",
            {"option": option},
            label="confidence in the verdict, {option}",
            method=CONFIDENCE,
            because=_all_levels(inputs, option),
            words=verdict_confidence(inputs, option, odds=odds, rulings=rulings),
        )


def _all_levels(inputs: FeasibilityInputs, option: Option) -> list[str]:
    """The gates at all levels, where the margin has to hold, and its thresholds; no condition makes one feasible."""
    gates = [name for level in inputs.support_levels for name in joint_because(inputs, option, level)]
    return [*gates, *(f"fact:feasibility.threshold.{name}" for name in ("feasible", "joint", "not_feasible"))]


def _because(inputs: FeasibilityInputs, ruled: OptionRuling, option: Option, level: str) -> list[str]:
    thresholds = [f"fact:feasibility.threshold.{name}" for name in THRESHOLDS]
    conditions = [one.origin for one in ruled.conditions]
    joint = f"fact:feasibility.joint.{option.id}.{level}"
    return [*joint_because(inputs, option, level), joint, *thresholds, *conditions]


def _verdict(inputs: FeasibilityInputs, ruled: OptionRuling, option: Option, level: str) -> Iterator[Record]:
    about, because = inputs.at_level(option, level), _because(inputs, ruled, option, level)
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


def _sizes(
    inputs: FeasibilityInputs, supply: SupplyModel, sizes: Mapping[str, float], option: Option, level: str
) -> Iterator[Record]:
    for name, (label, threshold) in SIZES.items():
        persons = sizes.get(name, 0.0)
        if persons > 0:
            yield record(
                f"feasibility.{name}.{{option}}.{{level}}",
                inputs.at_level(option, level),
                label=f"{label}, {{option}}, {{level}}",
                unit="persons",
                method=REACHED,
                because=[
                    *size_because(inputs, option, level, name, supply=supply),
                    f"fact:feasibility.threshold.{threshold}",
                ],
                value=persons,
            )


def size_because(inputs: FeasibilityInputs, option: Option, level: str, name: str, *, supply: SupplyModel) -> list[str]:
    """The troops at the start, and for a size that is held also what is left of it after the horizon."""
    rotation = [gate.id for gate in inputs.gates if gate.kind == ROTATION] if name == HELD else []
    later = [f"fact:{gate_fact(gate, option.id, level)}" for gate in rotation]
    return [*start_because(inputs, option, level, supply=supply), *later]


def verdict_confidence(inputs: FeasibilityInputs, option: Option, *, odds: Odds, rulings: Rulings) -> Confidence:
    """How sure the verdict on an option as planned is."""
    ruling = rulings[option.id, option.support_level].verdict.ruling
    if ruling is Ruling.NOT_FEASIBLE and _ruled_out_by_a_wide_margin(inputs, odds, option):
        return "medium"
    return "medium" if ruling is Ruling.FEASIBLE and _judged_well_above(inputs, odds, option) else "low"


def _ruled_out_by_a_wide_margin(inputs: FeasibilityInputs, odds: Odds, option: Option) -> bool:
    """Whether one gate that is worked out rules the option out clearly at every level."""
    most = WIDE * inputs.thresholds.not_feasible
    worked_out = [gate.id for gate in inputs.gates if gate.kind != JUDGED]
    return any(all(odds[option.id, level].gates[gate] < most for level in inputs.support_levels) for gate in worked_out)


def _judged_well_above(inputs: FeasibilityInputs, odds: Odds, option: Option) -> bool:
    """Whether every judged chance is well above the upper threshold at every level."""
    least = inputs.thresholds.feasible + NEAR
    judged = [gate.id for gate in inputs.gates if gate.kind == JUDGED]
    return all(odds[option.id, level].gates[gate] >= least for level in inputs.support_levels for gate in judged)


def verdict_table(inputs: FeasibilityInputs, *, odds: Odds, rulings: Rulings) -> Table:
    """Every option at every level."""
    return table(VERDICTS, _rows(inputs, odds, rulings))


def _rows(inputs: FeasibilityInputs, odds: Odds, rulings: Rulings) -> Rows:
    for (option, level), ruled in rulings.items():
        found, planned = odds[option, level], inputs.option(option).support_level == level
        words = [str(ruled.verdict.ruling), found.weakest(), ruled.closing_words()]
        yield [option, level, planned, found.joint, *words]
