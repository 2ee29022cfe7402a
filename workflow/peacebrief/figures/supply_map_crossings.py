"""The places where supplies enter the theatre, and how near to its capacity each of them runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables

LEAST_TONNES = 0.5  # printed as 0 tonnes


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One place where supplies enter, all modes there together; `link` carries most of what crosses there."""

    id: str
    name: str
    link: Mapping[str, Any]
    tonnes: float
    use: float


def carries(link: Mapping[str, Any]) -> bool:
    """Whether a link carries anything worth a digit."""
    return (cell(link, "tonnes") or 0.0) >= LEAST_TONNES


def enters(link: Mapping[str, Any]) -> bool:
    """Whether a link crosses the border of the theatre."""
    return bool(cell(link, "enters_theatre"))


def crossings_used(tables: Tables) -> list[Crossing]:
    """The crossings in use with the share of their capacity that is used, the fullest first."""
    names = {str(row["id"]): str(row["name"]) for row in tables["network_nodes"]}
    places: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for link in tables["flows"]:
        if enters(link):
            places.setdefault((str(link["from_node"]), str(link["to_node"])), []).append(link)
    found = []
    for ends, links in places.items():
        tonnes, capacity = (sum(cell(link, part) or 0.0 for link in links) for part in ("tonnes", "capacity"))
        if any(carries(link) for link in links):
            first = max(links, key=lambda link: (cell(link, "tonnes") or 0.0, str(link["link"])))
            name = "\u2013".join(names.get(end, end).partition(",")[0] for end in ends)
            use = tonnes / capacity if capacity else 1.0
            found.append(Crossing(id="-".join(ends), name=name, link=first, tonnes=tonnes, use=use))
    return sorted(found, key=lambda crossing: (-crossing.use, crossing.id))
