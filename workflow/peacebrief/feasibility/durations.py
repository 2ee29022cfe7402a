"""Curves of how long past operations lasted, one a group, from the table of durations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

from peacebrief.feasibility.horizon_cost import years_present
from peacebrief.feasibility.spells import GROUP_LABELS, GROUPS, Operation, members, spells
from peacebrief.feasibility.survival import SurvivalCurve, kaplan_meier, still_there, still_there_high, still_there_low

USUAL, APART = "analogues", "garrisons"


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
    def exit_by_horizon(self) -> float:
        """The share of operations that had left by the planning horizon."""
        return self.exit_by_horizon_span[1]

    @property
    def exit_by_horizon_span(self) -> tuple[float, float, float]:
        """The same between the ends of its 95% band; the share alone where the band is undefined."""
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
