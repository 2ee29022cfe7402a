"""Facts about named conditions: the chance of a gate once one of them holds."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.findings import Findings
from peacebrief.feasibility.gate_facts import gate_fact
from peacebrief.feasibility.rulings import closed_gates
from peacebrief.reasoning.record import Record, record

GIVEN = "The chance of the gate, or the mean of what is judged for it once the condition holds, whichever is larger."


def condition_facts(found: Findings) -> Iterator[Record]:
    """Every condition named for an option as planned, on each gate that it acts on."""
    for option in found.inputs.options:
        gates = found.planned(option).gates
        for one in found.rulings[option.id, option.us_level].conditions:
            yield record(
                f"feasibility.given.{one.id}.{option.id}.{one.gate}",
                label=f"chance of {found.inputs.gate(one.gate).in_sentence} provided that {one.label}, {option.label}",
                unit="probability",
                kind="probability",
                method=GIVEN,
                because=[f"fact:{gate_fact(one.gate, option.id, option.us_level)}", one.origin],
                value=closed_gates(gates, [one])[one.gate],
            )
