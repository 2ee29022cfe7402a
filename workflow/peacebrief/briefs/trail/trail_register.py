"""The register of facts of the web annex: what each row rests on, and which sources it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from peacebrief.briefs.trail.families import Family, Origin, rests_on, subjectless
from peacebrief.briefs.trail.trails import Trails
from peacebrief.facts.fact import Fact
from peacebrief.telling.saying.said import phrase

# So many rows fit on a screen above the one that a reader was led to.
IN_SIGHT = 8
SAME = phrase("registers.same_sources")


class Told(NamedTuple):
    """What a row tells. `origins` None: those of the row above, for this row; `sources` None: the inputs tell them."""

    fact: Fact
    origins: list[Origin] | None
    sources: str | None


def told_rows(family: Family, *, trails: Trails, elsewhere: Collection[str], here: Collection[str]) -> Iterator[Told]:
    """Each fact of a family; facts with the same sources follow each other, those that a page prints first.

    `elsewhere` are the facts that other pages print: a reader is led to their rows, so that these tell everything. The
    row of a fact that only this page prints (`here`) tells what it rests on, and its sources once in each screenful;
    any other leaves the sources to its inputs and may rest on the same as the row above, but for its subject.
    """
    alike: dict[str, list[Fact]] = {}
    for fact in family.facts:
        alike.setdefault(trails.links([fact.id]), []).append(fact)
    above: set[str] = set()
    for sources, facts in alike.items():
        unseen = IN_SIGHT
        for fact in sorted(facts, key=lambda one: one.id not in elsewhere and one.id not in here):
            pattern = subjectless(fact, trails.facts)
            led_to = fact.id in elsewhere or fact.id in here
            repeated = fact.id in elsewhere or unseen == IN_SIGHT
            yield Told(
                fact,
                None if pattern == above and not led_to else rests_on(fact.because),
                _sources(sources, trails.say(SAME), led_to=led_to, repeated=repeated),
            )
            above, unseen = pattern, 1 if repeated else unseen + 1


def _sources(sources: str, same: str, *, led_to: bool, repeated: bool) -> str | None:
    """What a row tells of its sources; judgement of our own takes no room."""
    if led_to:
        return sources if repeated else same
    return None if "<a " in sources else sources
