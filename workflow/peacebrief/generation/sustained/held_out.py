"""How well the share of an army kept deployed is told of a state that the model has not seen.

Every state is left out in turn and its state-years are told from those of the others; beside it stand a constant, the
geometric mean of the others, and the rule that editions before went by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log, log10
from statistics import fmean, median, stdev

import numpy as np

from peacebrief.generation.sustained.deployment_record import StateYear, counted
from peacebrief.generation.sustained.share_model import ShareModel
from peacebrief.uncertainty.inverse_table import NORMAL_P95

SHARE, CONSTANT, OLD_RULE = "share", "constant", "old_rule"
WAYS = (SHARE, CONSTANT, OLD_RULE)
FACTOR = 2.0
# Up to edition 2026-11 an army tied up 5, 12.5 or 20 per cent of itself, and one in 5, 3 or 2.5 of those was deployed.
OLD_SPAN = (0.05 / 5, 0.125 / 3, 0.20 / 2.5)
# An equal difference in both directions, but for rounding.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One state-year, and the share that each way tells of it from other states: low, middle and high, by way."""

    row: StateYear
    spans: dict[str, tuple[float, float, float]]

    def error(self, way: str) -> float:
        """How far the middle is off, in powers of ten."""
        return abs(log10(self.spans[way][1] / self.row.share))

    def holds(self, way: str) -> bool:
        """Whether the range holds what was kept."""
        low, _, high = self.spans[way]
        return low <= self.row.share <= high


# ASSUME: a state whose kind of army no other state has is told from all of them, with what kinds differ by.
def held_out(rows: Sequence[StateYear]) -> tuple[Told, ...]:
    """Every state-year that is a count, told from the other states. Raises ValueError where too few are left."""
    known, found = counted(rows), list[Told]()
    for state in sorted({row.contributor for row in known}):
        others = [row for row in known if row.contributor != state]
        fitted, constant = ShareModel(others), _constant(others)
        for row in known:
            if row.contributor == state:
                share = fitted.predicted(state, row.kind, any_kind=True).span
                found.append(Told(row=row, spans={SHARE: share, CONSTANT: constant, OLD_RULE: OLD_SPAN}))
    return tuple(found)


def _constant(others: Sequence[StateYear]) -> tuple[float, float, float]:
    logs = [log(row.share) for row in others]
    middle, apart = fmean(logs), stdev(logs)
    return exp(middle - NORMAL_P95 * apart), exp(middle), min(exp(middle + NORMAL_P95 * apart), 1.0)


def by_state(told: Sequence[Told], way: str) -> list[float]:
    """The mean error of each state, in powers of ten, in the order of names: states are independent, years are not."""
    return [fmean(one.error(way) for one in rows) for _, rows in groupby(told, key=lambda one: one.row.contributor)]


SCORES: dict[str, Callable[[Sequence[Told], str], float]] = {
    "median_abs_log10_error": lambda told, way: median(one.error(way) for one in told),
    "mean_by_state": lambda told, way: fmean(by_state(told, way)),
    "share_within_factor_2": lambda told, way: fmean(one.error(way) <= log10(FACTOR) + ROUNDING for one in told),
    "coverage_90": lambda told, way: fmean(one.holds(way) for one in told),
}


def chance_of_difference(told: Sequence[Told], way: str, other: str) -> float:
    """How likely mean errors by state differ as much as they do if the two ways are as good as each other (0-1).

    Exact: over every exchange of the two ways in any of the states.
    Source: Fisher 1935 (permutation of signs).
    """
    differences = np.array(by_state(told, way)) - np.array(by_state(told, other))
    sums = np.zeros(1)
    for difference in differences:
        sums = np.concatenate([sums + difference, sums - difference])
    return float((np.abs(sums) >= abs(differences.sum()) - ROUNDING).mean())


def factor_of(told: Sequence[Told], way: str) -> float:
    """The factor by which half of what a way tells is off at least."""
    return float(10 ** SCORES["median_abs_log10_error"](told, way))
