"""What a force needs: the class that weighs most, how far postures lie apart, and what past forces used."""

from __future__ import annotations

from peacebrief.facts.rounding import middle_and_range, significant
from peacebrief.reasoning.digits import rounded
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.logistics.supplied_force import class_label, in_posture, posture_label
from peacebrief.telling.figures.reading import middle, span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Opening, Phrase, Said, Sentences, phrase

DEMAND, ANCHOR = "logistics.demand", "logistics.anchor."


def caption(known: Known) -> SaidCaption:
    """The finding: the class that weighs most, and how much more the hardest posture needs than the easiest."""
    past = past_forces(known)
    told: list[Said] = [_posture(known, posture, classes) for posture, classes in postures(known).items()]
    return SaidCaption(
        title=finding(known),
        subtitle=phrase("figures_logistics.demand_subtitle_with_past" if past else "figures_logistics.demand_subtitle"),
        source=source(known, draws(known), phrase("figures_logistics.demand_source")),
        alt=Sentences([phrase("figures_logistics.demand_shown"), *told, _compared(known) if past else NOTHING]),
    )


def finding(known: Known) -> Said:
    """Which class weighs most, and how many times the easiest posture the hardest needs."""
    heaviest = {_heaviest(known, posture, classes) for posture, classes in postures(known).items()}
    if len(heaviest) > 1:
        return Opening(_postures_compared(known))
    heavy = Opening(class_label(heaviest.pop()))
    return phrase("figures_logistics.demand_heaviest", heaviest=heavy, compared=_postures_compared(known))


def _postures_compared(known: Known) -> Phrase:
    middles = {posture: middle(known, f"{DEMAND}.{posture}") for posture in postures(known)}
    easy, hard = (choose(middles, key=lambda name: middles[name]) for choose in (min, max))
    if rounded(middles[hard]) <= rounded(middles[easy]):
        return phrase("figures_logistics.demand_alike")
    times, ends = significant(middles[hard] / middles[easy]), [in_posture(known, one) for one in (hard, easy)]
    return phrase("figures_logistics.demand_times", hard=ends[0], times=times, easy=ends[1])


def _posture(known: Known, posture: str, classes: list[str]) -> Phrase:
    """The whole, its range and its classes."""
    between, ends = middle_and_range(*span(known, f"{DEMAND}.{posture}"))
    told = {"posture": posture_label(known, posture), "middle": between, "range": ends}
    parts = Listed([part(name, _of_class(known, posture, name)) for name in classes])
    return phrase("figures_logistics.demand_posture", **told, parts=parts)


def part(supply_class: str, amount: float) -> Phrase:
    """A class and its amount: "fuel 13"."""
    return phrase("figures_logistics.demand_part", part=class_label(supply_class), amount=significant(amount))


def _compared(known: Known) -> Phrase:
    forces = [
        phrase("figures_logistics.demand_of_past_force", force=name, amount=significant(known.number(fact_id)))
        for fact_id, name in past_forces(known).items()
    ]
    return phrase("figures_logistics.demand_compared", forces=Listed(forces))


def postures(known: Known) -> dict[str, list[str]]:
    """The classes of each posture, both in the order of the table."""
    found: dict[str, list[str]] = {}
    for row in known.tables["demand"]:
        if row["class"] != "total":
            found.setdefault(str(row["posture"]), []).append(str(row["class"]))
    return found


def past_forces(known: Known) -> dict[str, str]:
    """The past forces with a known need, by fact, with the names of their table; the least need first."""
    rows = known.tables.get("consumption_anchors", ())
    names = {f"{ANCHOR}{row['anchor']}": str(row["label"]) for row in rows}
    return {name: names[name] for name in sorted(filter(known.has, names), key=known.number)}


def _heaviest(known: Known, posture: str, classes: list[str]) -> str:
    return max(classes, key=lambda name: (_of_class(known, posture, name), name))


def _of_class(known: Known, posture: str, supply_class: str) -> float:
    return middle(known, f"{DEMAND}.{posture}.{supply_class}")
