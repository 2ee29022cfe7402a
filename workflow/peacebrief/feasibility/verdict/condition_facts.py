"""Facts about conditions: the chance of a gate once one of the named conditions holds."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.gate_facts import gate_fact
from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.given import Condition, FeasibilityInputs
from peacebrief.feasibility.verdict.ruling import Rulings, closed_gates
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import About, Named, word

GIVEN = "The chance of the gate, or the mean of what is judged for it once the condition holds, whichever is larger."


def condition_facts(inputs: FeasibilityInputs, *, odds: Odds, rulings: Rulings) -> Iterator[Record]:
    """Every condition named for an option as planned, on each gate that it acts on."""
    for option in inputs.options:
        gates = odds[option.id, option.support_level].gates
        for one in rulings[option.id, option.support_level].conditions:
            gate = inputs.gate(one.gate)
            yield record(
                "feasibility.given.{condition}.{option}.{gate}",
                {**_condition(one), "option": option, "gate": gate.subject},
                label="chance of {gate} provided that {provided}, {option}",
                unit="probability",
                kind="probability",
                method=GIVEN,
                because=[f"fact:{gate_fact(one.gate, option.id, option.support_level)}", one.origin],
                value=closed_gates(gates, [one])[one.gate],
            )


def _condition(one: Condition) -> About:
    """A condition, and its words, which each row may put in its own way."""
    return {"condition": word(one.id), "provided": Named(f"{one.id}.{one.option}.{one.gate}", one.label)}
