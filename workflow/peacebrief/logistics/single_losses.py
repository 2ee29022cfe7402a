"""What can be lost on its own: a country's transit, the crossings of a corridor, the crossings of a mode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.logistics.links import Links
from peacebrief.logistics.network import network_of
from peacebrief.logistics.open_links import is_set

Row = Mapping[str, Any]
RAIL = "rail"


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
    """The ids of the countries that the article names."""
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
