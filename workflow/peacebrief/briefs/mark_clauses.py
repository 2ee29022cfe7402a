"""The marks of a sentence, gathered where it ends: behind its last word, before the stop."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from peacebrief.briefs.ref_marks import MARK, ref

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
