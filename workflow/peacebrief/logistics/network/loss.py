"""The losses a supply network is tried against: countries, corridors and modes, one, two or three at once.

On its own can be lost a country's transit, the crossings of a corridor, or the crossings of a mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from peacebrief.logistics.network.links import Links, is_set
from peacebrief.logistics.network.supply_network import network_of
from peacebrief.reasoning.language import listed
from peacebrief.reasoning.record import Row

KINDS_TOGETHER = {"country": "countries", "corridor": "corridors", "mode": "modes"}

RAIL = "rail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something that closes a set of open links.

    `parts` are the ids of what is lost at once, sorted. `kind` is `country`, `corridor` or `mode`; for several at once
    `countries`, `corridors`, `modes`, or `mixed` where they differ. `label` is ready for print.
    """

    id: str
    label: str
    kind: str
    links: frozenset[str]
    parts: tuple[str, ...]


NOTHING = Loss(id="none", label="nothing lost", kind="none", links=frozenset(), parts=())


def losses_of(record: Mapping[str, Any]) -> tuple[Loss, ...]:
    """Every loss of one and of two countries, corridors or modes, and of three countries of the case's article.

    `record` has the rows `nodes`, `links` and `corridors`. A pair in which one loss closes all that the other does is
    left out: it would say nothing new. Singles come first, then pairs, then trios, in the order of their tables.
    """
    singles = tuple(
        Loss(id=part.id, label=part.label, kind=part.kind, links=part.links, parts=(part.id,))
        for part in single_losses(record)
    )
    pairs = [pair for pair in combinations(singles, 2) if _differ(*pair)]
    article = set(article_countries(record))
    trios = combinations([loss for loss in singles if loss.kind == "country" and loss.id in article], 3)
    return (*singles, *(_together(members) for members in (*pairs, *trios)))


def _differ(one: Loss, other: Loss) -> bool:
    return not (one.links <= other.links or other.links <= one.links)


def _together(members: Sequence[Loss]) -> Loss:
    """Several losses at once, in the order of their ids."""
    ordered = sorted(members, key=lambda loss: loss.id)
    ids = tuple(loss.id for loss in ordered)
    kinds = {loss.kind for loss in ordered}
    return Loss(
        id="+".join(ids),
        label=_joined(members, kinds=kinds),
        kind=KINDS_TOGETHER[kinds.pop()] if len(kinds) == 1 else "mixed",
        links=frozenset[str]().union(*(loss.links for loss in ordered)),
        parts=ids,
    )


def _joined(members: Iterable[Loss], *, kinds: set[str]) -> str:
    """Names of countries are listed; a name that may hold an "and" of its own is joined by "together with"."""
    labels = [loss.label for loss in members]
    return listed(labels) if kinds == {"country"} else " together with ".join(labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleLoss:
    """One loss: its id, its label for print, its kind (`country`, `corridor` or `mode`) and the links it closes."""

    id: str
    label: str
    kind: str
    links: frozenset[str]


def single_losses(record: Row) -> tuple[SingleLoss, ...]:
    """The losses of one country, corridor or mode that close at least one open link, in the order of the corridors."""
    links, corridors = network_of(record).links, record["corridors"]
    found = (*_countries(links, corridors), *_corridors(links, corridors), *_modes(links))
    return tuple(loss for loss in found if loss.links)


def article_countries(record: Row) -> list[str]:
    """The ids of the countries that the case's article names."""
    codes = [str(row["country"]).lower() for row in record["corridors"] if is_set(row["in_article"]) and row["country"]]
    return list(dict.fromkeys(codes))


def crossings_by_corridor(links: Links) -> dict[str, list[str]]:
    """The open links that enter the theatre, by corridor."""
    found: dict[str, list[str]] = {}
    for link, corridor, enters in zip(links.ids, links.corridor, links.enters_theatre.tolist(), strict=True):
        if enters:
            found.setdefault(corridor, []).append(link)
    return found


def _countries(links: Links, corridors: Sequence[Row]) -> Iterator[SingleLoss]:
    """A country can be lost where a crossing into the theatre belongs to a corridor of its own."""
    crossed = crossings_by_corridor(links)
    own: dict[str, list[Row]] = {}
    for row in corridors:
        if row["country"] and not is_set(row["inside"]):
            own.setdefault(str(row["country"]), []).append(row)
    for code, rows in own.items():
        if any(row["id"] in crossed for row in rows):
            touched = (link for link, codes in zip(links.ids, links.countries, strict=True) if code in codes)
            label = _country_name(code, corridors=rows)
            yield SingleLoss(id=code.lower(), label=label, kind="country", links=frozenset(touched))


def _country_name(code: str, *, corridors: Sequence[Row]) -> str:
    """The country's own name where the table has one, or else the label of its corridor before the comma."""
    named = next((row for row in corridors if row["id"] == code.lower()), corridors[0])
    return str(named.get("country_name") or str(named["label"]).partition(",")[0])


def _corridors(links: Links, corridors: Sequence[Row]) -> Iterator[SingleLoss]:
    crossed = crossings_by_corridor(links)
    for row in corridors:
        crossings = frozenset(crossed.get(str(row["id"]), ()))
        yield SingleLoss(id=f"corridor_{row['id']}", label=str(row["in_sentence"]), kind="corridor", links=crossings)


def _modes(links: Links) -> Iterator[SingleLoss]:
    """Both gauges count as one mode: what stops trains (power, staff, strikes) does not ask for the gauge."""
    by_mode: dict[str, set[str]] = {}
    for link, mode, enters in zip(links.ids, links.mode, links.enters_theatre.tolist(), strict=True):
        if enters:
            by_mode.setdefault(plain_mode(mode), set()).add(link)
    for mode, crossings in sorted(by_mode.items()):
        yield SingleLoss(id=f"mode_{mode}", label=f"all {mode} crossings", kind="mode", links=frozenset(crossings))


def plain_mode(mode: str) -> str:
    """The mode without its gauge."""
    return RAIL if mode.startswith(RAIL) else mode
