"""The trails of the numbers on one page, as data that its script shows.

The panel of a number says beside its method what is shown, what a word stands for, and how a fact is known.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup

from peacebrief.briefs.citing.citations import SourceEntry
from peacebrief.briefs.setting.environment import UNSAFE
from peacebrief.briefs.spelling.input_words import rows_of
from peacebrief.briefs.spelling.quantities import beside, in_words, is_difference, unit_words, without_unit
from peacebrief.briefs.trail.families import title
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import Fact
from peacebrief.facts.likelihood import YARDSTICK, likelihood
from peacebrief.telling.saying.number_forms import machine_value
from peacebrief.telling.saying.said import NOTHING, Said, Sentences, phrase

# More rows of one table, and more facts of one kind, are counted: a reader finds each in the annex.
ROWS_NAMED = 6
ASSUMPTIONS_NAMED = 30
ANNEX = "annex.html"
TAG = re.compile(r"<[^>]*>")

# Ranges that are no draws; their methods say what they are.
OF_METHODS = ("sizing.force.", "sizing.range_of_methods.", "sizing.pool", "sizing.cycled.", "sizing.density.")
NOT_DRAWN = ("feasibility.weight.", "generation.net_support.")
PUBLISHED = ("assumptions.", "sizing.comparator.")
OWN_SETTING = "table:case.yaml#"
# How a method begins that is none of calculation, and the phrase for how its number is known.
OPENINGS = {"Judged": "judged", "Chosen": "chosen", "An opinion": "opinion"}


def trail_data(printed: Iterable[str], *, trails: Trails, citations: Mapping[str, SourceEntry]) -> Markup:
    """The trails of the facts `printed`, as JSON that may stand in a page: no character of it begins a tag.

    Equal facts give equal text, whatever their order.
    """
    record = _record(sorted(set(printed)), trails, citations)
    text = UNSAFE.sub("", json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - no sign of markup is left


def _record(printed: list[str], trails: Trails, citations: Mapping[str, SourceEntry]) -> dict[str, Any]:
    inputs: dict[str, dict[str, Any]] = {}
    facts = {}
    for name in printed:
        told = dict(_inputs(trails.facts[name].because, trails))
        inputs |= told
        facts[name] = _fact(trails.facts[name], trails) | {"inputs": list(told)}
    cited = {key for told in [*facts.values(), *inputs.values()] for key in told["sources"]}
    sources = {str(number): _source(citations[key]) for key, number in trails.places.items() if str(number) in cited}
    return {"facts": facts, "inputs": dict(sorted(inputs.items())), "sources": sources}


def _fact(fact: Fact, trails: Trails) -> dict[str, Any]:
    return {
        "label": fact.called,
        "value": without_unit(fact, trails.say),
        "number": machine_value(fact),
        "unit": unit_words("points" if is_difference(fact) else fact.unit, trails.say),
        "shown": in_words(fact, trails.say),
        "word": trails.say(word_of(fact)),
        "method": fact.method,
        "note": trails.say(note_of(fact)),
        "mark": trails.marks.get(fact.id, ""),
        "annex": f"{ANNEX}#fact-{fact.id}",
        "sources": _ordered(trails.sources_of([fact.id]), trails),
    }


def _inputs(because: Iterable[str], trails: Trails) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a fact rests on directly; many rows of one table as one entry, named after the rows it counts."""
    for group, members in groupby(sorted(because, key=_group), key=_group):
        origins = sorted(members)
        if len(origins) > (ASSUMPTIONS_NAMED if group[0] == "assumption" else ROWS_NAMED):
            yield f"{origins[0]} to {origins[-1]}, {len(origins)}", _counted(group, origins, trails)
        else:
            yield from ((origin, _input(origin, trails)) for origin in origins)


def _group(origin: str) -> tuple[str, str]:
    kind, _, name = origin.partition(":")
    if kind == "table":
        return kind, name.partition("#")[0].removesuffix(".csv")
    if kind == "fact":
        first, second = [*name.split("."), ""][:2]
        return kind, first if first == "claims" else f"{first}.{second}"
    return kind, f"{kind}s"


