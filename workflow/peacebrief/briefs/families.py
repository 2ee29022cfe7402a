"""The facts of a case in families, so that the annex states each method once and lists what it gave."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from peacebrief.facts.fact import Fact

# Longer lists of rows of one table, or of facts of one kind, are counted; the facts file names each.
ROWS_NAMED = 4
ASSUMPTIONS_NAMED = 30
COUNTED = {"assumption": "assumptions", "fact": "facts of", "table": "rows of"}
TITLES = {
    "assumptions": "Numbers chosen",
    "claims": "Claims judged",
    "evidence": "Evidence counted",
    "sizing.agreement": "Sizing: agreement of the methods",
    "sizing.army_share": "Sizing: shares of armies",
    "sizing.baseline": "Sizing: strength against length and population",
    "sizing.capability": "Sizing: capability packages",
    "sizing.comparator": "Sizing: forces to compare with",
    "sizing.confidence": "Sizing: confidence",
    "sizing.density": "Sizing: densities",
    "sizing.force": "Sizing: force by role",
    "sizing.force_evenly": "Sizing: force with even weights",
    "sizing.held_out": "Sizing: missions set aside",
    "sizing.method": "Sizing: force by method",
    "sizing.pool_by_rule": "Sizing: pools by published rule",
    "sizing.regression": "Sizing: regression on past missions",
    "sizing.sensitivity": "Sizing: what drives the result",
    "sizing.validation": "Sizing: leave-one-out",
}


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that one method gave."""

    title: str
    method: str
    facts: tuple[Fact, ...]

    def rows(self, roles: Collection[str]) -> Iterator[tuple[Fact, list[str] | None]]:
        """Each fact with what it rests on; None where that is the same as for the fact above, but for the role."""
        above: set[str] = set()
        for fact in self.facts:
            pattern = {_without_role(origin, roles) for origin in fact.because}
            yield fact, None if pattern == above else rests_on(fact)
            above = pattern


def families(facts: Iterable[Fact]) -> list[Family]:
    """Facts by title, then by method, then by id."""
    ordered = sorted(facts, key=lambda fact: (title(fact.id), fact.method, fact.id))
    groups = groupby(ordered, key=lambda fact: (title(fact.id), fact.method))
    return [Family(heading, method, tuple(members)) for (heading, method), members in groups]


def title(fact_id: str) -> str:
    """The heading that a fact stands under."""
    first, second = [*fact_id.split("."), ""][:2]
    return TITLES.get(f"{first}.{second}") or TITLES.get(first) or f"{first.capitalize()}: other results"


def rests_on(fact: Fact) -> list[str]:
    """What a fact came from; many rows of one table, and many facts of one kind, as their number."""
    named: list[str] = []
    for (kind, group), members in groupby(sorted(fact.because, key=_group), key=_group):
        origins = list(members)
        many = len(origins) > (ASSUMPTIONS_NAMED if kind == "assumption" else ROWS_NAMED)
        counted = f"{len(origins)} {COUNTED[kind]} {group}".strip()
        named += [counted] if many else origins
    return named


def _without_role(origin: str, roles: Collection[str]) -> str:
    kind, _, name = origin.partition(":")
    parts = re.split(r"([./#_])", name)
    return f"{kind}:{''.join('role' if part in roles else part for part in parts)}"


def _group(origin: str) -> tuple[str, str]:
    kind, _, name = origin.partition(":")
    if kind == "assumption":
        return kind, ""
    return kind, name.partition("#")[0] if kind == "table" else ".".join(name.split(".")[:2])
