"""Sectors that hang on a single link or corridor, and what each loss cuts off altogether: questions of shape alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.network.corridor_capacity import network_because
from peacebrief.logistics.network.loss import crossings_by_corridor
from peacebrief.logistics.network.supply_network import Network, network_of
from peacebrief.reasoning.language import listed
from peacebrief.reasoning.record import Record, Row, words_record
from peacebrief.reasoning.subject import Named

MODE_NAMES = {
    "rail_standard": "standard-gauge railway",
    "rail_broad": "broad-gauge railway",
    "sea": "sea route",
    "air": "air route",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyWay:
    """What every path to a sector must use: links, and corridors into the theatre. Both empty where there is a choice.

    `name` is the sector's before the comma; `cut_off` says that no path leads there at all.
    """

    sector: str
    name: str
    cut_off: bool
    links: tuple[str, ...]
    corridors: tuple[str, ...]


def cut_off(record: Row, *, closed: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of the sectors that no origin can reach over open links other than `closed`, in the table's order."""
    return _cut_off(network_of(record), closed)


def only_ways(record: Row) -> tuple[OnlyWay, ...]:
    """For each sector what all its paths have in common, in the table's order."""
    network = network_of(record)
    already = set(_cut_off(network, ()))
    without_link = {link: _cut_off(network, (link,)) for link in network.links.ids}
    crossings = crossings_by_corridor(network.links)
    without_corridor = {corridor: _cut_off(network, links) for corridor, links in crossings.items()}
    return tuple(
        OnlyWay(
            sector=str(row["id"]),
            name=str(row["name"]).partition(",")[0],
            cut_off=row["id"] in already,
            links=_needed(without_link, sector=row["id"], already=already),
            corridors=_needed(without_corridor, sector=row["id"], already=already),
        )
        for row in record["sectors"]
    )


def only_way_in_words(way: OnlyWay, *, record: Row) -> str | None:
    """Half a sentence on a sector with no choice of way; None where it has one.

    "Southport cannot be reached at all", "every way to Southport uses the road from Millbridge to Southport".
    """
    if way.cut_off:
        return f"{way.name} cannot be reached at all"
    corridors = {str(row["id"]): str(row["in_sentence"]) for row in record["corridors"]}
    links = {str(row["id"]): row for row in record["links"]}
    told = [corridors[corridor] for corridor in way.corridors]
    told += [link_name(links[link], nodes=record["nodes"]) for link in way.links]
    return f"every way to {way.name} uses {listed(told)}" if told else None


def link_name(link: Row, *, nodes: Sequence[Row]) -> str:
    """A link in a sentence: "the road from Millbridge to Southport"."""
    name = {node["id"]: str(node["name"]) for node in nodes}
    mode = MODE_NAMES.get(str(link["mode"]), str(link["mode"]))
    return f"the {mode} from {name[link['from_node']]} to {name[link['to_node']]}"


def ways_in_facts(inputs: LogisticsInputs) -> Iterator[Record]:
    """What the open links alone say, whatever they carry."""
    source, because = inputs.record, network_because(inputs)
    names = {str(row["id"]): str(row["name"]) for row in source["sectors"]}
    yield words_record(
        "logistics.cut_off",
        label="sectors that no open route reaches",
        method="Search along the open links from the origins.",
        because=because,
        words=listed([names[sector] for sector in cut_off(source)]) or "none",
    )
    for way in only_ways(source):
        words = only_way_in_words(way, record=source)
        if words and not way.cut_off:
            yield words_record(
                "logistics.only_way.{sector}",
                {"sector": Named(way.sector, way.name)},
                label="{sector}: what every route uses",
                method="Links and corridors without which no open route leads there.",
                because=because,
                words=words,
            )


def _needed(without: Mapping[str, Sequence[str]], *, sector: str, already: Collection[str]) -> tuple[str, ...]:
    return () if sector in already else tuple(lost for lost, sectors in without.items() if sector in sectors)


def _cut_off(network: Network, closed: Collection[str]) -> tuple[str, ...]:
    """Nodes are reached from those reached before, until none is added."""
    is_open = np.ones(len(network.arc_link), dtype=bool)
    is_open[network.arcs_of(closed)] = False
    start, end = network.arc_from[is_open], network.arc_to[is_open]
    reached, before = network.supply.copy(), -1
    while (count := int(reached.sum())) > before:
        before = count
        reached[end[reached[start]]] = True
    found = reached[network.sector_node].tolist()
    return tuple(sector for sector, there in zip(network.sectors, found, strict=True) if not there)
