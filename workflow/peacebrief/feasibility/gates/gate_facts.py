"""Facts about gates: each of them, all of them together, which one is weakest and which one fails first.

As a table as well, with what is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.feasibility.gates.gate_odds import GateOdds, Odds
from peacebrief.feasibility.gates.option_gates import GENERATION, JUDGED, ROTATION, Judged, chance_stream, event_stream
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option, at_level
from peacebrief.generation.supply.supply_driver import EXIT_RATE, LATER_RATIO, SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import assumed, taking_because
from peacebrief.reasoning.record import Record, Rows, Table, record, table, words_record
from peacebrief.reasoning.subject import About

METHODS = {
    JUDGED: "Share of draws in which a gate of the judged chance opens; the chance itself is uncertain.",
    GENERATION: "Share of draws in which the supply of those who take part reaches the size of the option.",
    ROTATION: (
        "Share of draws in which the supply left after the planning horizon, at the stricter ratio and with those who "
        "stay, reaches the size of the option."
    ),
    "supply": (
        "Share of draws in which the force that can be fed with the worst single country or corridor lost is at least "
        "the size of the option."
    ),
}
JOINT = "Share of draws in which every gate is passed; gates share draws of supply and common factors."
GATE = "feasibility.gate.{gate}.{option}.{level}"
HORIZON = "table:case.yaml#feasibility.planning_horizon"
RESULTS = (
    "option", "us_level", "gate", "label", "in_sentence", "place", "kind", "probability", "low", "high", "judged",
    "first_failure",
)  # fmt: skip


def gate_facts(inputs: FeasibilityInputs, supply: SupplyModel, *, judged: Judged, odds: Odds) -> Iterator[Record]:
    """Every gate of every option at every level, the joint pass and the weakest gate; then which fails first."""
    for option in inputs.options:
        for level in inputs.us_levels:
            for gate in inputs.gates:
                because = _because(inputs, gate, option, level, judged=judged, supply=supply)
                yield _gate(odds[option.id, level], gate, at_level(option, level), because)
            yield from _together(inputs, odds[option.id, level], option, level)
        yield words_record(
            "feasibility.first_failure.{option}",
            {"option": option},
            label="gate that most often stops the option first, {option}",
            method="In the order of the gates, the one that is the first not to be passed in most draws.",
            because=[*joint_because(inputs, option, option.us_level), *_order_rows(inputs)],
            words=inputs.gate(odds[option.id, option.us_level].first_failure()).in_sentence,
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
        return (f"fact:generation.probability.{option.id}.{level}", option.origin)
    if gate.kind == ROTATION:
        # The usual ratio, which the supply at the start rests on, plays no part.
        later = assumed(supply, (SHARE, LATER_RATIO, EXIT_RATE))
        return (*taking_because(supply, option.id, level), *later, option.origin, HORIZON)
    return (f"fact:logistics.largest_force_one_lost.{option.posture}", option.origin)


def _together(inputs: FeasibilityInputs, odds: GateOdds, option: Option, level: str) -> Iterator[Record]:
    about = at_level(option, level)
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
