"""One document cited: a record, not an address; and reading the records of all documents cited."""

from __future__ import annotations

import logging
import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BeforeValidator, Field, StringConstraints

from peacebrief.inputs.cells.cell import filled_text, web_address
from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.cells.row import Date, Fault, FilledText, PartialDate, Row
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.reading.text_file import read_text
from peacebrief.inputs.reading.typed_row import validated

if TYPE_CHECKING:
    from bibtexparser.model import Block

# The project's own declared assumptions are cited by this key and have no record.
DECLARED = "declared"
KEYWORDS = frozenset({"recalled", "weak-host", "mirror"})
ENTRY_TYPES = frozenset({"article", "book", "misc", "online", "techreport"})

Key = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]
Year = Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^(\d{4}|n\.d\.)$")]
Address = Annotated[str, BeforeValidator(web_address)]

RECORD = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(][ \t]*([^,\s{}]*)", re.MULTILINE)
# The parser takes a kind for one only right behind its sign.
AT_A_DISTANCE = re.compile(r"^([ \t]*@)[ \t]+(?=\w+[ \t]*[{(])", re.MULTILINE)
# What may not stand bare inside a value that begins and ends so.
CLOSING = {"{}": {"{", "}"}, '""': {"{", "}", '"'}}
WORD = re.compile(r"[^\s{}\"#,=]+")
NOT_RECORDS = {"comment", "preamble", "string"}
ABBREVIATION = re.compile(r"^[ \t]*@[ \t]*string[ \t]*[{(][ \t]*([\w:-]+)", re.MULTILINE | re.IGNORECASE)
IN_BRACES, IN_MARKS = re.compile(r"\{[^{}]*\}"), re.compile(r'"[^"]*"')
FIELD = re.compile(r"([\w().+-]+)\s*=")


