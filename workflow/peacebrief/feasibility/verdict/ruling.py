"""The verdict on every option at every level, and the smallest set of named conditions that closes its gates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from peacebrief.feasibility.gates.gate_odds import GateOdds
from peacebrief.feasibility.gates.pass_patterns import opened_joint
from peacebrief.feasibility.given import Condition, FeasibilityInputs, mean
from peacebrief.feasibility.verdict_rule import Chances, Ruling, Verdict, verdict
from peacebrief.reasoning.language import listed

MOST_CONDITIONS = 10

NONE_NEEDED, NONE_CLOSES = "none needed", "none of those looked at"


def closing_conditions(
    *, conditions: Collection[str], closes: Callable[[frozenset[str]], bool]
) -> tuple[str, ...] | None:
    """The smallest set of conditions that `closes` what is asked for; None where not even all of them do.

    Of sets of one size, the first by name. Raises ValueError for more than ten conditions, whose sets would be too many
    to try.
    """
    if len(conditions) > MOST_CONDITIONS:
        raise ValueError(f"at most {MOST_CONDITIONS} conditions can be tried together, not {len(conditions)}")
    for size in range(len(conditions) + 1):
        for chosen in combinations(sorted(conditions), size):
            if closes(frozenset(chosen)):
                return chosen
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRuling:
    """The verdict; the smallest set of conditions that makes it feasible (None: not even all of them do)."""

    verdict: Verdict
    conditions: tuple[Condition, ...]
    closing: tuple[str, ...] | None

    def closing_words(self) -> str:
        """The closing conditions inside a sentence."""
        if self.verdict.ruling is Ruling.FEASIBLE:
            return NONE_NEEDED
        if self.closing is None:
            return NONE_CLOSES
        labels = {one.id: one.label for one in self.conditions}
        return listed([labels[name] for name in self.closing])


# By option and level.
Rulings: TypeAlias = Mapping[tuple[str, str], OptionRuling]


def rulings(inputs: FeasibilityInputs, odds: Mapping[tuple[str, str], GateOdds]) -> dict[tuple[str, str], OptionRuling]:
    """Every option at every level."""
    return {place: ruling(inputs, found, option=place[0], level=place[1]) for place, found in odds.items()}


def ruling(inputs: FeasibilityInputs, odds: GateOdds, *, option: str, level: str) -> OptionRuling:
    """The verdict by the fixed rule, with the conditions named for this option and level."""
    named = named_conditions(inputs, option, level)
    names, thresholds = {one.id for one in named}, inputs.thresholds

    def given(chosen: frozenset[str]) -> Chances:
        return chances_given(odds.gates, odds.patterns, [one for one in named if one.id in chosen])

    now = Chances(gates=odds.gates, joint=odds.joint)
    closed = given(frozenset(names)) if names else None
    return OptionRuling(
        verdict=verdict(chances=now, closed=closed, thresholds=thresholds),
        conditions=named,
        closing=closing_conditions(conditions=names, closes=lambda chosen: given(chosen).reach(thresholds)),
    )


def named_conditions(inputs: FeasibilityInputs, option: str, level: str) -> tuple[Condition, ...]:
    """The conditions named for an option at a level."""
    return tuple(one for one in inputs.conditions if one.option == option and one.support_level in ("", level))


def chances_given(gates: Mapping[str, float], patterns: Sequence[float], conditions: list[Condition]) -> Chances:
    """P(gate), and of all gates together, once the conditions hold; `patterns` are shares of draws, as in the odds."""
    opened = closed_gates(gates, conditions)
    return Chances(gates=opened, joint=opened_joint(patterns, opened=list(opened.values())))


def closed_gates(gates: Mapping[str, float], conditions: list[Condition]) -> dict[str, float]:
    """P(gate) once the conditions hold."""
    # ASSUME: a condition never makes a gate less likely, and of two conditions on one gate the better one counts.
    return {
        gate: max([chance, *(mean(one.chance) for one in conditions if one.gate == gate)])
        for gate, chance in gates.items()
    }
