"""What came of past missions beside what they were given: calls that were wrong, and Brier scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.verdict_rule import Ruling
from peacebrief.reasoning.record import Row

# ASSUME: a past mission was formed where three quarters of the size asked for stood there within twelve months.
FORMED = 0.75
HIT, MISS, NO_CALL = "hit", "miss", "no call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The share of the size asked for that was there within a year, and whether the force stayed for its term."""

    reached: float
    kept: bool
    origin: str

    @property
    def came_true(self) -> bool:
        """Whether the mission was formed and kept up."""
        return self.kept and self.reached >= FORMED

    def call(self, word: Ruling) -> str:
        """Whether a word was right; one that leaves it open is no call."""
        if word is Ruling.INDETERMINATE:
            return NO_CALL
        return HIT if (word is not Ruling.NOT_FEASIBLE) == self.came_true else MISS


def outcomes(inputs: FeasibilityInputs) -> dict[str, Outcome]:
    """By mission."""
    return {str(row["mission"]): _outcome(row) for row in inputs.rows("past_outcomes")}


def _outcome(row: Row) -> Outcome:
    return Outcome(reached=float(row["share_12"]), kept=bool(row["kept"]), origin=str(row["origin"]))


def brier(chances: Sequence[float], came_true: Sequence[bool]) -> float:
    """Mean square of the distance between a chance and what happened (1 or 0): 0 is best, 0.25 that of a coin."""
    distance = np.asarray(chances, dtype=np.float64) - np.asarray(came_true, dtype=np.float64)
    return float(np.mean(distance**2))


def brier_of_constant(came_true: Sequence[bool]) -> float:
    """The score of whoever gives every mission the share that came true, which nobody knew beforehand."""
    return brier([float(np.mean(came_true))] * len(came_true), came_true)


def brier_left_out(came_true: Sequence[bool]) -> float | None:
    """The same, each mission given the share of the others alone; None for a single mission."""
    if len(came_true) < 2:
        return None
    share = [(sum(came_true) - one) / (len(came_true) - 1) for one in came_true]
    return brier(share, came_true)


def calls(words: Mapping[str, Ruling], found: Mapping[str, Outcome]) -> dict[str, str]:
    """By mission, whether its word was right."""
    return {mission: found[mission].call(word) for mission, word in words.items()}
