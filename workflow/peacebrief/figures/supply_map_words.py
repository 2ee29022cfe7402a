"""What the supply map says: where supplies cross, how much, and how near to its capacity each corridor runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables
from peacebrief.figures.supply_map_crossings import LEAST_TONNES, Crossing, carries, crossings_used, enters, share_used
from peacebrief.figures.supply_words import force_in_words
from peacebrief.reasoning.wording import listed

FULL = 0.995  # printed as 100%
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """What one corridor carries into the theatre: tonnes a day, and the share used of what it could carry."""

    id: str
    label: str
    phrase: str
    tonnes: float
    use: float


def corridors_used(tables: Tables) -> list[Corridor]:
    """The corridors that carry something, the largest flow first; use counts every crossing of the corridor."""
    known = {str(row["id"]): row for row in tables.get("corridors", ())}
    crossings = [link for link in tables["flows"] if enters(link)]
    found = []
    for corridor in dict.fromkeys(str(link["corridor"]) for link in crossings):
        own = [link for link in crossings if link["corridor"] == corridor]
        tonnes = sum(cell(link, "tonnes") or 0.0 for link in own)
        if tonnes >= LEAST_TONNES:
            row = known.get(corridor, {})
            label, phrase = (str(row.get(part) or corridor) for part in ("label", "in_sentence"))
            found.append(Corridor(id=corridor, label=label, phrase=phrase, tonnes=tonnes, use=share_used(*own)))
    return sorted(found, key=lambda corridor: (-corridor.tonnes, corridor.id))


def finding(tables: Tables) -> str:
    """The title: which corridor carries most, and how near to its capacity the fullest crossing runs."""
    used = crossings_used(tables)
    if not used:
        return "No supplies cross the border of the theatre"
    first, full = corridors_used(tables)[0], sum(crossing.use >= FULL for crossing in used)
    share = first.tonnes / sum(corridor.tonnes for corridor in corridors_used(tables))
    most = f"{percent(share)} of supplies enter through {first.phrase}"
    if not full:
        return f"{most}; the fullest crossing is {percent(used[0].use)} used"
    if full == len(used):
        return f"{most}; every crossing in use is full"
    if full == 1:
        return f"{most}; the {used[0].mode} crossing {used[0].name} is full"
    return f"{most}; {full} of {len(used)} crossings in use are full"


def subtitle(tables: Tables) -> str:
    """What is drawn, for which force."""
    words = f"Cheapest supply of {force_in_words(tables)}: width is tonnes a day, colour how full the fullest "
    words += "mode is"
    return f"{words}; line of contact illustrative" if tables.get("illustrative_line") else words


def sentences(tables: Tables) -> list[str]:
    """Tonnes and use of every corridor in use, gauge breaks, and what the line of contact is."""
    used = corridors_used(tables)
    total = sum(corridor.tonnes for corridor in used)
    told = [f"{significant(total)} tonnes a day cross into the theatre."]
    told += [
        f"{corridor.label}: {significant(corridor.tonnes)} tonnes a day, {percent(corridor.use)} of the capacity of "
        "all its crossings."
        for corridor in used
    ]
    told += [f"The fullest crossing is {one.name} by {one.mode}, {percent(one.use)} used{'; ' * bool(beside(one))}"
             f"{beside(one)}." for one in crossings_used(tables)[:1]]  # fmt: skip
    broken = sum(bool(cell(link, "gauge_break")) and carries(link) for link in tables["flows"])
    change = "link in use changes" if broken == 1 else "links in use change"
    return [*told, f"{broken or 'No'} {change} the rail gauge."]


def beside(crossing: Crossing) -> str:
    """How full a crossing is with all modes at its place; empty where that prints the same."""
    together = percent(crossing.together)
    return "" if together == percent(crossing.use) else f"all modes at {crossing.name} together {together}"


def sectors_named(tables: Tables) -> str:
    """The sectors, in words."""
    return listed([short_name(row) for row in tables.get("sectors", ())])


def short_name(sector: Mapping[str, Any]) -> str:
    """The name of a sector up to its comma: what is added there says where it lies, and a map shows that."""
    return str(sector["name"]).partition(",")[0]


def line_date(tables: Tables) -> str:
    """The day of the line of contact: that of the map behind it, or of the evidence."""
    case = tables["case"][0]
    day = date.fromisoformat(str(case.get("map_date") or case["evidence_cutoff"]))
    return f"{day.day} {day:%B %Y}"
