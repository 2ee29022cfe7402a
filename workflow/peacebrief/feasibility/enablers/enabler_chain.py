"""The chain of enablers of every option at every level of support."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf, isinf
from typing import TypeAlias

from peacebrief.feasibility.enablers.enabler_gap import Enabler, EnablerGap, by_capability, critical, enabler_gap
from peacebrief.feasibility.given import FeasibilityInputs, setting


@dataclass(frozen=True, slots=True, kw_only=True)
class EnablerChain:
    """What one option at one level rests on: its critical enablers, the whole chain, and each capability of it.

    `origins` are the rows behind each capability of the register, whether it has a critical enabler or not.
    """

    enablers: tuple[Enabler, ...]
    whole: EnablerGap
    capabilities: Mapping[str, EnablerGap]
    origins: Mapping[str, tuple[str, ...]]


# By option and level.
Chains: TypeAlias = Mapping[tuple[str, str], EnablerChain]


def lent_at(inputs: FeasibilityInputs, level: str) -> frozenset[str]:
    """The enablers that the patron lends at a level of support: those of lower levels too."""
    reached = inputs.support_levels[: inputs.support_levels.index(level) + 1]
    return frozenset(str(row["id"]) for row in inputs.rows("enablers") if row["lent_at"] in reached)


def enabler_chains(inputs: FeasibilityInputs) -> dict[tuple[str, str], EnablerChain]:
    """Every option at every level; an option to which no enabler is critical has no chain."""
    enablers, at_least = _enablers(inputs), float(inputs.settings["critical_from"])
    found = {}
    for option in inputs.options:
        if not any(enabler.criticality.get(option.id, 0.0) >= at_least for enabler in enablers):
            continue
        chosen = critical(enablers, option=option.id, at_least=at_least)
        for level in inputs.support_levels:
            lent = lent_at(inputs, level)
            found[option.id, level] = EnablerChain(
                enablers=chosen,
                whole=enabler_gap(chosen, lent=lent),
                capabilities=by_capability(chosen, lent=lent),
                origins=_origins(inputs, option.id, {enabler.id for enabler in chosen}),
            )
    return found


def years_in_words(gap: EnablerGap) -> str:
    """How long the gap stays, in words for print; "none" where there is no gap."""
    if gap.coverage == 1:
        return "none"
    if isinf(gap.years_high):
        return f"{gap.years_low:g} or more" if gap.years_low > 0 else "not known"
    if gap.years_low == gap.years_high:
        return f"{gap.years_high:g}"
    return f"{gap.years_low:g} to {gap.years_high:g}" if gap.years_low > 0 else f"{gap.years_high:g} or less"


def _enablers(inputs: FeasibilityInputs) -> tuple[Enabler, ...]:
    needs: dict[str, dict[str, float]] = {}
    for row in inputs.rows("enabler_needs"):
        needs.setdefault(str(row["enabler"]), {})[str(row["option"])] = float(row["criticality"])
    # ASSUME: where no time to close a gap is known, it may take any time; where only the shortest is, it has no end.
    return tuple(
        Enabler(
            id=str(row["id"]),
            capability=str(row["capability"]),
            gap=float(row["gap"]),
            years_low=float(row["years_low"] or 0),
            years_high=inf if row["years_high"] in (None, "") else float(row["years_high"]),
            criticality=needs.get(str(row["id"]), {}),
        )
        for row in inputs.rows("enablers")
    )


def _origins(inputs: FeasibilityInputs, option: str, chosen: Collection[str]) -> dict[str, tuple[str, ...]]:
    """How critical every enabler is, and those that are chosen: the gap of any other counts nowhere."""
    needs = {row["enabler"]: str(row["origin"]) for row in inputs.rows("enabler_needs") if row["option"] == option}
    found: dict[str, tuple[str, ...]] = {}
    for row in inputs.rows("enablers"):
        own = (needs[row["id"]], *([str(row["origin"])] if row["id"] in chosen else []))
        capability = str(row["capability"])
        found[capability] = (*found.get(capability, (setting("critical_from"),)), *own)
    return found
