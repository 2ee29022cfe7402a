"""What would close the other gates of a force small enough for force generation and rotation to pass."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.feasibility.gates.gate_odds import Odds
from peacebrief.feasibility.gates.option_gates import GENERATION, ROTATION, SUPPLY, FedAfterLoss
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.verdict.passing_size import HELD, Sizes
from peacebrief.feasibility.verdict.ruling import NONE_CLOSES, Rulings, closed_gates, closing_conditions
from peacebrief.feasibility.verdict.verdict_facts import size_because
from peacebrief.feasibility.verdict_rule import printed
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.language import listed
from peacebrief.reasoning.record import Record, words_record

NO_FURTHER = "no further condition"
METHOD = (
    "A force no larger than planned, and no larger than is likely enough to be held, passes the gates of force "
    "generation and rotation; the smallest set of the named conditions under which every other gate reaches the upper "
    "threshold, with the supply asked at that size."
)

# ASSUME: a smaller force has the same judged chances of a mandate, of consent and of not being contested as one of the
# published size. Its supply is asked again at the smaller size.


def smaller_force_facts(
    inputs: FeasibilityInputs, supply: SupplyModel, *, odds: Odds, rulings: Rulings, sizes: Sizes, fed: FedAfterLoss
) -> Iterator[Record]:
    """Every option at every level."""
    for option in inputs.options:
        for level in inputs.support_levels:
            yield words_record(
                "feasibility.closing_smaller.{option}.{level}",
                inputs.at_level(option, level),
                label="conditions that open every other gate of a force no larger than can be held, {option}, {level}",
                method=METHOD,
                because=_because(inputs, supply, option, level, rulings=rulings, sizes=sizes),
                words=closing_smaller(inputs, option, level, odds=odds, rulings=rulings, sizes=sizes, fed=fed),
            )


def closing_smaller(
    inputs: FeasibilityInputs,
    option: Option,
    level: str,
    *,
    odds: Odds,
    rulings: Rulings,
    sizes: Sizes,
    fed: FedAfterLoss,
) -> str:
    """The smallest set of conditions that closes all gates but force generation and rotation, inside a sentence.

    Where no size is held, nothing closes them.
    """
    held = sizes[option.id, level].get(HELD, 0.0)
    if not held:
        return NONE_CLOSES
    gates = odds[option.id, level].gates
    others = {gate: gates[gate] for gate in _other_gates(inputs)}
    supplied = fed.chance(option.fighting_posture, min(held, option.size))
    others |= {gate.id: max(gates[gate.id], supplied) for gate in inputs.gates if gate.kind == SUPPLY}
    named = [one for one in rulings[option.id, level].conditions if one.gate in others]
    labels = {one.id: one.label for one in named}
    if not others:
        return NO_FURTHER

    def given(chosen: frozenset[str]) -> dict[str, float]:
        return closed_gates(others, [one for one in named if one.id in chosen])

    closing = closing_conditions(
        conditions=labels,
        closes=lambda chosen: printed(min(given(chosen).values())) >= inputs.thresholds.feasible,
    )
    if closing is None:
        return NONE_CLOSES
    return listed([labels[name] for name in closing]) or NO_FURTHER


def _other_gates(inputs: FeasibilityInputs) -> list[str]:
    return [gate.id for gate in inputs.gates if gate.kind not in (GENERATION, ROTATION)]


def _because(
    inputs: FeasibilityInputs, supply: SupplyModel, option: Option, level: str, *, rulings: Rulings, sizes: Sizes
) -> list[str]:
    """The size held, or what is behind it where there is none; the other gates, and the conditions that act on them."""
    others = _other_gates(inputs)
    held = bool(sizes[option.id, level].get(HELD, 0.0))
    size = [f"feasibility.{HELD}.{option.id}.{level}"] if held else []
    behind = [] if held else size_because(inputs, option, level, HELD, supply=supply)
    gates = [f"feasibility.gate.{gate}.{option.id}.{level}" for gate in others]
    conditions = [one.origin for one in rulings[option.id, level].conditions if one.gate in others]
    named = [f"fact:{name}" for name in (*size, *gates, "feasibility.threshold.feasible")]
    return [*named, *behind, *conditions]
