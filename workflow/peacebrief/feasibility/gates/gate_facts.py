"""Facts about gates: each of them, all of them together, which one is weakest and which one fails first.

As a table as well, with what is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.gates.gate_odds import GateOdds, Odds
from peacebrief.feasibility.gates.option_gates import (
    FULL_STRENGTH,
    GENERATION,
    JUDGED,
    ROTATION,
    SET,
    SUPPLY,
    FedAfterLoss,
    Judged,
    chance_stream,
    event_stream,
)
from peacebrief.feasibility.gates.planned_strength import PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option
from peacebrief.generation.supply.supply_driver import EXIT_RATE, LATER_RATIO, RATIO, SURGE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import assumed, mixed_because, taking_because
from peacebrief.reasoning.record import Record, Rows, Table, record, table, words_record
from peacebrief.reasoning.subject import About

METHODS = {
    JUDGED: "Share of draws in which a gate of the judged chance opens; the chance itself is uncertain.",
    GENERATION: (
        "Share of draws in which the supply of those who take part reaches the size of the option; where the plan "
        "falls in its first year, with a surge for the first tour as far as it falls."
    ),
    ROTATION: (
        "Share of draws in which, in every year of the planning horizon, the supply left with those who stay reaches "
        "the strength planned for that year, or the size of the option where nothing less is planned: armies at the "
        "stricter ratio, brigades as they were counted."
    ),
    SUPPLY: (
        "Share of draws in which the force that can be fed in the fighting posture of the option, with the worst "
        "single country or corridor lost, is at least its size; limits are the ways, wagons, crews and lorries."
    ),
}
SET_LOST = (
    "Share of draws in which the force that can be fed in the fighting posture of the option, with the worst set of "
    "countries or corridors lost, is at least its size. It is set beside the gate of supply and is no gate."
)
JOINT = "Share of draws in which every gate is passed; gates share draws of supply and common factors."
GATE = "feasibility.gate.{gate}.{option}.{level}"
HORIZON = "table:case.yaml#feasibility.planning_horizon"
RESULTS = (
    "option", "support_level", "gate", "label", "in_sentence", "place", "kind", "probability", "low", "high", "judged",
    "first_failure",
)  # fmt: skip


def gate_facts(inputs: FeasibilityInputs, supply: SupplyModel, *, judged: Judged, odds: Odds) -> Iterator[Record]:
    """Every gate of every option at every level, the joint pass and the weakest gate; then which fails first."""
    for option in inputs.options:
        for level in inputs.support_levels:
            for gate in inputs.gates:
                because = _because(inputs, gate, option, level, judged=judged, supply=supply)
                yield _gate(odds[option.id, level], gate, inputs.at_level(option, level), because)
            yield from _together(inputs, odds[option.id, level], option, level)
        yield words_record(
            "feasibility.first_failure.{option}",
            {"option": option},
            label="gate that most often stops the option first, {option}",
            method="In the order of the gates, the one that is the first not to be passed in most draws.",
            because=[*joint_because(inputs, option, option.support_level), *_order_rows(inputs)],
            words=inputs.gate(odds[option.id, option.support_level].first_failure()).in_sentence,
        )


def set_lost_facts(inputs: FeasibilityInputs, *, fed: FedAfterLoss) -> Iterator[Record]:
    """The chance that each option can still be fed with the worst set of countries or corridors lost; no gate."""
    for option in inputs.options:
        yield record(
            "feasibility.fed_set_lost.{option}",
            {"option": option},
            label="chance that the force is fed with the worst set of countries or corridors lost, {option}",
            unit="probability",
            kind="probability",
            method=SET_LOST,
            because=[f"fact:logistics.largest_force_set_lost.{option.fighting_posture}", option.origin],
            value=fed.chance(option.fighting_posture, option.size, lost=SET),
        )


def gate_fact(gate: str, option: str, level: str) -> str:
    """The id of the fact on a gate."""
    return GATE.format(gate=gate, option=option, level=level)


def joint_because(inputs: FeasibilityInputs, option: Option, level: str) -> list[str]:
    """The gates of an option, whose facts name everything behind them."""
    return [f"fact:{gate_fact(gate.id, option.id, level)}" for gate in inputs.gates]


def _order_rows(inputs: FeasibilityInputs) -> list[str]:
    """The rows of the gates, whose order decides between equal ones."""
    return [gate.origin for gate in inputs.gates]


def _gate(odds: GateOdds, gate: Gate, about: About, because: Sequence[str]) -> Record:
    return record(
        GATE,
        {"gate": gate.subject, **about},
        label="chance of {gate}, {option}, {level}",
        unit="probability",
        kind="probability",
        method=METHODS[gate.kind],
        because=because,
        value=odds.gates[gate.id],
        standard_error=odds.gate_errors[gate.id],
    )


def _because(
    inputs: FeasibilityInputs, gate: Gate, option: Option, level: str, *, judged: Judged, supply: SupplyModel
) -> tuple[str, ...]:
    if gate.kind == JUDGED:
        streams = (chance_stream(gate.id), event_stream(gate.id))
        return (judged[gate.id, option.id, level].origin, *inputs.tie_rows(*streams))
    if gate.kind == GENERATION:
        return _generation_because(inputs, option, level, supply=supply)
    if gate.kind == ROTATION:
        plan = PlannedStrength.of(inputs, option.id)
        return (*_left_because(option, level, supply=supply), *plan.origins())
    return (f"fact:logistics.largest_force_one_lost.{option.fighting_posture}", option.origin)


def _generation_because(
    inputs: FeasibilityInputs, option: Option, level: str, *, supply: SupplyModel
) -> tuple[str, ...]:
    """Without a plan the supply as it stands; with one, what the supply came from, the surge, and the first year."""
    if PlannedStrength.of(inputs, option.id).row(1) is None:
        return (f"fact:generation.probability.{option.id}.{level}", option.origin)
    return (*start_because(inputs, option, level, supply=supply), option.origin)


def start_because(inputs: FeasibilityInputs, option: Option, level: str, *, supply: SupplyModel) -> tuple[str, ...]:
    """What the troops of the first tour came from, whatever size they are held against."""
    first = PlannedStrength.of(inputs, option.id).row(1)
    if first is None:
        return (f"fact:generation.sustainable.{option.id}.{level}",)
    start = (*mixed_because(supply, option.id), *assumed(supply, [SURGE]))
    return (*taking_because(supply, option.id, level), *start, str(first["origin"]))


def _left_because(option: Option, level: str, *, supply: SupplyModel) -> tuple[str, ...]:
    """What the supply left after the years of the horizon came from."""
    later = (*mixed_because(supply, option.id, (RATIO, LATER_RATIO)), *assumed(supply, [EXIT_RATE]))
    return (*taking_because(supply, option.id, level), *later, option.origin, HORIZON)


def full_strength_facts(inputs: FeasibilityInputs, supply: SupplyModel, counts: SupplyCounts) -> Iterator[Record]:
    """The gate of rotation as if no option came down from its starting strength."""
    if not any(gate.kind == ROTATION for gate in inputs.gates):
        return
    for option in inputs.options:
        for level in inputs.support_levels:
            yield record(
                "feasibility.rotation_full_strength.{option}.{level}",
                inputs.at_level(option, level),
                label="chance that the force can be kept at full strength over the planning horizon, {option}, {level}",
                unit="probability",
                kind="probability",
                method=(
                    "Share of draws in which the supply left after the planning horizon, at the stricter ratio and "
                    "with those who stay, reaches the size of the option."
                ),
                because=_left_because(option, level, supply=supply),
                value=counts.share_reaching((option.id, level, FULL_STRENGTH), option.size),
            )


def _together(inputs: FeasibilityInputs, odds: GateOdds, option: Option, level: str) -> Iterator[Record]:
    about = inputs.at_level(option, level)
    yield record(
        "feasibility.joint.{option}.{level}",
        about,
        label="chance that every gate is passed, {option}, {level}",
        unit="probability",
        kind="probability",
        method=JOINT,
        because=joint_because(inputs, option, level),
        value=odds.joint,
        standard_error=odds.joint_error,
    )
    yield words_record(
        "feasibility.weakest_gate.{option}.{level}",
        about,
        label="gate that is passed least often, {option}, {level}",
        method="The gate with the lowest chance.",
        because=[*joint_because(inputs, option, level), *_order_rows(inputs)],
        words=inputs.gate(odds.weakest()).in_sentence,
    )


def gate_table(inputs: FeasibilityInputs, *, judged: Judged, odds: Odds) -> Table:
    """Every gate of every option at every level."""
    return table(RESULTS, _rows(inputs, judged, odds))


def _rows(inputs: FeasibilityInputs, judged: Judged, odds: Odds) -> Rows:
    for (option, level), found in odds.items():
        for gate in inputs.gates:
            chance = judged.get((gate.id, option, level))
            ends = chance.range() if chance else (None, None)
            words = [gate.id, gate.label, gate.in_sentence, gate.place, gate.kind]
            first = found.first_to_fail[gate.id]
            yield [option, level, *words, found.gates[gate.id], *ends, gate.kind == JUDGED, first]
