"""A table of a page: its heads and its caption as the template writes them, its rows as `telling` found them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from peacebrief.briefs.pages.numbering import Register
from peacebrief.briefs.setting.environment import cell
from peacebrief.briefs.setting.stylesheet import Medium
from peacebrief.telling.rooms import Telling
from peacebrief.telling.saying.said import Row

TABLE = Markup("""{opened}
<table class="{kind}" id="table-{name}">
<caption id="table-{name}-caption"><span class="table-number">{number}.</span> {caption}</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
{source}
</div>""")
SCROLLED = Markup('<div class="scrolled" role="group" tabindex="0" aria-labelledby="table-{}-caption">')
BLOCK, SHORT_BLOCK = Markup('<div class="table-block">'), Markup('<div class="table-block short">')
# A table of fewer rows is kept on one page; one of more columns is set close.
SHORT, DENSE = 9, 5
# What the spaces between columns take of the width, in per cent for each of them.
GAP = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its words, its classes, which option it is about, and its share of the width on paper."""

    words: Markup
    kind: str
    option: str
    width: float

    @property
    def holds_numbers(self) -> bool:
        """Whether its cells are quantities."""
        return "number" in self.kind.split()

    @property
    def attributes(self) -> Markup:
        """The attributes of each of its cells."""
        told = Markup(' class="{}"').format(self.kind) if self.kind else Markup("")
        return told + (Markup(' data-option="{}"').format(self.option) if self.option else "")


@dataclass(frozen=True, slots=True)
class Heads:
    """What a template says of a table: caption, columns, and the line below."""

    caption: Markup
    columns: Sequence[Column]
    source: Markup


def read_heads(written: str) -> Heads:
    """The heads of a table: a `caption`, a `th` for each column, and a `p` for the line below where there is one.

    A `th` has a `class`, `number` where its cells are quantities, a `data-option`, and a `width` as its share.
    """
    root = etree.fromstring(f"<table>{written}</table>")
    columns = [
        Column(_inside(head), head.get("class", ""), head.get("data-option", ""), float(head.get("width", 0)))
        for head in root.iter("th")
    ]
    source = root.find("p")
    below = Markup('<p class="table-source">{}</p>').format(_inside(source)) if source is not None else Markup("")
    return Heads(_inside(root.find("caption")), columns, below)


def _inside(element: etree._Element) -> Markup:
    parts = [str(etree.tostring(child, encoding="unicode", method="html")) for child in element]
    return escape(element.text or "") + Markup("").join(map(Markup, parts))


class TablePrinter:
    """Prints the tables of one rendering, numbered in their order."""

    def __init__(self, register: Register, medium: Medium, tell: Telling, word: str) -> None:
        self._register, self._medium, self._tell, self._word = register, medium, tell, word

    def __call__(
        self,
        asked: str,
        *about: Any,
        caller: Callable[[], str],
        called: str = "",
        narrow: bool = False,
        register: bool = False,
        **how: Any,
    ) -> Markup:
        """The table of the rows that `asked` finds, "room.function" of `telling`, about what is given besides.

        A template writes its heads in the body of the call. It is called after the function, or as `called` says.
        A `register` is too wide for the text, and is never sorted. Without rows there is no table.

        Raises ValueError where a row has not as many cells as there are heads.
        """
        room, _, function = asked.partition(".")
        rows = getattr(getattr(self._tell, room), function)(*about, **how)
        if not rows:
            return Markup("")
        return self.set_out(called or function, rows, str(caller()), narrow=narrow, register=register)

    def set_out(
        self, name: str, rows: Sequence[Row], written: str, *, narrow: bool = False, register: bool = False
    ) -> Markup:
        """The table called `name`, its heads as a template has `written` them."""
        number = self._register.number_table(name)
        heads = read_heads(written.strip())
        kind = "data" + " narrow" * narrow + (" register" if register else " dense" * (len(heads.columns) > DENSE))
        return TABLE.format(
            opened=self._opened(name, len(rows)),
            kind=kind,
            name=name,
            number=f"{self._word} {number}",
            caption=heads.caption,
            heads=Markup("").join(self._head(column, heads.columns) for column in heads.columns),
            rows=Markup("\n").join(self._row(name, row, heads.columns) for row in rows),
            source=heads.source,
        )

    def _opened(self, name: str, rows: int) -> Markup:
        if self._medium == "web":
            return SCROLLED.format(name)
        return SHORT_BLOCK if rows < SHORT else BLOCK

    def _head(self, column: Column, columns: Sequence[Column]) -> Markup:
        style = Markup("")
        if self._medium != "web" and column.width:
            share = column.width * (100 - GAP * len(columns)) / sum(one.width for one in columns)
            style = Markup(' style="width: {}%"').format(round(share, 2))
        return Markup('<th scope="col"{}{}>{}</th>').format(column.attributes, style, column.words)

    def _row(self, table: str, row: Row, columns: Sequence[Column]) -> Markup:
        if len(row.cells) != len(columns):
            raise ValueError(f"the table {table} has {len(columns)} heads and a row of {len(row.cells)} cells")
        own = Markup(' data-option="{}"').format(row.option) if row.option else Markup("")
        if row.anchor:
            self._register.anchor(row.anchor)
            own += Markup(' id="{}"').format(row.anchor)
        cells = [
            _cell(value, column, first=place == 0)
            for place, (value, column) in enumerate(zip(row.cells, columns, strict=True))
        ]
        return Markup("<tr{}>{}</tr>").format(own, Markup("").join(cells))


def _cell(value: object, column: Column, *, first: bool) -> Markup:
    told = cell(value, quantity=column.holds_numbers)
    if first:
        return Markup('<th scope="row"{}>{}</th>').format(column.attributes, told)
    return Markup("<td{}>{}</td>").format(column.attributes, told)
