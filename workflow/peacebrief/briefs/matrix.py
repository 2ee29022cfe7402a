"""A register of facts on paper: groups of rows that one method gave, in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.briefs.axes import Axis
from peacebrief.facts.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Facts that differ in one subject only; a cell is empty where there is no such fact.

    `name` is the part of their names that the group leaves open.
    """

    label: str
    name: str
    cells: tuple[Fact | None, ...]

    def facts(self) -> Iterator[str]:
        """The names of its facts."""
        yield from (fact.id for fact in self.cells if fact is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that one method gave.

    `label` is what the labels of several rows share, and is left out of each; `name` is what their names have in
    common, with `…` for what differs; `unit` is the unit of all, or empty where they have several; `because` is what
    any of them rests on, each on its own part of it. Of the facts named in `told` only this is told, since their
    numbers stand in other tables; they have no rows. `mark` is two letters of the stage and the place of the group
    among all groups of the stage, printed or not: what paper prints behind a number, so that a reader finds the group.
    """

    mark: str
    title: str
    method: str
    label: str
    name: str
    unit: str
    because: tuple[str, ...]
    told: tuple[str, ...]
    rows: tuple[Row, ...]

    def facts(self) -> Iterator[str]:
        """The names of its facts, in rows or only told."""
        yield from self.told
        for row in self.rows:
            yield from row.facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The facts of one stage whose columns are the values of one axis, or single facts where `axis` is None."""

    stage: str
    axis: Axis | None
    groups: tuple[Group, ...]
