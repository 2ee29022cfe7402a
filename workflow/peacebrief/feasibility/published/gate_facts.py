"""Facts about gates: each of them, all of them together, which one is weakest and which one fails first.

Then the chance of a gate once one of the named conditions holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.option_gates import GENERATION, JUDGED, ROTATION, chance_stream, event_stream
from peacebrief.feasibility.given import Condition, Gate, Option, at_level
from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.verdict.ruling import closed_gates
from peacebrief.generation.supply.supply_driver import EXIT_RATE, LATER_RATIO
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.reasoning.subject import About, Named

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

GIVEN = "The chance of the gate, or the mean of what is judged for it once the condition holds, whichever is larger."


def gate_facts(found: Findings) -> Iterator[Record]:
    """Every gate of every option at every level, the joint pass and the weakest gate; then which fails first."""
    for option in found.inputs.options:
        for level in found.inputs.us_levels:
            for gate in found.inputs.gates:
                yield _gate(found, gate, option, level)
            yield from _together(found, option, level)
        yield words_record(
            "feasibility.first_failure.{option}",
            {"option": option},
            label="gate that most often stops the option first, {option}",
            method="In the order of the gates, the one that is the first not to be passed in most draws.",
            because=[*joint_because(found, option, option.us_level), *_order_rows(found)],
            words=found.inputs.gate(found.planned(option).first_failure()).in_sentence,
        )


def gate_fact(gate: str, option: str, level: str) -> str:
    """The id of the fact on a gate."""
    return GATE.format(gate=gate, option=option, level=level)


def joint_because(found: Findings, option: Option, level: str) -> list[str]:
    """The gates of an option, whose facts name everything behind them."""
    return [f"fact:{gate_fact(gate.id, option.id, level)}" for gate in found.inputs.gates]


def _order_rows(found: Findings) -> list[str]:
    """The rows of the gates, whose order decides between equal ones."""
    return [gate.origin for gate in found.inputs.gates]


def _gate(found: Findings, gate: Gate, option: Option, level: str) -> Record:
    odds = found.odds[option.id, level]
    return record(
        GATE,
        {"gate": gate.subject, **at_level(option, level)},
        label="chance of {gate}, {option}, {level}",
        unit="probability",
        kind="probability",
        method=METHODS[gate.kind],
        because=_because(found, gate, option, level),
        value=odds.gates[gate.id],
        standard_error=odds.gate_errors[gate.id],
    )


def _because(found: Findings, gate: Gate, option: Option, level: str) -> tuple[str, ...]:
    inputs = found.inputs
    if gate.kind == JUDGED:
        streams = (chance_stream(gate.id), event_stream(gate.id))
        return (found.judged[gate.id, option.id, level].origin, *inputs.tie_rows(*streams))
    if gate.kind == GENERATION:
        return (f"fact:generation.probability.{option.id}.{level}", option.origin)
    if gate.kind == ROTATION:
        later = (f"assumption:{LATER_RATIO}", f"assumption:{EXIT_RATE}")
        return (f"fact:generation.sustainable.{option.id}.{level}", *later, option.origin, HORIZON)
    return (f"fact:logistics.largest_force_one_lost.{option.posture}", option.origin)


def _together(found: Findings, option: Option, level: str) -> Iterator[Record]:
    odds, about = found.odds[option.id, level], at_level(option, level)
    yield record(
        "feasibility.joint.{option}.{level}",
        about,
        label="chance that every gate is passed, {option}, {level}",
        unit="probability",
        kind="probability",
        method=JOINT,
        because=joint_because(found, option, level),
        value=odds.joint,
        standard_error=odds.joint_error,
    )
    yield words_record(
        "feasibility.weakest_gate.{option}.{level}",
        about,
        label="gate that is passed least often, {option}, {level}",
        method="The gate with the lowest chance.",
        because=[*joint_because(found, option, level), *_order_rows(found)],
        words=found.inputs.gate(odds.weakest()).in_sentence,
    )


def condition_facts(found: Findings) -> Iterator[Record]:
    """Every condition named for an option as planned, on each gate that it acts on."""
    for option in found.inputs.options:
        gates = found.planned(option).gates
        for one in found.rulings[option.id, option.us_level].conditions:
            gate = found.inputs.gate(one.gate)
            yield record(
                "feasibility.given.{condition}.{option}.{gate}",
                {**_condition(one), "option": option, "gate": gate.subject},
                label="chance of {gate} provided that {provided}, {option}",
                unit="probability",
                kind="probability",
                method=GIVEN,
                because=[f"fact:{gate_fact(one.gate, option.id, option.us_level)}", one.origin],
                value=closed_gates(gates, [one])[one.gate],
            )


def _condition(one: Condition) -> About:
    """A condition, and its words, which are an option's own."""
    return {"condition": Named(one.id, one.id), "provided": Named(f"{one.option}.{one.id}", one.label)}
