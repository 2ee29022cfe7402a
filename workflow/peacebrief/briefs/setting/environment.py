"""The template environment: everything is escaped, nothing is silently empty, numbers come from facts.

Each heading of a page gets an id, and the table of contents is made from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from peacebrief.briefs.setting.ref_mark import ref_of, refs_of, without_refs
from peacebrief.facts.rounding import percent, plain
from peacebrief.facts.rounding import quantity as as_quantity
from peacebrief.reasoning.language import day_in_words

SCHEMES = frozenset({"https", "http", "mailto"})
# Controls and direction overrides can hide or reorder what a reader sees.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ue000-\uf8ff]"
)

# How the style of the list introduces an address, and the day on which it was read.
ACCESSED = re.compile(r"Available at: | \(Accessed: [^)]*\)")
ADDRESS = re.compile(r'(<a class="address" href="[^"]*">)https?://(?:www\.)?([^/<]+)[^<]*</a>')

HEADING = re.compile(r"<h2(?P<given>[^>]*)>(?P<words>.*?)</h2>", re.DOTALL)
GIVEN_ID = re.compile(r'\bid="([^"]+)"')
TAGS = re.compile(r"<[^>]*>")


@cache
def template_environment(templates: Path) -> Environment:
    """The environment for the templates under `templates`; one for both media, since it keeps what it has compiled."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters = (cell, headings, hosts_only, day_in_words, slug, with_anchors)
    environment.filters |= {function.__name__: function for function in filters}
    environment.filters |= {"ref": ref_of, "without_refs": without_refs, "refs_of": refs_of}
    environment.globals |= {"percent": percent, "row_anchor": row_anchor}
    return environment


def printable(value: Any) -> Any:
    """What a template expression may print: text. Raises ValueError for a bare number or for nothing."""
    if value is None:
        raise ValueError("a template prints an empty value")
    if _is_number(value):
        raise ValueError(f"a template prints the bare number {value}; numbers are printed from facts, by the macro num")
    if isinstance(value, Markup):
        return value
    if isinstance(value, str | Undefined):  # what is undefined says itself what it is
        return UNSAFE.sub("", str(value))
    raise ValueError(f"a template prints a {type(value).__name__}, which is no text")


def cell(value: Any, *, quantity: bool = False) -> str | Markup:
    """A table cell: text and markup as they are, an empty value as a dash. Raises ValueError for truth.

    A number is written plainly (a year, a label) unless the column holds a `quantity`: then with thousands separators,
    and at three significant digits where it is not whole.
    """
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        raise ValueError("a cell holds truth, which is no text")  # noqa: TRY004 - like all that a page cannot print
    if _is_number(value):
        return as_quantity(value) if quantity else plain(value)
    return value if isinstance(value, Markup) else str(value)


def safe_url(url: str) -> str:
    """`url` where a reader may be sent there. Raises ValueError for any scheme but http, https and mailto."""
    if urlsplit(url).scheme.lower() not in SCHEMES or UNSAFE.search(url) or re.search(r"\s", url):
        raise ValueError(f"{url!r} is not a web or mail address")
    return url


def row_anchor(origin: str) -> str:
    """The id of a table row, from its name in a fact's `because`: "table:missions.csv#M1" is "row-missions-M1"."""
    table, _, row = origin.removeprefix("table:").partition("#")
    return re.sub(r"\s+", "_", f"row-{table.rpartition('/')[2].removesuffix('.csv')}-{row}")


def hosts_only(entry: Markup) -> Markup:
    """A source with its address cut down to the host, without the day it was read; the link leads where it led."""
    shown = ACCESSED.sub("", ADDRESS.sub(r"\1\2</a>", str(entry)))
    return Markup(shown)  # noqa: S704 - what is cut was escaped and so is the rest


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the table of contents: where it leads, and what the heading says."""

    anchor: str
    words: Markup


def with_anchors(page: Markup) -> Markup:
    """The page with an id on every h2 that has none, made from its words; a second of the same words is numbered."""
    taken = set(GIVEN_ID.findall(page))

    def anchored(found: re.Match[str]) -> str:
        if GIVEN_ID.search(found["given"]):
            return found[0]
        anchor = _free(f"section-{slug(unescape(TAGS.sub('', found['words'])))}", taken)
        taken.add(anchor)
        return f'<h2 id="{anchor}"{found["given"]}>{found["words"]}</h2>'

    return Markup(HEADING.sub(anchored, page))  # noqa: S704 - markup stays what it was


def headings(page: Markup) -> Iterator[Heading]:
    """The h2 headings of a page `with_anchors`, in order; marks and links inside a heading are left out."""
    for found in HEADING.finditer(page):
        given = GIVEN_ID.search(found["given"])
        if given:
            words = Markup(TAGS.sub("", found["words"]))  # noqa: S704 - escaped words without their tags
            yield Heading(anchor=given[1], words=words)


def slug(text: str) -> str:
    """`text` as part of an id or a class: lower-case letters, digits, dots and hyphens."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-")


def _free(anchor: str, taken: set[str]) -> str:
    number, name = 1, anchor
    while name in taken:
        number, name = number + 1, f"{anchor}-{number + 1}"
    return name