def _input(origin: str, trails: Trails) -> dict[str, Any]:
    kind, _, name = origin.partition(":")
    if kind == "fact":
        fact = trails.facts[name]
        told = _told(fact.called, in_words(fact, trails.say), basis_of(fact, trails), f"{ANNEX}#fact-{name}")
        return told | {"sources": []}  # its own row in the annex names them
    row = trails.inputs[origin]
    told = _told(row.label, row.quantity, row.basis, f"{ANNEX}#{row.anchor}" if row.anchor else "")
    return told | {"sources": _ordered(row.sources, trails)}


def _counted(group: tuple[str, str], origins: list[str], trails: Trails) -> dict[str, Any]:
    """What many rows of one table, or many facts of one kind, are told by: how many, and what they are."""
    kind, name = group
    count = str(len(origins))
    label = phrase("trails.rows", count=count, rows=rows_of(name))
    if kind == "fact":
        label = phrase(
            "trails.results", count=count, title=phrase(f"fact_titles.{title(origins[0].partition(':')[2])}")
        )
    found = [_input(origin, trails) for origin in origins]
    bases = ", ".join(sorted({one["basis"] for one in found}))
    told = _told(trails.say(label), "", bases, found[0]["href"])
    cited = {number for one in found for number in one["sources"]}
    return told | {"sources": sorted(cited, key=int)}


def _told(label: str, span: str, basis: str, href: str) -> dict[str, Any]:
    return {"label": label, "range": span, "basis": basis, "href": href}


def _source(entry: SourceEntry) -> dict[str, Any]:
    return {
        "short": _plain(entry.short),
        "full": _plain(entry.full),
        "url": entry.url if entry.url.startswith(("https://", "http://")) else "",
        "marks": [words for _, words in entry.marks],
    }


def _plain(markup: Markup) -> str:
    """The text of markup, with entities resolved."""
    return " ".join(Markup(TAG.sub("", markup)).unescape().split())  # noqa: S704 - unescaped at once, never printed


def _ordered(keys: Iterable[str], trails: Trails) -> list[str]:
    """Sources by their numbers in the list of the annex, which also name them in the data of a page."""
    return [str(number) for number in sorted(trails.places[key] for key in keys)]


def note_of(fact: Fact) -> Said:
    """What the number of a range is, and the result at the central value of every input where that is another."""
    if fact.kind != "quantiles" or fact.p50 is None or fact.p5 is None or fact.p95 is None:
        return NOTHING
    if fact.id.startswith(NOT_DRAWN):
        return NOTHING
    if fact.id.startswith(OF_METHODS):
        return phrase("trails.of_methods")
    middle, alike = beside(fact, fact.p50), beside(fact, fact.p5) == beside(fact, fact.p95)
    shown = phrase("trails.median" if alike else "trails.median_and_range")
    if fact.central is None or not math.isfinite(fact.central) or beside(fact, fact.central) == middle:
        return shown
    return Sentences([shown, phrase("trails.at_central", result=beside(fact, fact.central))])


def word_of(fact: Fact) -> Said:
    """The word of likelihood for a probability, with what it stands for; nothing for other facts."""
    chance = fact.kind == fact.unit == "probability" and not fact.label.lower().startswith("share ")
    if not chance or is_difference(fact) or _only_chosen(fact) or not isinstance(fact.value, float | int):
        return NOTHING
    word = likelihood(float(fact.value))
    published = next(band.published for band in YARDSTICK if band.word == word)
    return phrase("trails.likelihood", word=word, band=published)


def basis_of(fact: Fact, trails: Trails) -> str:
    """How a fact is known: as its one input is, or else judged, chosen, counted, worked out."""
    opening = next((basis for words, basis in OPENINGS.items() if fact.method.startswith(words)), "")
    taken_over = fact.id.startswith(PUBLISHED) or fact.method.startswith("Read from")
    if opening:
        told = phrase(f"trails.{opening}")
    elif _only_chosen(fact):
        told = phrase("trails.chosen")
    elif fact.id.startswith("evidence."):
        told = phrase("trails.counted")
    elif taken_over and len(fact.because) == 1 and fact.because[0] in trails.inputs:
        return trails.inputs[fact.because[0]].basis
    else:
        told = phrase("trails.worked_out")
    return trails.say(told)


def _only_chosen(fact: Fact) -> bool:
    return bool(fact.because) and all(origin.startswith(OWN_SETTING) for origin in fact.because)
