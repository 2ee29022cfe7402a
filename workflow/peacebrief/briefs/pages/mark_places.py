"""Where the marks behind numbers stand on paper: as few as tell every number, and none inside a column of numbers.

`num` puts a mark behind every number. A sentence has the marks of its numbers at its end, behind its last word and
before the stop, or at the end of a clause that a semicolon closes, each once; a key number has its marks under its
label; a table has them at its title, at the heads of its columns or at the heads of its rows, whichever takes fewest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree
from lxml import html as lxml_html
from markupsafe import escape

from peacebrief.briefs.setting.ref_mark import ref, ref_at_head

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# No sentence goes on over the edge of one of these.
BLOCKS = frozenset({
    *("p", "li", "td", "th", "tr", "div", "dd", "dt", "dl", "ul", "ol", "section", "figure", "figcaption"),
    *("table", "caption", "aside", "main", "body", *HEADINGS),
})  # fmt: skip
# Nor into a label of a key number or of a figure.
LABELS = ("key-", "figure-")
# What ends with the last word of a sentence ends before its marks.
INLINE = frozenset({"data", "a", "strong", "b", "em"})
# The marks of a head that names too many would be longer than its words.
MOST_AT_A_COLUMN = 2
# A stop before a small letter, or before a sign like &, belongs to an abbreviation.
STOP = re.compile(r"[.?!](?=[”’)\]]*(?:\s+[^a-z\s&<>]|\s*$))|;(?=\s)")


def with_marks_placed(page: str) -> str:
    """A printed page whose marks stand where a reader looks for them."""
    root = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(huge_tree=True))
    for item in root.xpath("//li[starts-with(@class, 'key-number')]"):
        _place_under_label(item)
    for heading in root.iter(*HEADINGS):
        _take_marks(heading)
    for table in root.iter("table"):
        _place_in_table(table)
    _place_at_ends(root)
    return str(etree.tostring(root.getroottree(), method="html", encoding="unicode"))


def _is_mark(element: etree._Element) -> bool:
    return element.tag == "span" and element.get("class") in {"ref", "ref below"}


def _names(mark: etree._Element) -> list[str]:
    return str(mark.text or "").split()


def _marks_in(*parts: etree._Element) -> list[str]:
    """Every mark of some parts of a page once, in order."""
    spans = (span for part in parts for span in part.iter("span") if _is_mark(span))
    return list(dict.fromkeys(chain.from_iterable(map(_names, spans))))


def _take_marks(part: etree._Element) -> list[str]:
    """The marks of a part, which has none from then on."""
    found = _marks_in(part)
    for mark in [span for span in part.iter("span") if _is_mark(span)]:
        mark.drop_tree()
    return found


def _append(part: etree._Element, html: str) -> None:
    if html:
        part.append(lxml_html.fragment_fromstring(html))


def _place_under_label(item: etree._Element) -> None:
    labels = item.find_class("key-label")
    if labels:
        _append(labels[0], ref(map(escape, _take_marks(item))))


def _place_in_table(table: etree._Element) -> None:
    """Gather the marks of a table where fewest are needed; all are told in any case."""
    found, title, rows = _marks_in(table), table.find("caption"), list(table.iter("tr"))
    if len(found) == 1 and title is not None:
        _append(title, ref(map(escape, _take_marks(table))))
        return
    columns = _columns(rows)
    at_rows = sum(len(_marks_in(row)) for row in rows)
    at_columns = columns and sum(map(len, columns)) < at_rows and max(map(len, columns)) <= MOST_AT_A_COLUMN
    for row in rows:
        if at_columns:
            _place_at_columns(row, columns)
        else:
            _place_at_its_head(row)


def _columns(rows: Sequence[etree._Element]) -> list[list[str]]:
    """The marks of each column; nothing where there is no one row of heads or a cell spans columns."""
    heads = sum(_has_head(row, "col") for row in rows)
    spanned = any(cell.get("colspan") for row in rows for cell in row)
    if heads != 1 or spanned or len({len(row) for row in rows}) > 1:
        return []
    return [_marks_in(*cells) for cells in zip(*rows, strict=True)]


def _has_head(row: etree._Element, scope: str) -> bool:
    return any(cell.get("scope") == scope for cell in row)


def _place_at_columns(row: etree._Element, columns: Sequence[Sequence[str]]) -> None:
    _take_marks(row)
    for cell, marks in zip(row, columns, strict=True) if _has_head(row, "col") else ():
        _append(cell, ref_at_head([escape(mark) for mark in marks]))


def _place_at_its_head(row: etree._Element) -> None:
    """Have the first head of a row name the marks of all its cells; one without a head has them in its cells."""
    if not _has_head(row, "row"):
        _place_at_ends(row)
        return
    told = ref_at_head([escape(mark) for mark in _take_marks(row)])
    for cell in row:
        if cell.get("scope") == "row":
            _append(cell, told)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A piece of text in the tree: the one inside an element before its first child, or the one behind an element."""

    element: etree._Element
    behind: bool
    first: int  # the letter of its run that it starts with

    @property
    def text(self) -> str:
        """What stands here."""
        return str((self.element.tail if self.behind else self.element.text) or "")

    @property
    def around(self) -> etree._Element:
        """The element that this text is part of."""
        return self.element.getparent() if self.behind else self.element

    def put(self, mark: etree._Element, place: int) -> None:
        """Insert a mark before the letter at `place` of this text."""
        text = self.text
        if self.behind:
            self.element.tail, at = text[:place], self.around.index(self.element) + 1
        else:
            self.element.text, at = text[:place], 0
        mark.tail = text[place:]
        self.around.insert(at, mark)


