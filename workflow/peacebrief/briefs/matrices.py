"""The facts of a case as a printed page can hold them: facts that differ in one subject share a row.

The web edition lists every fact on a row of its own (`families`); paper has no room for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from peacebrief.briefs.axes import Axis
from peacebrief.briefs.families import Family, families, rests_on
from peacebrief.briefs.shared_words import shared_label, shared_name, shared_words
from peacebrief.facts.fact import Fact

# Of longer lists paper tells the number.
ROWS_NAMED = 2
Cells = dict[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Facts that differ in one subject only; a cell is empty where there is no such fact.

    `name` is the part of their names that the group leaves open.
    """

    label: str
    name: str
    cells: tuple[Fact | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that one method gave.

    `label` is what the labels of several rows share, and is left out of each; `name` is what their names have in
    common, with `…` for what differs; `unit` is the unit of all, or empty where they have several; `because` is what
    any of them rests on, each on its own part of it. Of the facts named in `told` only this is told, since their
    numbers stand in other tables; they have no rows.
    """

    title: str
    method: str
    label: str
    name: str
    unit: str
    because: tuple[str, ...]
    told: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The facts of one stage whose columns are the values of one axis, or single facts where `axis` is None."""

    stage: str
    axis: Axis | None
    groups: tuple[Group, ...]


def matrices(
    facts: Iterable[Fact],
    *,
    axes: Sequence[Axis],
    printed: Collection[str] | None = None,
    told: Collection[str] = (),
) -> list[Matrix]:
    """The facts by stage and axis; with `printed` (names of facts) only the rows that hold one of them.

    Of rows with facts in `told` only the method is kept. The first of `axes` that a fact names once gives its columns;
    a fact without a neighbour stands alone.
    """
    laid_out: dict[tuple[str, int], list[Group]] = {}
    for family in families(facts):
        stage = family.facts[0].id.partition(".")[0]
        for place, rows in _rows_by_axis(family, axes).items():
            kept = {name for name, row in rows.items() if printed is None or _holds(row, printed)}
            known = {name: row for name, row in rows.items() if name in kept or _holds(row, told)}
            if known:
                group = _group(family, known, axes[place] if place < len(axes) else None, kept)
                laid_out.setdefault((stage, place), []).append(group)
    return [
        Matrix(stage=stage, axis=axes[place] if place < len(axes) else None, groups=tuple(groups))
        for (stage, place), groups in sorted(laid_out.items(), key=lambda one: one[0])
    ]


def _holds(row: Cells, names: Collection[str]) -> bool:
    return any(fact.id in names for fact in row.values())


def _origins(facts: Sequence[Fact], axis: Axis | None) -> set[str]:
    """What the facts rest on; other facts that differ in the subject of the columns count as one."""
    found = {origin for fact in facts for origin in fact.because}
    if axis is None:
        return found
    split = {origin: axis.split(origin) for origin in found if origin.startswith("fact:")}
    return {name[0] if (name := split.get(origin)) else origin for origin in found}


def _rows_by_axis(family: Family, axes: Sequence[Axis]) -> dict[int, dict[str, Cells]]:
    """Place of the axis -> name of the row -> value of the axis -> fact. Single facts stand behind the last axis."""
    left = list(family.facts)
    found: dict[int, dict[str, Cells]] = {}
    for place, axis in enumerate(axes):
        rows: dict[str, Cells] = {}
        for fact in left:
            if split := axis.split(fact.id):
                rows.setdefault(split[0], {})[split[1]] = fact
        shared = {name: row for name, row in rows.items() if len(row) > 1}
        if shared:
            found[place] = shared
            taken = {fact.id for row in shared.values() for fact in row.values()}
            left = [fact for fact in left if fact.id not in taken]
    if left:
        found[len(axes)] = {fact.id: {"": fact} for fact in left}
    return found


def _group(family: Family, rows: Mapping[str, Cells], axis: Axis | None, kept: Collection[str]) -> Group:
    name, parts = shared_name(list(rows))
    facts = [fact for row in rows.values() for fact in row.values()]
    units = {fact.unit for fact in facts}
    label, labels = shared_label([shared_words([fact.label for fact in row.values()]) for row in rows.values()])
    named = zip(labels, parts, rows.items(), strict=True)
    return Group(
        title=family.title,
        method=family.method,
        label=label,
        name=name,
        unit=units.pop() if len(units) == 1 else "",
        because=tuple(rests_on(_origins(facts, axis), named_at_most=ROWS_NAMED)),
        told=tuple(fact.id for key, row in rows.items() if key not in kept for fact in row.values()),
        rows=tuple(
            Row(label=told, name=part, cells=tuple(row.get(value) for value in (axis.headings if axis else ("",))))
            for told, part, (key, row) in named
            if key in kept
        ),
    )
