"""Past operations as spells: how long each lasted, whether it has ended, and which of them a curve is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.probability import checked_positive

MONTHS_PER_YEAR = 12

# ASSUME: garrisons of an alliance are no peace operations; they are kept out of the curve of analogues and shown apart.
# ASSUME: a successor under a new name is a new spell, as it is coded in the table; this shortens durations, so the
# analogues are also counted with every chain of successors as one operation.
# ASSUME: all endings count alike, because the table does not code why an operation ended.


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation: who led it, of what type, whether it resembles the case, its years, and whether it has ended.

    `successor_of` is the operation that it took over from, if any.
    """

    id: str
    lead: str
    mission_type: str
    analogue: bool
    years: float
    ended: bool
    garrison: bool = False
    successor_of: str = ""


GROUPS: dict[str, Callable[[Operation], bool]] = {
    "analogues": lambda operation: operation.analogue and not operation.garrison,
    "analogues_with_garrisons": lambda operation: operation.analogue,
    "garrisons": lambda operation: operation.analogue and operation.garrison,
    "interposition": lambda operation: operation.mission_type == "interposition",
    "united_nations": lambda operation: operation.lead == "UN",
}
GROUP_LABELS = {
    "analogues": "operations that resemble the case",
    "analogues_with_garrisons": "the same, with the garrisons of alliances",
    "garrisons": "garrisons of alliances",
    "interposition": "operations between two sides",
    "united_nations": "operations of the United Nations",
    "chained": "operations that resemble the case, each chain of successors as one",
}


def members(operations: Iterable[Operation], *, group: str) -> list[Operation]:
    """The operations of a group; `chained` has the analogues with every chain of successors as one.

    Raises ValueError for an unknown group and for one without operations.
    """
    name = "analogues" if group == "chained" else group
    if name not in GROUPS:
        raise ValueError(f"no group of operations is called {group}; there are {', '.join(GROUP_LABELS)}")
    chosen = [operation for operation in operations if GROUPS[name](operation)]
    if not chosen:
        raise ValueError(f"no operation belongs to the group {group}")
    return chained(chosen) if group == "chained" else chosen


def chained(operations: Sequence[Operation]) -> list[Operation]:
    """Every chain of successors as one operation: the years of all, ended where its last one has."""
    heirs = {one.successor_of: one for one in operations if one.successor_of}
    known = {one.id for one in operations}
    return [_with_heirs(one, heirs) for one in operations if one.successor_of not in known]


def spells(operations: Sequence[Operation], *, group: str) -> tuple[Floats, Floats]:
    """Years (n) and whether each has ended (n, 1 or 0) of the operations of a group. Raises as `members`."""
    chosen = members(operations, group=group)
    years = checked_positive(np.array([operation.years for operation in chosen]), name="years of an operation")
    return years, np.array([float(operation.ended) for operation in chosen])


def _with_heirs(first: Operation, heirs: dict[str, Operation]) -> Operation:
    last, years = first, first.years
    while last.id in heirs:
        last = heirs[last.id]
        years += last.years
    return replace(first, years=years, ended=last.ended)
