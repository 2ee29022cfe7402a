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
    "logistics.anchor": "Logistics: consumption of past forces",
    "logistics.binding": "Logistics: what sets the limit",
    "logistics.binding_frequency": "Logistics: what sets the limit",
    "logistics.capacity": "Logistics: capacity of the crossings",
    "logistics.cost_part": "Logistics: cost of the options",
    "logistics.cost_per_year": "Logistics: cost of the options",
    "logistics.demand": "Logistics: consumption",
    "logistics.demand_independent": "Logistics: consumption",
    "logistics.deployment_days": "Logistics: deployment",
    "logistics.extra_cost": "Logistics: extra cost of losses",
    "logistics.fleet": "Logistics: lorries",
    "logistics.hypothesis": "Logistics: readings tested",
    "logistics.largest_force": "Logistics: largest force",
    "logistics.largest_force_drawn": "Logistics: largest force",
    "logistics.leg_km": "Logistics: the way of a tonne",
    "logistics.loc_test": "Logistics: the rate of arrival on past moves",
    "logistics.lorries": "Logistics: lorries a day",
    "logistics.network": "Logistics: the network",
    "logistics.probability_supplied": "Logistics: largest force",
    "logistics.remaining": "Logistics: what losses leave",
    "logistics.remaining_low": "Logistics: what losses leave",
    "logistics.stock": "Logistics: stocks",
    "logistics.stock_held": "Logistics: stocks",
    "logistics.stockout_days": "Logistics: how long stocks last",
    "logistics.stockout_days_low": "Logistics: how long stocks last",
    "logistics.tonnes": "Logistics: tonnes a day",
    "logistics.trains": "Logistics: trains a day",
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

    def rows(self, roles: Collection[str], others: Collection[str] = ()) -> Iterator[tuple[Fact, list[str] | None]]:
        """Each fact with what it rests on; None where that is the same as for the fact above, but for what it is about.

        What a fact is about are `roles`, and in the names of facts and rows `others` too: postures, sizes, losses.
        """
        above: set[str] = set()
        for fact in self.facts:
            pattern = {_without_subject(origin, roles, others) for origin in fact.because}
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


def _without_subject(origin: str, roles: Collection[str], others: Collection[str]) -> str:
    kind, _, name = origin.partition(":")
    about = roles if kind == "assumption" else {*roles, *others}
    whole = re.split(r"([./#])", name)
    split = [part for one in whole for part in ([one] if one in about else re.split(r"(_)", one))]
    return f"{kind}:{''.join('this' if part in about else part for part in split)}"


def _group(origin: str) -> tuple[str, str]:
    kind, _, name = origin.partition(":")
    if kind == "assumption":
        return kind, ""
    return kind, name.partition("#")[0] if kind == "table" else ".".join(name.split(".")[:2])
