"""The verdict on every option at every level, and the smallest set of named conditions that closes its gates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from peacebrief.feasibility.gates.gate_odds import GateOdds
from peacebrief.feasibility.given import Condition, FeasibilityInputs, mean
from peacebrief.feasibility.verdict_rule import THRESHOLDS, Ruling, Thresholds, Verdict, printed, verdict
from peacebrief.reasoning.wording import listed

MOST_CONDITIONS = 10

NONE_NEEDED, NONE_CLOSES = "none needed", "none of those looked at"


def closing_conditions(
    *,
    conditions: Collection[str],
    gates_given: Callable[[frozenset[str]], Mapping[str, float]],
    thresholds: Thresholds = THRESHOLDS,
) -> tuple[str, ...] | None:
    """The smallest set of conditions under which every gate reaches `feasible`; None where not even all of them do.

    Of sets of one size, the first by name. `gates_given` gives P(gate) under a set of conditions. Raises ValueError
    for more than ten conditions, whose sets would be too many to try.
    """
    if len(conditions) > MOST_CONDITIONS:
        raise ValueError(f"at most {MOST_CONDITIONS} conditions can be tried together, not {len(conditions)}")
    for size in range(len(conditions) + 1):
        for chosen in combinations(sorted(conditions), size):
            if printed(min(gates_given(frozenset(chosen)).values())) >= thresholds.feasible:
                return chosen
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRuling:
    """The verdict; the smallest set of conditions that closes every gate (None: not even all of them do)."""

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
    return {place: ruling(inputs, found.gates, option=place[0], level=place[1]) for place, found in odds.items()}


def ruling(inputs: FeasibilityInputs, gates: Mapping[str, float], *, option: str, level: str) -> OptionRuling:
    """The verdict by the fixed rule, with the conditions named for this option and level."""
    named = tuple(one for one in inputs.conditions if one.option == option and one.us_level in ("", level))
    names = {one.id for one in named}

    def given(chosen: frozenset[str]) -> dict[str, float]:
        return closed_gates(gates, [one for one in named if one.id in chosen])

    closing = closing_conditions(conditions=names, gates_given=given, thresholds=inputs.thresholds)
    return OptionRuling(
        verdict=verdict(gates=gates, closed=given(frozenset(names)) if names else None, thresholds=inputs.thresholds),
        conditions=named,
        closing=closing,
    )


def closed_gates(gates: Mapping[str, float], conditions: list[Condition]) -> dict[str, float]:
    """P(gate) once the conditions hold."""
    # ASSUME: a condition never makes a gate less likely, and of two conditions on one gate the better one counts.
    return {
        gate: max([chance, *(mean(one.chance) for one in conditions if one.gate == gate)])
        for gate, chance in gates.items()
    }
