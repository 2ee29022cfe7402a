"""The registers of facts of the annex, ready for their page: tables, groups of rows, and what each row leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.pages.origin_links import OriginLinks
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.briefs.spelling.quantities import in_full, register_unit
from peacebrief.briefs.trail.axes import Axis
from peacebrief.briefs.trail.families import IN_MATRICES, Family, Origin, families, rests_on
from peacebrief.briefs.trail.matrices import Group, Matrix, Row, matrices
from peacebrief.briefs.trail.provenance import breakable
from peacebrief.briefs.trail.trail_register import Told, told_rows
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.said import phrase

NAME = "facts-{}"
# Tables of so few columns stand side by side on paper.
NARROW = 3
# So many sources of a row are a trail that can be followed; more of them are told by the group, which has them all.
FEW = 8
# Where nobody is led to a row, more origins than these lead to the earlier row that names them.
FEW_LINKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A fact at its place: the id that its numbers lead to, and its value."""

    place: str
    value: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Like:
    """An earlier row: its id and its mark."""

    place: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact on a row of its own; without `origins` those of the row above, without `sources` those of its inputs.

    `like` is an earlier row with the same origins, which are many.
    """

    cell: Cell
    called: str
    mark: str
    name: Markup
    unit: str
    origins: Markup | None
    sources: str | None
    like: Like | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRows:
    """What one method gave."""

    method: str
    rows: Sequence[FactRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTable:
    """Families of one title."""

    place: str
    number: str
    title: str
    families: Sequence[FamilyRows]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRow:
    """Facts that share a row, a cell for each column; `sources` where they are few and not those of the group."""

    label: str
    name: str
    sources: Markup | str
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRows:
    """What one method gave along one axis, in rows or only told."""

    group: Group
    place: str
    unit: str
    origins: Markup
    sources: Markup
    rows: Sequence[SharedRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTable:
    """The facts of one stage along one axis; without `axis` single facts, which have no heads of columns."""

    place: str
    number: str
    stage: str
    axis: str
    heads: Sequence[str]
    groups: Sequence[GroupRows]

    @property
    def columns(self) -> str:
        """How many columns hold facts."""
        return str(self._width)

    @property
    def span(self) -> str:
        """How many columns there are, the names of rows included."""
        return str(self._width + 1)

    @property
    def is_narrow(self) -> bool:
        """Whether two such tables have room side by side."""
        return self._width <= NARROW

    @property
    def _width(self) -> int:
        return max(len(self.heads), 1)


class FactRegisters:
    """The registers of facts, for one rendering of their page; `printed` are the facts that other pages print."""

    def __init__(
        self,
        register: Register,
        medium: Medium,
        *,
        trails: Trails,
        axes: Sequence[Axis],
        printed: Collection[str],
    ) -> None:
        self._register, self._trails, self._axes, self._printed = register, trails, axes, printed
        self._origins, self._say = OriginLinks(register, trails, medium), trails.say
        self._facts: Mapping[str, Fact] = trails.facts
        self._rested_on: dict[tuple[Origin, ...], Like] = {}

    def origins(self, start: str) -> Markup:
        """What the first of the facts rests on that the page has told and whose names have this start."""
        first = next(iter(self._told(start)), None)
        return self._origins.links(rests_on(self._facts[first].because), parted=False) if first else Markup("")

    def sources(self, *starts: str) -> Markup:
        """The sources under all facts that the page has told and whose names have one of these starts."""
        return self._trails.links(self._told(*starts))

    def _told(self, *starts: str) -> list[str]:
        return [name for name in self._register.places if name.startswith(starts)]

    def by_family(self) -> Iterator[FamilyTable]:
        """Every fact on a row of its own, but for those that stand in other tables."""
        told = [family for family in families(self._facts.values()) if family.title not in IN_MATRICES]
        for place, (title, members) in enumerate(groupby(told, key=lambda family: family.title), start=1):
            number = self._register.number_table(NAME.format(place))
            rows = [FamilyRows(method=one.method, rows=[*self._family(one)]) for one in members]
            yield FamilyTable(
                place=str(place), number=number, title=self._say(phrase(f"fact_titles.{title}")), families=rows
            )

    def _family(self, family: Family) -> Iterator[FactRow]:
        here = self._register.all_printed()
        for told in told_rows(family, trails=self._trails, elsewhere=self._printed, here=here):
            yield self._row(told)

    def _row(self, told: Told) -> FactRow:
        cell, mark = self._cell(told.fact), self._trails.marks[told.fact.id]
        here, origins = Like(cell.place, mark), tuple(told.origins or ())
        shared = told.sources is None and len(origins) > FEW_LINKS
        like = self._rested_on.get(origins, here) if shared else here
        self._rested_on.setdefault(origins, here)
        return FactRow(
            cell=cell,
            called=told.fact.called,
            mark=mark,
            name=breakable(told.fact.id),
            unit=register_unit(told.fact.unit, self._say),
            origins=None if told.origins is None or like is not here else self._origins.links(told.origins),
            sources=told.sources,
            like=None if like is here else like,
        )

    def _cell(self, fact: Fact) -> Cell:
        place = f"fact-{fact.id}"
        self._register.put_fact(fact.id, place)
        return Cell(place=place, value=in_full(fact, self._say), is_number=fact.kind != "words")

    def by_axis(self) -> Iterator[GroupTable]:
        """Facts that differ in one subject on one row; of those that no other page prints only the method is told."""
        told, here = self._facts.values(), self._register.all_printed()
        found = matrices([*told], axes=self._axes, printed=self._printed, told=here)
        for place, matrix in enumerate(found, start=1):
            yield self._table(str(place), matrix)

    def _table(self, place: str, matrix: Matrix) -> GroupTable:
        return GroupTable(
            place=place,
            number=self._register.number_table(NAME.format(place)),
            stage=self._say(phrase(f"fact_titles.stage_{matrix.stage}")),
            axis=self._say(phrase(f"registers.axis_{matrix.axis.name}")) if matrix.axis else "",
            heads=[*matrix.axis.headings.values()] if matrix.axis else [],
            groups=[self._group(f"told-{place}-{row}", group) for row, group in enumerate(matrix.groups, start=1)],
        )

    def _group(self, place: str, group: Group) -> GroupRows:
        for fact in group.told:
            if fact not in self._printed:
                self._register.put_fact(fact, place)
        sources = self._trails.links(group.facts())
        return GroupRows(
            group=group,
            place=place,
            unit=register_unit(group.unit, self._say),
            origins=self._origins.links(group.because),
            sources=sources,
            rows=[self._shared(row, sources) for row in group.rows],
        )

    def _shared(self, row: Row, of_group: Markup) -> SharedRow:
        own = self._trails.links(row.facts())
        named = row.name.replace("_", " ") != row.label.lower()
        return SharedRow(
            label=row.label,
            name=row.name if named else "",
            sources=own if own != of_group and len(self._trails.sources_of(row.facts())) <= FEW else "",
            cells=[self._cell(fact) if fact else None for fact in row.cells],
        )
