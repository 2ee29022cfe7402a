"""Facts about each model of supply by itself: its gates of manpower, the verdict it gives, and whether models agree."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.gate_facts import HORIZON, METHODS, gate_fact
from peacebrief.feasibility.gates.gate_odds import GateOdds, OddsUnder
from peacebrief.feasibility.gates.option_gates import GENERATION, ROTATION
from peacebrief.feasibility.gates.planned_strength import PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option
from peacebrief.feasibility.verdict.ruling import OptionRuling, Rulings, ruling
from peacebrief.feasibility.verdict.verdict_facts import RULE, THRESHOLDS
from peacebrief.generation.supply.supply_driver import (
    BY_BRIGADES,
    BY_SHARE,
    EXIT_RATE,
    LATER_RATIO,
    MODEL_LABELS,
    RATIO,
    SURGE,
)
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import assumed, counted_because, supply_under_because
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.reasoning.subject import Named

ALONE = "As if this model of supply held in all draws; all else is left as it is. "


def model_verdict_facts(inputs: FeasibilityInputs, supply: SupplyModel, *, under: OddsUnder) -> Iterator[Record]:
    """Every option as planned under each model that it has, then how often the two differ."""
    ruled = {
        (by, option): ruling(inputs, odds, option=option, level=inputs.option(option).support_level)
        for (by, option), odds in under.items()
    }
    for (by, name), odds in under.items():
        option = inputs.option(name)
        for gate in _of_manpower(inputs):
            yield _gate(odds, gate, option, by, because=_gate_because(inputs, supply, gate, option, by))
        yield _verdict(inputs, ruled[by, name], option, by)
    yield from _agreement(inputs, supply, ruled)


def _of_manpower(inputs: FeasibilityInputs) -> list[Gate]:
    return [gate for gate in inputs.gates if gate.kind in (GENERATION, ROTATION)]


def _gate(odds: GateOdds, gate: Gate, option: Option, by: str, *, because: list[str]) -> Record:
    return record(
        "feasibility.gate_under.{model}.{gate}.{option}",
        {"model": Named(by, MODEL_LABELS[by]), "gate": gate.subject, "option": option},
        label="chance of {gate} by the {model}, {option}",
        unit="probability",
        kind="probability",
        method=ALONE + METHODS[gate.kind],
        because=because,
        value=odds.gates[gate.id],
        standard_error=odds.gate_errors[gate.id],
    )


def _gate_because(inputs: FeasibilityInputs, supply: SupplyModel, gate: Gate, option: Option, by: str) -> list[str]:
    plan = PlannedStrength.of(inputs, option.id)
    first, kept = plan.row(1), supply_under_because(supply, option.id, option.support_level, by)
    if gate.kind == GENERATION:
        if first is None:
            return [f"fact:generation.reaches.{option.id}.{by}", option.origin]
        return [*kept, *assumed(supply, [SURGE]), option.origin, str(first["origin"])]
    later = assumed(supply, [EXIT_RATE, *((RATIO, LATER_RATIO) if by == BY_SHARE else ())])
    return [*kept, *later, option.origin, HORIZON, *plan.origins()]


def _verdict(inputs: FeasibilityInputs, ruled: OptionRuling, option: Option, by: str) -> Record:
    worked_out = {gate.id for gate in _of_manpower(inputs)}
    gates = [
        f"feasibility.gate_under.{by}.{gate.id}.{option.id}"
        if gate.id in worked_out
        else gate_fact(gate.id, option.id, option.support_level)
        for gate in inputs.gates
    ]
    named = [f"fact:{name}" for name in (*gates, *(f"feasibility.threshold.{name}" for name in THRESHOLDS))]
    return words_record(
        "feasibility.verdict_under.{model}.{option}",
        {"model": Named(by, MODEL_LABELS[by]), "option": option},
        label="verdict by the {model}, {option}",
        method=ALONE + RULE,
        because=[*named, *(one.origin for one in ruled.conditions)],
        words=str(ruled.verdict.ruling),
    )


def _agreement(inputs: FeasibilityInputs, supply: SupplyModel, ruled: Rulings) -> Iterator[Record]:
    """How many options both models judge, and on how many they differ."""
    both = [one for one in inputs.options if len(supply.members[one.id].models) > 1]
    if not both:
        return
    verdicts = {one.id: {str(ruled[by, one.id].verdict.ruling) for by in (BY_SHARE, BY_BRIGADES)} for one in both}
    yield record(
        "feasibility.models_compared",
        label="options that both models of supply judge",
        unit="count",
        method="Options with brigades in their force, and with contributors whose brigades are all counted.",
        because=[origin for option in supply.members for origin in counted_because(supply, option)],
        value=len(both),
    )
    yield record(
        "feasibility.models_disagree",
        label="options on which the two models of supply disagree",
        unit="count",
        method="Options that both models judge, and that get another verdict from each.",
        because=[f"fact:feasibility.verdict_under.{by}.{name}" for name in verdicts for by in (BY_SHARE, BY_BRIGADES)],
        value=sum(len(found) > 1 for found in verdicts.values()),
    )
