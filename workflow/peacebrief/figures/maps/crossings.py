"""The crossings by which supplies enter the theatre, and how near to its capacity each of them runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables

LEAST_TONNES = 0.5  # printed as 0 tonnes
MODES = {"rail_1435": "rail", "rail_1520": "rail"}  # the others are called as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One mode at one place where supplies enter: a road that is full stays so, however idle the railway beside it.

    `use` is the share of its own capacity that is used, `together` that of all modes at the place.
    """

    id: str
    name: str
    mode: str
    link: Mapping[str, Any]
    tonnes: float
    use: float
    together: float


def carries(link: Mapping[str, Any]) -> bool:
    """Whether a link carries anything worth a digit."""
    return (cell(link, "tonnes") or 0.0) >= LEAST_TONNES


def enters(link: Mapping[str, Any]) -> bool:
    """Whether a link crosses the border of the theatre."""
    return bool(cell(link, "enters_theatre"))


def share_used(*links: Mapping[str, Any]) -> float:
    """The share used of what these links together can carry; all of it where they can carry nothing."""
    tonnes, capacity = (sum(cell(link, part) or 0.0 for link in links) for part in ("tonnes", "capacity"))
    return tonnes / capacity if capacity else 1.0


def crossings_used(tables: Tables) -> list[Crossing]:
    """The crossings in use with the share of their capacity that is used, the fullest first."""
    names = {str(row["id"]): str(row["name"]) for row in tables["network_nodes"]}
    places: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for link in tables["flows"]:
        if enters(link):
            places.setdefault((str(link["from_node"]), str(link["to_node"])), []).append(link)
    found = [
        Crossing(
            id=str(link["link"]),
            name="\u2013".join(names.get(end, end).partition(",")[0] for end in ends),
            mode=MODES.get(str(link["mode"]), str(link["mode"])),
            link=link,
            tonnes=cell(link, "tonnes") or 0.0,
            use=share_used(link),
            together=share_used(*links),
        )
        for ends, links in places.items()
        for link in links
        if carries(link)
    ]
    return sorted(found, key=lambda crossing: (-crossing.use, -crossing.tonnes, crossing.id))
