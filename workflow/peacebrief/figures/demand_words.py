"""What the demand figure says, and the postures, classes and past forces it shows."""

from __future__ import annotations

from peacebrief.facts.rounding import rounded, significant, spell_range
from peacebrief.figures.reading import quantiles, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.figures.supply_words import class_label, in_posture, posture_label
from peacebrief.reasoning.wording import listed

ANCHORS = {
    "logistics.anchor.task_force_eagle": "Bosnia 1996",
    "logistics.anchor.fm_101_10": "US planning factor 1959",
}


def postures(tables: Tables) -> dict[str, list[str]]:
    """The classes of each posture, both in the order of the table."""
    found: dict[str, list[str]] = {}
    for row in tables["demand"]:
        if row["class"] != "total":
            found.setdefault(str(row["posture"]), []).append(str(row["class"]))
    return found


def anchors(facts: Facts) -> dict[str, str]:
    """The past forces with a known need, by fact, with the names they are printed under."""
    return {fact_id: name for fact_id, name in ANCHORS.items() if fact_id in facts}


def finding(facts: Facts, tables: Tables) -> str:
    """The title: which class weighs most, and how many times the easiest posture the hardest needs."""
    heaviest = {posture: _heaviest(facts, posture, classes) for posture, classes in postures(tables).items()}
    middles = {posture: quantiles(facts[f"logistics.demand.{posture}"])[1] for posture in heaviest}
    easy, hard = min(middles, key=lambda name: middles[name]), max(middles, key=lambda name: middles[name])
    if rounded(middles[hard]) > rounded(middles[easy]):
        times = significant(middles[hard] / middles[easy])
        compared = f"a soldier {in_posture(hard, tables)} needs {times} times as much as {in_posture(easy, tables)}"
    else:
        compared = "every posture needs about the same"
    if len(set(heaviest.values())) > 1:
        return f"{compared[0].upper()}{compared[1:]}"
    return f"{class_label(heaviest[easy]).capitalize()} weighs most, and {compared}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The whole, its range and its classes, a sentence for each posture; then the past forces."""
    told = []
    for posture, classes in postures(tables).items():
        low, middle, high = quantiles(facts[f"logistics.demand.{posture}"])
        parts = [f"{class_label(name)} {significant(_middle(facts, posture, name))}" for name in classes]
        told.append(f"{posture_label(posture, tables)}: {significant(middle)} kg a person and day, "
                    f"range {spell_range(low, high)}; {listed(parts)}.")  # fmt: skip
    known = [f"{name} {significant(value(facts[fact_id]))} kg" for fact_id, name in anchors(facts).items()]
    return [*told, f"For comparison: {listed(known)}."] if known else told


def _heaviest(facts: Facts, posture: str, classes: list[str]) -> str:
    return max(classes, key=lambda name: (_middle(facts, posture, name), name))


def _middle(facts: Facts, posture: str, supply_class: str) -> float:
    return quantiles(facts[f"logistics.demand.{posture}.{supply_class}"])[1]