class Source(Row):
    """A record is one document cited, in BibTeX.

    It describes the original document, even where only a copy was read.
    """

    KEY: ClassVar[tuple[str, ...]] = ("key",)

    key: Key
    """Name of the record that tables cite: small letters and digits, beginning with a letter."""
    entrytype: FilledText
    """Kind of document, behind the @ of the record: article, book, misc, online or techreport."""
    author: FilledText
    """Who wrote it; an institution stands in braces."""
    title: FilledText
    """Title of the document; in square brackets where its own title was not recorded."""
    year: Year
    """Year of four digits, or n.d. where it is not known."""
    date: PartialDate | None = None
    """When it was published: a year, month or day of the same year; may be left out."""
    institution: FilledText | None = None
    """Institution that a report comes from; may be left out."""
    organization: FilledText | None = None
    """Organisation that put it on the web; may be left out."""
    publisher: FilledText | None = None
    """Publisher of a book; may be left out."""
    journal: FilledText | None = None
    """Journal that an article stands in; may be left out."""
    volume: FilledText | None = None
    """Volume of the journal or series; may be left out."""
    number: FilledText | None = None
    """Number of the issue, report or document; may be left out."""
    pages: FilledText | None = None
    """Pages in the journal or book; may be left out."""
    edition: FilledText | None = None
    """Edition of a book; may be left out."""
    doi: Annotated[str, BeforeValidator(filled_text), StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    """Digital object identifier, beginning with 10.; may be left out."""
    url: Address | None = None
    """Address on the web as read, with https:// or http://; may be left out."""
    archived: Address | None = None
    """Address of an archived copy; may be left out."""
    urldate: Date | None = None
    """Day on which it was read; may be left out only with the keyword recalled."""
    keywords: FilledText | None = Field(default=None)
    """How far to trust what was read, separated by commas: mirror (a faithful copy), weak-host (an aggregator or
    unknown site), recalled (not read for this edition); may be left out."""
    note: FilledText | None = None
    """What a reader should know, such as through which mirror it was read; may be left out."""

    def marks(self) -> tuple[str, ...]:
        """The keywords, one by one."""
        return tuple(word.strip() for word in re.split("[,;]", self.keywords or "") if word.strip())

    def faults(self) -> Iterator[Fault]:
        """An unknown kind or keyword, dates that disagree, a page without the day it was read."""
        if self.entrytype not in ENTRY_TYPES:
            yield Fault(
                "entry type", f"{shown(self.entrytype)} is not used here; {did_you_mean(self.entrytype, ENTRY_TYPES)}"
            )
        for word in self.marks():
            if word not in KEYWORDS:
                yield Fault("keywords", f"{shown(word)} is not a known keyword; {did_you_mean(word, KEYWORDS)}")
        if self.date is not None and self.date[:4] != self.year:
            yield Fault("year", f"{shown(self.year)} is not the year of the date {self.date}; correct one of them.")
        if self.urldate is None and "recalled" not in self.marks():
            yield Fault("urldate", "the date is missing; write the day it was read, or the keyword recalled.")


def read_sources(path: Path, *, file: str) -> Table[Source]:
    """The records of a BibTeX file, one row each; the row number is the line on which the record starts."""
    text, problems = read_text(path, file=file)
    if text is None:
        return Table(file, problems=tuple(problems))
    text = re.sub("\r\n?", "\n", text)
    starts = [match for match in RECORD.finditer(text) if match[1].lower() not in NOT_RECORDS]
    if not starts:
        problems.append(Problem(file=file, message="it holds no record; restore it from an earlier version."))
    rows, numbers = [], []
    entries, wrong = _entries(text)
    if wrong:
        return Table(file, problems=(Problem(file=file, message=wrong),))
    found = {entry["ID"]: entry for entry in entries}
    problems += _dropped(text, starts, [entry["ID"] for entry in entries], file)
    for match in starts:
        key, line = match[2], text.count("\n", 0, match.start(1)) + 1
        entry = found.get(key)
        if entry is None:
            message = f"the record on line {line} cannot be read; check its braces and commas."
            problems.append(Problem(file=file, label=key, message=message))
            continue
        fields = {name: _plain(value) for name, value in entry.items() if name not in {"ID", "ENTRYTYPE"}}
        # A field of such a name would take the place of what stands before the first comma.
        fields = {f"field {name}" if name in {"key", "entrytype"} else name: value for name, value in fields.items()}
        cells = {"key": key, "entrytype": entry["ENTRYTYPE"], **fields}
        row, faults = validated(Source, cells, file=file, label=key)
        problems += faults
        if row is not None:
            rows.append(row)
            numbers.append(line)
    counts = Counter(match[2] for match in starts)
    problems += [
        Problem(file=file, label=key, message="two records have this key; give one of them another.")
        for key, count in counts.items()
        if count > 1
    ]
    keys = tuple({"key": key} for key in {**counts, **found})
    return Table(file, tuple(rows), tuple(numbers), keys, bool(counts), tuple(problems))


def _entries(text: str) -> tuple[list[dict[str, str]], str]:
    """The records that could be read, and what is wrong with all of them."""
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    known = {month[:3].lower(): month for month in month_name[1:]}
    try:
        blocks = parse_string(AT_A_DISTANCE.sub(r"\1", text), parse_stack=[]).blocks
        # What is there twice is read all the same, and told by its name.
        read = [_read(getattr(block, "ignore_error_block", None) or block, known) for block in blocks]
    except LookupError as error:
        return [], f"{shown(error.args[0])} stands for a value without braces or quotation marks; put it in braces."
    except Exception:  # noqa: BLE001 - the parser raises whatever it stumbles on; the records it did not give are named one by one
        return [], ""
    return [entry for entry in read if entry], ""


def _read(block: Block, known: dict[str, str]) -> dict[str, str]:
    """A record, if it is one whose values can be read; an abbreviation is added to those `known`."""
    from bibtexparser.model import Entry, String

    try:
        if isinstance(block, Entry):
            fields = {field.key.lower(): _value(field.value, known) for field in block.fields}
            return {**fields, "ID": block.key, "ENTRYTYPE": block.entry_type}
        if isinstance(block, String):
            known[block.key.lower()] = _value(block.value, known)
    except ValueError:
        pass
    return {}


def _value(written: str, known: Mapping[str, str]) -> str:
    """What a value says: its parts, which # joins, without their braces or quotation marks."""
    parts, depth, quoted = [""], 0, False
    for letter in written:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        quoted ^= letter == '"' and depth == 0
        if letter == "#" and depth == 0 and not quoted:
            parts.append("")
        else:
            parts[-1] += letter
    return "".join(_part(part.strip(), known) for part in parts)


def _part(written: str, known: Mapping[str, str]) -> str:
    """Raises LookupError for an abbreviation of nothing, ValueError for what is no part of a value."""
    ends, inner = written[:1] + written[1:][-1:], written[1:-1]
    if ends in CLOSING:
        if CLOSING[ends] & set(_outside_braces(inner)):
            raise ValueError(written)
        return inner
    if not WORD.fullmatch(written):
        raise ValueError(written)
    if not written.isdigit() and written.lower() not in known:
        raise LookupError(written)
    return written if written.isdigit() else known[written.lower()]


def _dropped(text: str, starts: list[re.Match[str]], found: list[str], file: str) -> Iterator[Problem]:
    """What the parser would leave out without a word: of what is there twice it takes one."""
    for key in Counter(found) - Counter(match[2] for match in starts):
        message = "the record starts in the middle of a line; give it a line of its own."
        yield Problem(file=file, label=key, message=message)
    ends = [*(match.start() for match in starts[1:]), len(text)]
    for match, end in zip(starts, ends, strict=False):
        if match[2] in found:
            yield from _twice(_fields(text[match.end() : end]), "field", match[2], file)
    yield from _twice(ABBREVIATION.findall(text), "abbreviation", "", file)


def _twice(names: list[str], kind: str, key: str, file: str) -> Iterator[Problem]:
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield Problem(file=file, label=key, message=f"the {kind} {shown(name)} is there twice; keep one.")


def _fields(record: str) -> list[str]:
    """The names of the fields of a record that the parser could read, each as often as it is written."""
    return FIELD.findall(IN_MARKS.sub("", _outside_braces(record)).partition("}")[0])


def _outside_braces(text: str) -> str:
    while IN_BRACES.search(text):
        text = IN_BRACES.sub("", text)
    return text


def _plain(value: str) -> str:
    """A value on one line. Braces stay: they keep the name of an institution whole."""
    return " ".join(value.split())