@dataclass(slots=True)
class _Run:
    """Text between two edges of blocks without its marks: each piece of it, and each mark with the letter behind it."""

    text: str = ""
    spots: list[_Spot] = field(default_factory=list)
    marks: list[tuple[int, list[str]]] = field(default_factory=list)

    def add(self, element: etree._Element, *, behind: bool) -> None:
        """Go on with the text inside or behind an element."""
        self.spots.append(_Spot(element, behind, len(self.text)))
        self.text += self.spots[-1].text

    def take(self, mark: etree._Element) -> None:
        """Take a mark from the tree; the text behind it joins the text before it."""
        self.marks.append((len(self.text), _names(mark)))
        self.text += mark.tail or ""
        mark.drop_tree()


def _place_at_ends(part: etree._Element) -> None:
    """Give each sentence, and each clause before a semicolon, the marks of its numbers at its end, each once."""
    runs = [_Run()]
    _read(part, runs)
    for run in runs:
        _place_in_run(run)


def _read(element: etree._Element, runs: list[_Run]) -> None:
    """Add the text of an element to the last run, and begin another at each edge; a note has its own sentences."""
    runs[-1].add(element, behind=False)
    for child in list(element):
        if _is_mark(child):
            runs[-1].take(child)
            continue
        edge, kind = child.tag in BLOCKS, child.get("class") or ""
        if edge or (child.tag == "span" and kind.startswith(LABELS)):
            runs.append(_Run())
        if child.tag == "span" and kind == "note":
            _place_at_ends(child)
        elif isinstance(child.tag, str) and child.tag != "table":
            _read(child, runs)
        if edge:
            runs.append(_Run())
        runs[-1].add(child, behind=True)


def _place_in_run(run: _Run) -> None:
    stops = list(_stops(run.text))
    told: dict[int, list[str]] = {}
    for letter, marks in run.marks:
        stop = next((one for one in stops if one >= letter), len(run.text))
        told.setdefault(stop, []).extend(mark for mark in marks if mark not in told.get(stop, []))
    _join_clauses(told, run.text)
    for stop in sorted(told, reverse=True):
        spot, place = _place(run, stop)
        spot.put(lxml_html.fragment_fromstring(ref(map(escape, told[stop]))), place)


def _stops(text: str) -> Iterator[int]:
    """Where sentences and clauses end; a semicolon inside brackets ends none."""
    for stop in STOP.finditer(text):
        before = text[: stop.start()]
        if stop[0] != ";" or before.count("(") <= before.count(")"):
            yield stop.start()


def _join_clauses(told: dict[int, list[str]], text: str) -> None:
    """A clause whose marks all come again at the next stop of its sentence leaves them to it."""
    after: int | None = None
    for stop in sorted(told, reverse=True):
        closes = text[stop : stop + 1] == ";"
        if closes and after is not None and not _parted(text[stop:after]) and set(told[stop]) <= set(told[after]):
            del told[stop]
        else:
            after = stop


def _parted(text: str) -> bool:
    return any(one[0] != ";" for one in STOP.finditer(text))


def _place(run: _Run, stop: int) -> tuple[_Spot, int]:
    """The text in which the marks of a stop stand, and the letter there that they precede: outside any number."""
    letters = len(run.text.rstrip())
    if not letters:
        return run.spots[-1], len(run.spots[-1].text)
    last = min(stop, letters - 1)
    spot = next(spot for spot in reversed(run.spots) if spot.first <= last)
    place = last - spot.first + (stop >= letters)
    number = next((one for one in (spot.around, *spot.around.iterancestors()) if one.tag == "data"), None)
    if number is not None:
        spot, place = _Spot(number, behind=True, first=0), 0
    elif stop < letters:
        return spot, place
    while spot.around.tag in INLINE and place == len(spot.text) and _is_last(spot):
        spot, place = _Spot(spot.around, behind=True, first=0), 0
    return spot, place


def _is_last(spot: _Spot) -> bool:
    return spot.element.getnext() is None if spot.behind else len(spot.element) == 0
