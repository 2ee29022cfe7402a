"""Where the marks behind numbers stand on paper: as few as tell every number, and none inside a column of numbers.

`num` puts a mark behind every number. A sentence has the marks of its numbers at its end, behind its last word and
before the stop, or at the end of a clause that a semicolon closes, each once; a key number has its marks under its
label; a table has them at its title, at the heads of its columns or at the heads of its rows, whichever takes fewest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from peacebrief.briefs.setting.ref_mark import MARK, marks_in, ref, ref_at_head, unmarked

TABLE = re.compile(r"(<table\b.*?</table>)", re.DOTALL)
KEY_NUMBER = re.compile(r'(<li class="key-number.*?)(</li>)', re.DOTALL)
LABEL = re.compile(r'(<span class="key-label">.*?)(</span>)', re.DOTALL)
HEADING = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)

ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"(<(t[hd])\b[^>]*>)(.*?)(</\2>)", re.DOTALL)
CAPTION_END = "</caption>"
# The marks of a head that names too many would be longer than its words.
MOST_AT_A_COLUMN = 2

# A note has its own sentences; it holds spans, but no note.
FLAT = r"(?:[^<]|<(?!/?span\b))*"
NOTE = re.compile(rf'(<span class="note">)({FLAT}(?:<span\b[^>]*>{FLAT}</span>{FLAT})*)(</span>)')
BLOCK = re.compile(
    r"(</?(?:p|li|td|th|tr|h[1-6]|div|dd|dt|dl|ul|ol|section|figure|figcaption|table|caption|aside|main|body)\b[^>]*>"
    r'|<span class="(?:key|figure)-[^>]*>)'
)
TOKEN = re.compile(rf"(?P<mark>{MARK.pattern})|(?P<hidden>{NOTE.pattern}|<[^>]*>)|&[#\w]+;|.", re.DOTALL)
# A stop before a small letter belongs to an abbreviation.
STOP = re.compile(r"[.?!](?=[”’)\]]*(?:\s+[^a-z\s]|\s*$))|;(?=\s)")
INLINE_ENDS = re.compile(r"(?:</(?:data|a|strong|b|em)>)*")


def with_marks_placed(html: str) -> str:
    """A printed page whose marks stand where a reader looks for them."""
    html = KEY_NUMBER.sub(lambda found: _under_label(found[1]) + found[2], html)
    html = HEADING.sub(lambda found: unmarked(found[0]), html)
    parts = TABLE.split(html)
    return "".join(marked_table(part) if place % 2 else with_marks_at_ends(part) for place, part in enumerate(parts))


def _under_label(item: str) -> str:
    found, bare = marks_in(item), unmarked(item)
    return LABEL.sub(lambda label: label[1] + ref(found) + label[2], bare, count=1) if found else bare


def marked_table(table: str) -> str:
    """A table of a printed page with its marks gathered where fewest are needed; all are told in any case."""
    found = marks_in(table)
    if not found:
        return table
    if len(found) == 1 and CAPTION_END in table:
        return unmarked(table).replace(CAPTION_END, ref(found) + CAPTION_END, 1)
    rows = ROW.findall(table)
    columns = _columns(rows)
    at_rows = sum(len(marks_in(row)) for row in rows)
    if columns and sum(map(len, columns)) < at_rows and max(map(len, columns)) <= MOST_AT_A_COLUMN:
        return ROW.sub(lambda row: _at_columns(row[0], columns), table)
    return ROW.sub(lambda row: _at_its_head(row[0]), table)


def _columns(rows: list[str]) -> list[list[str]]:
    """The marks of each column; nothing where there is no one row of heads or a cell spans columns."""
    heads = [row for row in rows if 'scope="col"' in row]
    cells = [CELL.findall(row) for row in rows]
    if len(heads) != 1 or any("colspan" in row for row in rows) or len({len(row) for row in cells}) > 1:
        return []
    return [marks_in("".join(row[place][2] for row in cells)) for place in range(len(cells[0]))]


def _at_columns(row: str, columns: list[list[str]]) -> str:
    at_head, places = 'scope="col"' in row, iter(columns)
    return CELL.sub(
        lambda cell: cell[1] + unmarked(cell[3]) + (ref_at_head(next(places)) if at_head else "") + cell[4], row
    )


def _at_its_head(row: str) -> str:
    """A row whose first head names the marks of all its cells; one without a head has them in its cells."""
    found = marks_in(row)
    if 'scope="row"' not in row:
        return with_marks_at_ends(row)
    bare, told = unmarked(row), ref_at_head(found)
    return CELL.sub(lambda cell: cell[0] if 'scope="row"' not in cell[1] else cell[1] + cell[3] + told + cell[4], bare)


@dataclass(slots=True)
class _Read:
    """A block without its marks: its text, where each letter stands in the markup, and each mark with its letter."""

    html: str = ""
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)


def with_marks_at_ends(html: str) -> str:
    """Markup whose sentences, and clauses before a semicolon, have the marks of their numbers at the end, each once."""
    parts = BLOCK.split(html)
    return "".join(_block(part) if place % 2 == 0 and MARK.search(part) else part for place, part in enumerate(parts))


def _block(html: str) -> str:
    read = _read(NOTE.sub(lambda note: note[1] + _block(note[2]) + note[3], html))
    stops = _stops(read.text)
    told: dict[int, list[str]] = {}
    for letter, mark in read.marks:
        stop = next((one for one in stops if one >= letter), len(read.text))
        told.setdefault(stop, []).extend(one for one in mark.split() if one not in told.get(stop, []))
    _join_clauses(told, read.text)
    for stop in sorted(told, reverse=True):
        place = _place(read, stop)
        read.html = read.html[:place] + ref(told[stop]) + read.html[place:]
    return read.html


def _read(html: str) -> _Read:
    read = _Read()
    for token in TOKEN.finditer(html):
        if token["mark"]:
            read.marks.append((len(read.text), MARK.sub(r"\1", token["mark"])))
            continue
        if not token["hidden"]:
            read.text += token[0] if len(token[0]) == 1 else "x"
            read.starts.append(len(read.html))
            read.ends.append(len(read.html) + len(token[0]))
        read.html += token[0]
    return read


def _stops(text: str) -> list[int]:
    """Where sentences and clauses end; a semicolon inside brackets ends none."""
    return [one.start() for one in STOP.finditer(text) if one[0] != ";" or not _bracketed(text[: one.start()])]


def _bracketed(text: str) -> bool:
    return text.count("(") > text.count(")")


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


def _place(read: _Read, stop: int) -> int:
    """Where in the markup the marks of a stop stand: outside any number."""
    letters = read.text.rstrip()
    if not letters:
        return len(read.html)
    place = read.starts[stop] if stop < len(letters) else read.ends[len(letters) - 1]
    if read.html.rfind("<data", 0, place) > read.html.rfind("</data>", 0, place):
        place = read.html.index("</data>", place)
    if stop < len(letters) and not read.html.startswith("</data>", place):
        return place
    passed = INLINE_ENDS.match(read.html, place)
    return passed.end() if passed else place
