"""The prose of a page: the sentences of its paragraphs and list items, without tables, figures and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

# What is looked up rather than read: tables, labels, credits, the list of sources, notes, contents.
REFERENCE = " or ".join(
    [
        *("self::table", "self::figure", "self::nav", "self::script", "@role='doc-endnotes'"),
        *(
            f"contains(concat(' ', @class, ' '), ' {name} ')"
            for name in ("scrolled", "key-numbers", "cover-facts", "sources", "yardstick", "cover-kind")
        ),
    ]
)
UNSPOKEN = frozenset({"label", "note-call"})
BLOCKS = frozenset({"p", "li", "ul", "ol", "dl", "div", "table", "figure"})
# A sentence ends where a capital follows its stop; a stop after one of these, or after an initial, ends nothing.
END = re.compile(r"(?<=[.?!])[”’)\]]*\s+(?=[“(\[]*[A-Z0-9])")
SHORTENED = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|No|Mr|Mrs|Ms|Dr|St)|\b[A-Z])\.$")


def sentences(page: etree._Element) -> list[str]:
    """Every sentence of the prose of `page`, in order."""
    blocks = page.xpath(f"//main//*[(self::p or self::li) and not(ancestor-or-self::*[{REFERENCE}])]")
    return [sentence for block in blocks for sentence in _split(" ".join("".join(_text(block)).split()))]


def words(sentence: str) -> list[str]:
    """The words of a sentence: what stands between spaces and has a letter or a digit."""
    return [word for word in sentence.split() if any(character.isalnum() for character in word)]


def _text(block: etree._Element) -> Iterator[str]:
    """The text of a block without labels, calls of notes and the blocks inside it, which speak for themselves."""
    yield block.text or ""
    for child in block:
        if isinstance(child.tag, str) and child.tag not in BLOCKS and child.get("class") not in UNSPOKEN:
            yield from _text(child)
        yield child.tail or ""


def _split(text: str) -> Iterator[str]:
    start = 0
    for end in END.finditer(text):
        if not SHORTENED.search(text[start : end.start()]):
            yield text[start : end.start()]
            start = end.end()
    if text[start:]:
        yield text[start:]
