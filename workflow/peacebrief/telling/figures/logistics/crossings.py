"""The crossings and corridors by which supplies enter the theatre, and how near to its capacity each of them runs."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Phrase, phrase

LEAST_TONNES = 0.5  # printed as 0 tonnes
RAIL = frozenset({"rail_standard", "rail_broad"})  # on a map both are rail


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One mode at one place where supplies enter: a road that is full stays so, however idle the railway beside it.

    `use` is the share of its own capacity that is used, `together` that of all modes at the place.
    """

    id: str
    name: str
    mode: Phrase
    link: Record
    tonnes: float
    use: float
    together: float


def carries(link: Record) -> bool:
    """Whether a link carries anything worth a digit."""
    return (cell(link, "tonnes") or 0.0) >= LEAST_TONNES


def enters(link: Record) -> bool:
    """Whether a link crosses the border of the theatre."""
    return bool(cell(link, "enters_theatre"))


def share_used(*links: Record) -> float:
    """The share used of what these links together can carry; all of it where they can carry nothing."""
    tonnes, capacity = (sum(cell(link, part) or 0.0 for link in links) for part in ("tonnes", "capacity"))
    return tonnes / capacity if capacity else 1.0


def crossings_used(known: Known) -> list[Crossing]:
    """The crossings in use with the share of their capacity that is used, the fullest first."""
    names = {str(row["id"]): str(row["name"]) for row in known.tables["network_nodes"]}
    places: dict[tuple[str, str], list[Record]] = {}
    for link in known.tables["flows"]:
        if enters(link):
            places.setdefault((str(link["from_node"]), str(link["to_node"])), []).append(link)
    found = [
        Crossing(
            id=str(link["link"]),
            name="\u2013".join(names.get(end, end).partition(",")[0] for end in ends),
            mode=_mode(str(link["mode"])),
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


def _mode(mode: str) -> Phrase:
    return phrase("figures_logistics.map_rail") if mode in RAIL else phrase(f"modes.{mode}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """What one corridor carries into the theatre: tonnes a day, and the share used of what it could carry."""

    id: str
    label: str
    phrase: str
    tonnes: float
    use: float


def corridors_used(known: Known) -> list[Corridor]:
    """The corridors that carry something, the largest flow first; use counts every crossing of the corridor."""
    rows = {str(row["id"]): row for row in known.tables.get("corridors", ())}
    links = [link for link in known.tables["flows"] if enters(link)]
    found = []
    for corridor in dict.fromkeys(str(link["corridor"]) for link in links):
        own = [link for link in links if link["corridor"] == corridor]
        tonnes = sum(cell(link, "tonnes") or 0.0 for link in own)
        if tonnes >= LEAST_TONNES:
            row = rows.get(corridor, {})
            label, told = (str(row.get(part) or corridor) for part in ("label", "in_sentence"))
            found.append(Corridor(id=corridor, label=label, phrase=told, tonnes=tonnes, use=share_used(*own)))
    return sorted(found, key=lambda corridor: (-corridor.tonnes, corridor.id))
