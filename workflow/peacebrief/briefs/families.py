"""The facts of a case in families, so that the annex states each method once and lists what it gave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from peacebrief.briefs.family_titles import TITLES
from peacebrief.facts.fact import Fact

# Longer lists of rows of one table, or of facts of one kind, are counted; the facts file names each.
ROWS_NAMED = 12
ASSUMPTIONS_NAMED = 30
COUNTED = {"assumption": "assumptions", "fact": "facts of", "table": "rows of"}


class Counted(str):
    """How many origins there are of one kind, in words; `first` is the first of them, to which a link may lead."""

    __slots__ = ("first",)
    first: str

    def __new__(cls, words: str, *, first: str) -> Self:
        """The words, with the origin they may lead to."""
        told = super().__new__(cls, words)
        told.first = first
        return told


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that one method gave."""

    title: str
    method: str
    facts: tuple[Fact, ...]


def families(facts: Iterable[Fact]) -> list[Family]:
    """Facts by title, then by method, then by id."""
    ordered = sorted(facts, key=lambda fact: (title(fact.id), fact.method, fact.id))
    groups = groupby(ordered, key=lambda fact: (title(fact.id), fact.method))
    return [Family(heading, method, tuple(members)) for (heading, method), members in groups]


def title(fact_id: str) -> str:
    """The heading that a fact stands under."""
    first, second = [*fact_id.split("."), ""][:2]
    return TITLES.get(f"{first}.{second}") or TITLES.get(first) or f"{first.capitalize()}: other results"


def rests_on(because: Iterable[str], *, named_at_most: int = ROWS_NAMED) -> list[str]:
    """What facts came from; many rows of one table, and many facts of one kind, as their number."""
    named: list[str] = []
    for (kind, group), members in groupby(sorted(sorted(because), key=_group), key=_group):
        origins = list(members)
        many = len(origins) > (ASSUMPTIONS_NAMED if kind == "assumption" else named_at_most)
        counted = f"{len(origins)} {COUNTED[kind]} {group}".strip()
        named += [Counted(counted, first=origins[0])] if many else origins
    return named


def subjectless(fact: Fact) -> set[str]:
    """What a fact rests on, with `this` for each part of its own name: the same where only the subject differs."""
    subjects = "|".join(sorted(map(re.escape, fact.id.split(".")[1:]), key=len, reverse=True))
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{subjects})(?![A-Za-z0-9])") if subjects else None
    return {pattern.sub("this", origin) if pattern else origin for origin in fact.because}


def _group(origin: str) -> tuple[str, str]:
    kind, _, name = origin.partition(":")
    if kind == "assumption":
        return kind, ""
    return kind, name.partition("#")[0] if kind == "table" else _kind_of_fact(name)


def _kind_of_fact(name: str) -> str:
    """The first two parts of a name, or the first where the second is a row and not a kind."""
    first, second = [*name.split("."), ""][:2]
    return first if first in TITLES else f"{first}.{second}"
