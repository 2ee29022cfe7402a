"""Chances and grades told in groups: one sentence for each word, with all that it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.said import Listed, Number, Phrase, Said, Sentences, phrase

# A fact, and what it is called in a sentence.
Named = tuple[str, Said]


def told(known: Known, lead: Said, items: Sequence[Named]) -> Sentences:
    """A sentence for each word of likelihood: "… is a remote chance for a (3%) and b (2%). It is likely for c"."""
    groups = _groups((spell(known.fact(fact), "likelihood"), (fact, name)) for fact, name in items)
    sentences = [_sentence(lead if place == 0 else "", group) for place, group in enumerate(groups)]
    return Sentences(sentences)


def _sentence(lead: Said, group: Sequence[Named]) -> Phrase:
    cases = [phrase("chances.case", name=name, chance=Number(fact, "percent")) for fact, name in group]
    word = Number(group[0][0], "likelihood")
    if lead:
        return phrase("chances.first", lead=lead, likelihood=word, cases=Listed(cases))
    return phrase("chances.further", likelihood=word, cases=Listed(cases))


def graded(known: Known, name: str, items: Sequence[Named]) -> Phrase:
    """Grades in one sentence: the phrase `name` with "_alike" where all are one grade, otherwise that with "_apart"."""
    groups = _groups((known.words(fact), (fact, called)) for fact, called in items)
    if len(groups) == 1:
        return phrase(f"{name}_alike", grade=Number(items[0][0], "words"))
    told = [
        phrase("chances.grade", grade=Number(group[0][0], "words"), names=Listed([called for _, called in group]))
        for group in groups
    ]
    return phrase(f"{name}_apart", grades=Listed(told, "clauses"))


def _groups(worded: Iterable[tuple[str, Named]]) -> list[list[Named]]:
    """What goes by the same word, in the order of the words."""
    found: dict[str, list[Named]] = {}
    for word, item in worded:
        found.setdefault(word, []).append(item)
    return list(found.values())
