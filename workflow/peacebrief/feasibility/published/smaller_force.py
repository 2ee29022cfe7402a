"""What would close the other gates of a force small enough for force generation and rotation to pass."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.option_gates import GENERATION, ROTATION
from peacebrief.feasibility.given import Option, at_level
from peacebrief.feasibility.option_findings import Findings
from peacebrief.feasibility.published.verdict_facts import size_because
from peacebrief.feasibility.verdict.passing_size import HELD
from peacebrief.feasibility.verdict.ruling import NONE_CLOSES, closed_gates, closing_conditions
from peacebrief.reasoning.record import Record, words_record
from peacebrief.reasoning.wording import listed

NO_FURTHER = "no further condition"
METHOD = (
    "A force no larger than planned, and no larger than is likely enough to be held, passes the gates of force "
    "generation and rotation; the smallest set of the named conditions under which every other gate reaches the upper "
    "threshold."
)

# ASSUME: a smaller force has the same judged chances of a mandate, of consent and of not being contested as one of the
# published size, and is no harder to supply.


def smaller_force_facts(found: Findings) -> Iterator[Record]:
    """Every option at every level."""
    for option in found.inputs.options:
        for level in found.inputs.us_levels:
            yield words_record(
                "feasibility.closing_smaller.{option}.{level}",
                at_level(option, level),
                label="conditions that close every other gate of a force no larger than can be held, {option}, {level}",
                method=METHOD,
                because=_because(found, option, level),
                words=closing_smaller(found, option.id, level),
            )


def closing_smaller(found: Findings, option: str, level: str) -> str:
    """The smallest set of conditions that closes all gates but force generation and rotation, inside a sentence.

    Where no size is held, nothing closes them.
    """
    if not found.sizes[option, level].get(HELD, 0.0):
        return NONE_CLOSES
    others = {gate: found.odds[option, level].gates[gate] for gate in _other_gates(found)}
    named = [one for one in found.rulings[option, level].conditions if one.gate in others]
    labels = {one.id: one.label for one in named}
    if not others:
        return NO_FURTHER
    closing = closing_conditions(
        conditions=labels,
        gates_given=lambda chosen: closed_gates(others, [one for one in named if one.id in chosen]),
        thresholds=found.inputs.thresholds,
    )
    if closing is None:
        return NONE_CLOSES
    return listed([labels[name] for name in closing]) or NO_FURTHER


def _other_gates(found: Findings) -> list[str]:
    return [gate.id for gate in found.inputs.gates if gate.kind not in (GENERATION, ROTATION)]


def _because(found: Findings, option: Option, level: str) -> list[str]:
    """The size held, or what is behind it where there is none; the other gates, and the conditions that act on them."""
    others = _other_gates(found)
    held = bool(found.sizes[option.id, level].get(HELD, 0.0))
    size = [f"feasibility.{HELD}.{option.id}.{level}"] if held else []
    behind = [] if held else size_because(found, option, level, HELD)
    gates = [f"feasibility.gate.{gate}.{option.id}.{level}" for gate in others]
    conditions = [one.origin for one in found.rulings[option.id, level].conditions if one.gate in others]
    named = [f"fact:{name}" for name in (*size, *gates, "feasibility.threshold.feasible")]
    return [*named, *behind, *conditions]
