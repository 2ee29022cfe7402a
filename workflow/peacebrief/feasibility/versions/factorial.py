"""The factorial of versions that a case declares: its factors, their levels, and the versions of an option.

What a case does not vary is as in the belief-weighted chance: the usual level.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from peacebrief.feasibility.given import FeasibilityInputs

SUPPLY_MODEL, LOADING_FACTOR, CHANCES = "supply_model", "attitude_loading", "judged_chances"
STRENGTH, RATIO_RULE, LARGEST = "strength", "ratio", "largest_contributor"
NONE, DRAWN, FULL, PLANNED, STRICTER, USUAL, WITH, WITHOUT = (
    "none", "drawn", "full", "planned", "stricter", "usual", "with", "without",
)  # fmt: skip
POINTS = ("low", "central", "high")

# What each factor is called inside a sentence.
FACTORS = {
    SUPPLY_MODEL: "which model of supply holds",
    LOADING_FACTOR: "how closely gates and positions follow the adversary's attitude",
    CHANCES: "whether judged chances lie low or high",
    STRENGTH: "whether the force comes down as past ones did",
    RATIO_RULE: "which rotation ratio is asked for",
    LARGEST: "whether the largest contributor takes part",
}
# The belief-weighted chance: both models of supply by their weight, loading and chances over their ranges.
BELIEVED = {
    SUPPLY_MODEL: DRAWN, LOADING_FACTOR: DRAWN, CHANCES: DRAWN, STRENGTH: PLANNED, RATIO_RULE: STRICTER, LARGEST: WITH,
}  # fmt: skip
# A level by factor; beside the factors, the level of support by the patron.
Version: TypeAlias = Mapping[str, str]
SUPPORT = "support_level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factorial:
    """The levels of the factors that are varied, in the order of the case."""

    levels: Mapping[str, tuple[str, ...]]
    origins: tuple[str, ...]

    @classmethod
    def of(cls, inputs: FeasibilityInputs) -> Factorial:
        """The factorial of a case. Raises ValueError for a factor that there is not."""
        rows = inputs.rows("versions") if "versions" in inputs.record else ()
        levels = {str(row["factor"]): tuple(part.strip() for part in str(row["levels"]).split(";")) for row in rows}
        if unknown := sorted(levels.keys() - FACTORS.keys()):
            raise ValueError(f"no factor of the versions is called {', '.join(unknown)}")
        return cls(levels=levels, origins=tuple(str(row["origin"]) for row in rows))

    def of_option(self, models: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The levels of the factors for an option that has some models of supply only."""
        kept = {
            name: tuple(level for level in levels if name != SUPPLY_MODEL or level in models)
            for name, levels in self.levels.items()
        }
        return {name: levels for name, levels in kept.items() if levels}

    def versions(self, models: Collection[str]) -> list[dict[str, str]]:
        """Every version of an option, the last factor varied first; none where the case declares no factor."""
        if not self.levels:
            return []
        levels = self.of_option(models)
        return [BELIEVED | dict(zip(levels, chosen, strict=True)) for chosen in product(*levels.values())]


def by_loading() -> dict[str, dict[str, str]]:
    """The belief-weighted chance at each level of the loading."""
    return {level: BELIEVED | {LOADING_FACTOR: level} for level in (NONE, *POINTS)}
