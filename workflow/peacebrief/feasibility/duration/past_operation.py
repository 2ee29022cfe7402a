"""Past operations as spells: how long each lasted, whether it has ended, and which of them a curve is drawn from.

The curves of how long they lasted are read from the table of durations, one a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import Any

import numpy as np

from peacebrief.feasibility.duration.survival import (
    SurvivalCurve,
    kaplan_meier,
    still_there,
    still_there_high,
    still_there_low,
    years_present,
)
from peacebrief.uncertainty.arrays import Floats, checked_positive

# ASSUME: garrisons of an alliance are no peace operations; they are kept out of the curve of analogues and shown apart.
# ASSUME: a successor under a new name is a new spell, as it is coded in the table; this shortens durations, so the
# analogues are also counted with every chain of successors as one operation.
# ASSUME: all endings count alike, because the table does not code why an operation ended.

USUAL, APART = "analogues", "garrisons"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCurve:
    """The curve of a group; `count` operations are in it."""

    group: str
    label: str
    count: int
    curve: SurvivalCurve


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """The operations, the rows they came from, the curve of every group, and the years that are asked for."""

    operations: tuple[Operation, ...]
    names: Mapping[str, str]
    origins: Mapping[str, str]
    curves: Mapping[str, GroupCurve]
    years: tuple[float, ...]
    horizon: float

    @property
    def usual(self) -> SurvivalCurve:
        """The curve that the case is read from."""
        return self.curves[USUAL].curve

    @property
    def years_present(self) -> float:
        """Years that a force is there, on average, within the planning horizon."""
        return years_present(curve=self.usual, horizon_years=self.horizon)

    @property
    def exit_by_horizon_span(self) -> tuple[float, float, float]:
        """The share of operations that had left by the planning horizon between the ends of its 95% band.

        Where the band is undefined, the share alone.
        """
        edges = (still_there_high, still_there, still_there_low)
        high, usual, low = (float(edge(curve=self.usual, after=self.horizon)) for edge in edges)
        return tuple(1.0 - (usual if isnan(one) else one) for one in (high, usual, low))  # type: ignore[return-value]


def durations(rows: Sequence[Mapping[str, Any]], *, settings: Mapping[str, Any]) -> Durations:
    """The curves of all groups that have operations. Raises ValueError where no operation resembles the case."""
    operations = tuple(_operation(row) for row in rows)
    members(operations, group=USUAL)
    groups = [name for name in GROUP_LABELS if any(GROUPS.get(name, GROUPS[USUAL])(one) for one in operations)]
    return Durations(
        operations=operations,
        names={str(row["id"]): str(row["name"]) for row in rows},
        origins={str(row["id"]): str(row["origin"]) for row in rows},
        curves={name: _curve(operations, name) for name in groups},
        years=tuple(float(years) for years in settings["years"]),
        horizon=float(settings["planning_horizon"]),
    )


def _curve(operations: Sequence[Operation], group: str) -> GroupCurve:
    years, ended = spells(operations, group=group)
    curve = kaplan_meier(years=years, ended=ended)
    return GroupCurve(group=group, label=GROUP_LABELS[group], count=len(years), curve=curve)


def _operation(row: Mapping[str, Any]) -> Operation:
    return Operation(
        id=str(row["id"]),
        lead=str(row["lead"]),
        mission_type=str(row["mission_type"]),
        analogue=bool(row["analogue"]),
        years=float(row["years"]),
        ended=bool(row["ended"]),
        garrison=bool(row["garrison"]),
        successor_of=str(row.get("successor_of") or ""),
    )
