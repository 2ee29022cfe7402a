"""The register of facts of the web annex: which row tells which sources, so that each stands there once if it can."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from peacebrief.briefs.families import Family
from peacebrief.briefs.trails import Trails
from peacebrief.facts.fact import Fact

# So many rows fit on a screen above the one that a reader was led to.
IN_SIGHT = 8
SAME, LIKE_INPUTS = "as above", "those of its inputs"
Told = tuple[Fact, list[str] | None, str]


def told_rows(family: Family, *, trails: Trails, printed: Collection[str]) -> Iterator[Told]:
    """Each fact of a family, what it rests on (None: as the row above), and the sources under it, linked.

    Facts with the same sources follow each other; the first of them tells the sources, and again one in each screenful,
    the others say "as above". Where no brief prints any of them, the inputs tell the sources.
    """
    alike: dict[str, list[Fact]] = {}
    for fact in family.facts:
        alike.setdefault(trails.links([fact.id]), []).append(fact)
    told: dict[str, str] = {}
    for sources, facts in alike.items():
        shown = sources if any(fact.id in printed for fact in facts) else LIKE_INPUTS
        told |= {fact.id: SAME if place % IN_SIGHT else shown for place, fact in enumerate(facts)}
    ordered = replace(family, facts=tuple(fact for facts in alike.values() for fact in facts))
    for fact, origins in ordered.rows():
        yield fact, origins, told[fact.id]
