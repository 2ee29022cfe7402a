"""How hard a text is to read: the Flesch-Kincaid grade and the longest sentence of the prose of a page.

Prose is the sentences of its paragraphs and list items, without tables, figures and references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

# An e that is written and not spoken: before a common ending, at the end, and in most plurals and past tenses.
SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=ly$|ments?$|ful$)|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])e(?=d$)"
    r"|(?<=[^aeiouyscxzg])e(?=s$)"
)
VOWELS = re.compile(r"[aeiouy]+")
SPOKEN_APART = re.compile(r"(?<![tscg])i[aou]")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The measures of a text: `grade` is that of a school year, `longest` the longest sentence."""

    sentences: int
    words: int
    grade: float
    longest: str

    @property
    def most_words(self) -> int:
        """How many words the longest sentence has."""
        return len(words(self.longest))


def reading(sentences: Sequence[str]) -> Reading:
    """The measures of the sentences, by the formula of Kincaid and others (1975); a text without words has grade 0."""
    spoken = [word for sentence in sentences for word in words(sentence)]
    if not spoken:
        return Reading(sentences=0, words=0, grade=0.0, longest="")
    per_word = sum(syllables(word) for word in spoken) / len(spoken)
    return Reading(
        sentences=len(sentences),
        words=len(spoken),
        grade=round(0.39 * len(spoken) / len(sentences) + 11.8 * per_word - 15.59, 1),
        longest=max(sentences, key=lambda sentence: len(words(sentence))),
    )


def syllables(word: str) -> int:
    """Syllables of an English word, hyphenated ones by their parts; a number in figures counts as one."""
    parts = [part for part in re.split(r"[^a-z’']+", word.lower()) if part]
    return max(1, sum(_syllables(re.sub(r"[^a-z]", "", part)) for part in parts))


def _syllables(part: str) -> int:
    heard = SILENT.sub("", part)
    return max(1, len(VOWELS.findall(heard)) + len(SPOKEN_APART.findall(heard)))
