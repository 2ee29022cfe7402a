"""The facts of a case as a printed page can hold them: facts that differ in one subject share a row.

The web edition lists every fact on a row of its own (`families`); paper has no room for that. A register is groups of
rows that one method gave, in columns; what their names or labels have in common is said once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from peacebrief.briefs.trail.axes import Axis
from peacebrief.briefs.trail.families import Family, Origin, families, rests_on
from peacebrief.facts.fact import Fact

# Of longer lists paper tells the number.
ROWS_NAMED = 2
# Two letters of the stage, as in Si14: codes of one letter name gates, criteria, risks, links and proposals.
LETTERS = 2
Cells = dict[str, Fact]

# Fewer rows keep their labels whole.
FEWEST = 3
OPEN = "…"
# What stands elsewhere is left out at the ends of a label with the sign that parts it off; "Troops by …" keeps it.
EDGES = re.compile(rf"^(?:{OPEN}\s*[,:;]\s*)+|(?:\s*[,:;]\s*{OPEN})+$")


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
    facts: Collection[Fact],
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
    known = {fact.id: fact for fact in facts}
    for (stage, place), members in groupby(marked_rows(facts, axes), key=lambda one: (one.stage, one.place)):
        axis = axes[place] if place < len(axes) else None
        kept = [(one, _kept(one, printed, told)) for one in members]
        groups = [_group(one, axis, rows, _origins(rows, axis, known)) for one, rows in kept if rows]
        if groups:
            found.append(Matrix(stage=stage, axis=axis, groups=tuple(groups)))
    return found


def _kept(one: MarkedRows, printed: Collection[str] | None, told: Collection[str]) -> dict[str, tuple[Cells, bool]]:
    """The rows that hold a printed fact or one that is told elsewhere, and whether their numbers are printed here."""
    shown = {name: (row, printed is None or _holds(row, printed)) for name, row in one.rows.items()}
    return {name: (row, whole) for name, (row, whole) in shown.items() if whole or _holds(row, told)}


def _holds(row: Cells, names: Collection[str]) -> bool:
    return any(fact.id in names for fact in row.values())


def _origins(rows: Mapping[str, tuple[Cells, bool]], axis: Axis | None, known: Mapping[str, Fact]) -> set[str]:
    """What the facts rest on; other facts that differ in the subject of the columns count as one."""
    origins = {origin for row, _ in rows.values() for fact in row.values() for origin in fact.because}
    if axis is None:
        return origins
    split = {origin: axis.split(known[origin[5:]]) for origin in origins if origin[5:] in known}
    return {f"fact:{name[0]}" if (name := split.get(origin)) else origin for origin in origins}


def _rows_by_axis(family: Family, axes: Sequence[Axis]) -> dict[int, dict[str, Cells]]:
    """Place of the axis -> name of the row -> value of the axis -> fact. Single facts stand behind the last axis."""
    left = list(family.facts)
    found: dict[int, dict[str, Cells]] = {}
    for place, axis in enumerate(axes):
        rows: dict[str, Cells] = {}
        for fact in left:
            if split := axis.split(fact):
                rows.setdefault(split[0], {})[split[1]] = fact
        shared = {name: row for name, row in rows.items() if len(row) > 1}
        if shared:
            found[place] = shared
            taken = {fact.id for row in shared.values() for fact in row.values()}
            left = [fact for fact in left if fact.id not in taken]
    if left:
        found[len(axes)] = {fact.id: {"": fact} for fact in left}
    return found


def _group(one: MarkedRows, axis: Axis | None, rows: Mapping[str, tuple[Cells, bool]], because: set[str]) -> Group:
    name, parts = shared_name(list(rows))
    facts = [fact for row, _ in rows.values() for fact in row.values()]
    units = {fact.unit for fact in facts}
    label, labels = shared_label([list(row.values()) for row, _ in rows.values()], axis)
    values = axis.headings if axis else ("",)
    return Group(
        mark=one.mark,
        title=one.family.title,
        method=one.family.method,
        label=label,
        name=name,
        unit=units.pop() if len(units) == 1 else "",
        because=tuple(rests_on(because, named_at_most=ROWS_NAMED)),
        told=tuple(fact.id for row, whole in rows.values() if not whole for fact in row.values()),
        rows=tuple(
            Row(label=told, name=part, cells=tuple(row.get(value) for value in values))
            for told, part, (row, whole) in zip(labels, parts, rows.values(), strict=True)
            if whole
        ),
    )


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
    because: tuple[Origin, ...]
    told: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        """The label as a sentence of its own: "Troops by …", "Cost a year."; empty where rows share none."""
        return self.label + "." * (bool(self.label) and not self.label.endswith(OPEN))

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


def shared_name(names: Sequence[str]) -> tuple[str, list[str]]:
    """What dotted names have in common, with `…` for the rest, and the rest of each."""
    split = [name.split(".") for name in names]
    if len(split) == 1:
        return names[0], [""]
    head = _same(split)
    tail = _same([parts[head:][::-1] for parts in split])
    rest = [".".join(parts[head : len(parts) - tail]) for parts in split]
    return ".".join([*split[0][:head], "…", *split[0][len(split[0]) - tail :]]), rest


def shared_label(rows: Sequence[Sequence[Fact]], axis: Axis | None) -> tuple[str, list[str]]:
    """What the labels of rows of facts have in common, and what is left for each row; the axis heads the columns.

    Three rows or more with one pattern share it, and each is called by the subjects in which they differ. A subject
    that differs within a row, with that of the axis, is left out.
    """
    facts = [row[0] for row in rows]
    columns = [axis.slot_of(fact) if axis else None for fact in facts]
    whole = [_label(row[0], {column, *_differing(row)}) for row, column in zip(rows, columns, strict=True)]
    slots = [slot for slot in facts[0].names if slot != columns[0] and f"{{{slot}}}" in facts[0].label]
    varying = [slot for slot in slots if len({fact.names.get(slot) for fact in facts}) > 1]
    if len(facts) < FEWEST or len({fact.label for fact in facts}) > 1 or not varying:
        return "", whole
    called = [", ".join(fact.names[slot] for slot in varying) for fact in facts]
    return _label(facts[0], {columns[0], *varying}), [told[:1].upper() + told[1:] for told in called]


def _differing(row: Sequence[Fact]) -> set[str]:
    """The slots whose names differ among the facts of a row."""
    return {slot for slot in row[0].names if len({fact.names.get(slot) for fact in row}) > 1}


def _label(fact: Fact, without: Collection[str | None]) -> str:
    """The label of a fact, `…` for the subjects that stand elsewhere, and nothing at its ends."""
    names = {slot: OPEN if slot in without else name for slot, name in fact.names.items()}
    told = EDGES.sub("", fact.label.format_map(names))
    told = "" if told == OPEN else told
    return told[:1].upper() + told[1:]


def _same(sequences: Sequence[Sequence[str]]) -> int:
    """How many items all sequences begin with."""
    return sum(1 for _ in takewhile(lambda items: len(set(items)) == 1, zip(*sequences, strict=False)))
