"""The headings of a page: each gets an id, and the table of contents is made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

HEADING = re.compile(r"<h2(?P<given>[^>]*)>(?P<words>.*?)</h2>", re.DOTALL)
GIVEN_ID = re.compile(r'\bid="([^"]+)"')
TAGS = re.compile(r"<[^>]*>")


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
