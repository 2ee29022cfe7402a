"""Which named conditions would close the gates of an option."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import combinations

from peacebrief.feasibility.verdict import THRESHOLDS, Thresholds, printed

MOST_CONDITIONS = 10


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
