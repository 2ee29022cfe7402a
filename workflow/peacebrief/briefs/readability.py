"""How hard a text is to read: the Flesch-Kincaid grade and the longest sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peacebrief.briefs.prose import words

# An e that is written and not spoken: before a common ending, at the end, and in most plurals and past tenses.
SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=ly$|ments?$|ful$)|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])e(?=d$)"
    r"|(?<=[^aeiouyscxzg])e(?=s$)"
)
VOWELS = re.compile(r"[aeiouy]+")
SPOKEN_APART = re.compile(r"(?<![tscg])i[aou]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The measures of a text: `grade` is that of an American school year, `longest` the longest sentence."""

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
