"""Whether tables name what `vocabulary.yaml` lists, and whether what it names itself is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.source import DECLARED
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.reading.vocabulary import Vocabulary


def vocabulary_problems(tables: Tables, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Entries that a list of the vocabulary has not got, and what an article says where there is none."""
    yield from _unlisted(tables.risks, "challenge", "challenges", vocabulary.challenges)
    yield from _unlisted(tables.enablers, "item", "items", vocabulary.items)
    yield from _unlisted(tables.claims, "group", "claim_groups", vocabulary.claim_groups)
    yield from _unlisted(tables.correlations, "factor", "factors", vocabulary.factors)
    yield from _unlisted(tables.attitude, "factor", "factors", vocabulary.factors)
    yield from _article_problems(tables, there_is_one=vocabulary.article is not None)


def _unlisted(table: Table[Any], column: str, entry: str, listed: Mapping[str, str]) -> Iterator[Problem]:
    for index, row in table.located():
        name = getattr(row, column)
        if name not in listed:
            message = f"{shown(name)} is not one of the {entry} of vocabulary.yaml; {did_you_mean(name, listed)}"
            yield table.at(index, column, message)


def _article_problems(tables: Tables, *, there_is_one: bool) -> Iterator[Problem]:
    for index, option in tables.options.located():
        if there_is_one and not option.article_says:
            yield tables.options.at(
                index, "article_says", "the cell is empty; say what the case's article makes of it."
            )
        elif option.article_says and not there_is_one:
            message = "vocabulary.yaml names no article; clear the cell, or name one there."
            yield tables.options.at(index, "article_says", message)
    for index, corridor in tables.corridors.located():
        if corridor.in_article and not there_is_one:
            message = "1 is given although vocabulary.yaml names no article; write 0, or name one there."
            yield tables.corridors.at(index, "in_article", message)


def patron_problems(tables: Tables, vocabulary: Vocabulary, levels: Collection[str], *, file: str) -> Iterator[Problem]:
    """Levels of support, and enablers that are lent, where nobody is named who gives it."""
    if vocabulary.patron is not None:
        return
    if len(levels) > 1:
        message = (
            f"case.yaml has {len(levels)} levels of support and nobody gives it; name a patron, or keep one level."
        )
        yield Problem(file=file, column="patron", message=message)
    for index, enabler in tables.enablers.located():
        for column in ("lent_at", "patron_quantity"):
            if getattr(enabler, column):
                message = "vocabulary.yaml names no patron; clear the cell, or name one there."
                yield tables.enablers.at(index, column, message)


def named_problems(tables: Tables, vocabulary: Vocabulary, *, file: str) -> Iterator[Problem]:
    """Sources that a remark cites and that have no record, and a compared army that is not counted."""
    known = tables.sources.values("key") | {DECLARED}
    for place, key in vocabulary.cited() if tables.sources.complete else ():
        if key not in known:
            message = f"{shown(key)} is not a record of sources.bib; {did_you_mean(key, known)}"
            yield Problem(file=file, column=f"remarks.{place}", value=key, message=message)
    army = vocabulary.compared_army
    counted = tables.comparators.values("id")
    if army is not None and tables.comparators.complete and army.comparator not in counted:
        message = f"{shown(army.comparator)} is not in comparators.csv; {did_you_mean(army.comparator, counted)}"
        yield Problem(file=file, column="compared_army.comparator", value=army.comparator, message=message)
    states = tables.contributors.values("id")
    if army is not None and tables.contributors.complete and army.contributor not in states:
        message = f"{shown(army.contributor)} is not in contributors.csv; {did_you_mean(army.contributor, states)}"
        yield Problem(file=file, column="compared_army.contributor", value=army.contributor, message=message)
