"""The facts of a case as a printed page can hold them: facts that differ in one subject share a row.

The web edition lists every fact on a row of its own (`families`); paper has no room for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from peacebrief.briefs.axes import Axis
from peacebrief.briefs.families import Family, families, rests_on
from peacebrief.briefs.matrix import Group, Matrix, Row
from peacebrief.briefs.shared_words import shared_label, shared_name, shared_words
from peacebrief.facts.fact import Fact

# Of longer lists paper tells the number.
ROWS_NAMED = 2
# Two letters of the stage, as in Si14: codes of one letter name gates, criteria, risks, links and proposals.
LETTERS = 2
Cells = dict[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRows:
    """All rows that one method gave along one axis, with the mark of their group."""

    mark: str
    stage: str
    place: int
    family: Family
    rows: Mapping[str, Cells]


def marked_rows(facts: Iterable[Fact], axes: Sequence[Axis]) -> list[MarkedRows]:
    """Every fact of a case in its group, in the order of the register, which numbers the groups of each stage."""
    laid_out: dict[tuple[str, int], list[tuple[Family, dict[str, Cells]]]] = {}
    for family in families(facts):
        for place, rows in _rows_by_axis(family, axes).items():
            laid_out.setdefault((family.facts[0].id.partition(".")[0], place), []).append((family, rows))
    found: list[MarkedRows] = []
    numbers: Counter[str] = Counter()
    for (stage, place), members in sorted(laid_out.items(), key=lambda one: one[0]):
        for family, rows in members:
            numbers[stage] += 1
            mark = f"{stage[:LETTERS].capitalize()}{numbers[stage]}"
            found.append(MarkedRows(mark=mark, stage=stage, place=place, family=family, rows=rows))
    return found


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
    found: list[Matrix] = []
    for (stage, place), members in groupby(marked_rows(facts, axes), key=lambda one: (one.stage, one.place)):
        axis = axes[place] if place < len(axes) else None
        groups = [group for one in members if (group := _shown(one, axis, printed, told))]
        if groups:
            found.append(Matrix(stage=stage, axis=axis, groups=tuple(groups)))
    return found


def _shown(one: MarkedRows, axis: Axis | None, printed: Collection[str] | None, told: Collection[str]) -> Group | None:
    """The group of some rows, less those that nobody prints; nothing where that leaves none."""
    kept = {name for name, row in one.rows.items() if printed is None or _holds(row, printed)}
    known = {name: row for name, row in one.rows.items() if name in kept or _holds(row, told)}
    return _group(one.mark, one.family, known, axis, kept) if known else None


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


def _group(mark: str, family: Family, rows: Mapping[str, Cells], axis: Axis | None, kept: Collection[str]) -> Group:
    name, parts = shared_name(list(rows))
    facts = [fact for row in rows.values() for fact in row.values()]
    units = {fact.unit for fact in facts}
    label, labels = shared_label([shared_words([fact.label for fact in row.values()]) for row in rows.values()])
    named = zip(labels, parts, rows.items(), strict=True)
    return Group(
        mark=mark,
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
