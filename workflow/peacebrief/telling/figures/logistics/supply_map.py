"""Where supplies cross: how much enters where, and how near to its capacity the fullest crossing runs."""

from __future__ import annotations

from peacebrief.facts.rounding import percent, significant
from peacebrief.telling.figures.caption import SaidCaption, source
from peacebrief.telling.figures.logistics.crossings import (
    Corridor,
    Crossing,
    carries,
    corridors_used,
    crossings_used,
)
from peacebrief.telling.figures.logistics.supplied_force import force_in_words
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Day, Listed, Phrase, Said, Sentences, phrase

FULL = 0.995  # printed as 100%
LAND = frozenset({"road", "rail_standard", "rail_broad", "ferry"})


def caption(known: Known, *, outlined: bool) -> SaidCaption:
    """The finding: which corridor carries most, and whether any crossing is full; `outlined` where borders show."""
    has_line = bool(known.tables.get("illustrative_line"))
    return SaidCaption(
        title=finding(known),
        subtitle=phrase(
            "figures_logistics.map_subtitle_with_line" if has_line else "figures_logistics.map_subtitle",
            force=force_in_words(known),
        ),
        source=source(known, *_rests_on(known), *_drawn_from(known, outlined=outlined)),
        alt=Sentences([
            phrase("figures_logistics.map_shown"),
            *sentences(known),
            phrase("figures_logistics.map_sectors", sectors=_sectors(known)),
        ]),
    )  # fmt: skip


def _rests_on(known: Known) -> list[Said]:
    """The links counted, and what labels tell of crossings."""
    land = [link for link in known.tables["flows"] if link["mode"] in LAND]
    carrying = sum((cell(link, "tonnes") or 0.0) > 0 for link in land)
    return [
        phrase("figures_logistics.map_source", carrying=str(carrying), links=str(len(land))),
        phrase("figures_logistics.map_labels"),
        *(all_modes(one) for one in crossings_used(known)[:1]),
    ]


def _drawn_from(known: Known, *, outlined: bool) -> list[Said]:
    """Where the outlines and the line of contact come from, where they are drawn."""
    line = phrase("figures_logistics.map_line_source", day=line_day(known))
    outlines = phrase("figures_logistics.map_outlines")
    return [outlines if outlined else NOTHING, line if known.tables.get("illustrative_line") else NOTHING]


def finding(known: Known) -> Phrase:
    """Which corridor carries most, and how near to its capacity the fullest crossing runs."""
    used = crossings_used(known)
    if not used:
        return phrase("figures_logistics.map_nothing")
    first, full = used[0], sum(crossing.use >= FULL for crossing in used)
    if not full:
        return phrase("figures_logistics.map_fullest", most=_most(known), use=percent(first.use))
    if full == len(used):
        return phrase("figures_logistics.map_every_full", most=_most(known))
    if full == 1:
        return phrase("figures_logistics.map_one_full", most=_most(known), mode=first.mode, crossing=first.name)
    return phrase("figures_logistics.map_some_full", most=_most(known), full=str(full), crossings=str(len(used)))


def _most(known: Known) -> Phrase:
    corridors = corridors_used(known)
    share = corridors[0].tonnes / sum(corridor.tonnes for corridor in corridors)
    return phrase("figures_logistics.map_most", share=percent(share), corridor=corridors[0].phrase)


def sentences(known: Known) -> list[Phrase]:
    """Tonnes and use of every corridor in use, the fullest crossing, and changes of gauge."""
    used = corridors_used(known)
    return [
        phrase("figures_logistics.map_total", tonnes=significant(sum(corridor.tonnes for corridor in used))),
        *(_corridor(corridor) for corridor in used),
        *(_fullest(crossing) for crossing in crossings_used(known)[:1]),
        _gauge(known),
    ]


def _corridor(corridor: Corridor) -> Phrase:
    told = {"corridor": corridor.label, "tonnes": significant(corridor.tonnes)}
    return phrase("figures_logistics.map_corridor", **told, use=percent(corridor.use))


def _fullest(crossing: Crossing) -> Phrase:
    told: dict[str, Said] = {"crossing": crossing.name, "mode": crossing.mode, "use": percent(crossing.use)}
    together = all_modes(crossing)
    if together == NOTHING:
        return phrase("figures_logistics.map_fullest_crossing", **told)
    return phrase("figures_logistics.map_fullest_crossing_beside", **told, together=together)


def _gauge(known: Known) -> Phrase:
    """How many links in use change the rail gauge."""
    broken = sum(bool(cell(link, "gauge_break")) and carries(link) for link in known.tables["flows"])
    if not broken:
        return phrase("figures_logistics.map_no_gauge_break")
    return phrase(
        "figures_logistics.map_gauge_break" if broken == 1 else "figures_logistics.map_gauge_breaks",
        links=str(broken),
    )


def all_modes(crossing: Crossing) -> Said:
    """How full a crossing is with all modes at its place; nothing where that prints the same."""
    together = percent(crossing.together)
    if together == percent(crossing.use):
        return NOTHING
    return phrase("figures_logistics.map_all_modes", crossing=crossing.name, together=together)


def _sectors(known: Known) -> Listed:
    return Listed([short_name(row) for row in known.tables.get("sectors", ())])


def short_name(sector: Record) -> str:
    """The name of a sector up to its comma: what is added there says where it lies, and a map shows that."""
    return str(sector["name"]).partition(",")[0]


def line_day(known: Known) -> Day:
    """The day of the line of contact: that of the map behind it, or of the evidence."""
    return Day(str(known.case.get("map_date") or known.case["evidence_cutoff"]))


def corridor_lines(known: Known, corridor: Corridor) -> list[Said]:
    """What stands on the map beside a corridor, in lines: its name, what it carries, and its fullest crossing."""
    flow = phrase("figures_logistics.map_flow", tonnes=significant(corridor.tonnes), use=percent(corridor.use))
    return [corridor.label, flow, *(_crossing_line(one) for one in pointed_out(known, corridor))]


def _crossing_line(crossing: Crossing) -> Phrase:
    told: dict[str, Said] = {"mode": crossing.mode, "crossing": crossing.name}
    return phrase("figures_logistics.map_crossing", **told, use=percent(crossing.use))


def pointed_out(known: Known, corridor: Corridor) -> list[Crossing]:
    """The fullest crossing, where it belongs to a corridor and there are others in use."""
    used = crossings_used(known)
    return [one for one in used[: len(used) > 1] if one.link["corridor"] == corridor.id]
