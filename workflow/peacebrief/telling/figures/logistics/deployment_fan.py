"""How fast a force arrives: the days until each size is in place, at the middle of the draws and their range."""

from __future__ import annotations

from peacebrief.facts.rounding import exact, middle_and_range, significant
from peacebrief.telling.figures.caption import SaidCaption, draws, source
from peacebrief.telling.figures.reading import middle, span
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Listed, Phrase, Sentences, phrase

REACHED, MISSED = "logistics.deployment_days.", "logistics.deployment_days_with_misses."
COMPARED = 0.3  # the smaller force shown is the one nearest to this share of the largest


def caption(known: Known) -> SaidCaption:
    """The finding: the day on which half of the draws have each force in place."""
    return SaidCaption(
        title=finding(known),
        subtitle=_subtitle(known),
        source=source(known, draws(known), phrase("figures_logistics.fan_source")),
        alt=Sentences([
            phrase("figures_logistics.fan_shown"),
            *(_size(known, size) for size in sizes_shown(known)),
        ]),
    )  # fmt: skip


def _subtitle(known: Known) -> Phrase:
    if any(missed_ends(known, size) for size in sizes_shown(known)):
        return phrase("figures_logistics.fan_subtitle_missed")
    return phrase("figures_logistics.fan_subtitle")


def finding(known: Known) -> Listed:
    """How long each force takes, at the middle of the draws, and once past misses are counted."""
    first, *others = sizes_shown(known)
    return Listed([_takes(known, first), *(_takes_too(known, size) for size in others)], ", ")


def _takes(known: Known, size: int) -> Phrase:
    told, missed = _days(known, size), missed_ends(known, size)
    if not missed:
        return phrase("figures_logistics.fan_takes", **told)
    return phrase("figures_logistics.fan_takes_missed", **told, missed=missed)


def _takes_too(known: Known, size: int) -> Phrase:
    told, missed = _days(known, size), missed_ends(known, size)
    if not missed:
        return phrase("figures_logistics.fan_takes_too", **told)
    return phrase("figures_logistics.fan_takes_too_missed", **told, missed=missed)


def _days(known: Known, size: int) -> dict[str, str]:
    return {"size": exact(size), "days": significant(middle(known, f"{REACHED}{size}"))}


def missed_ends(known: Known, size: int) -> str:
    """The range of days once past misses are counted; empty where too few deployments tell."""
    return middle_and_range(*span(known, f"{MISSED}{size}"))[1] if known.has(f"{MISSED}{size}") else NOTHING


def _size(known: Known, size: int) -> Phrase:
    """The middle and the range of days."""
    between, ends = middle_and_range(*span(known, f"{REACHED}{size}"))
    told = {"size": exact(size), "middle": between, "range": ends}
    missed = missed_ends(known, size)
    if not missed:
        return phrase("figures_logistics.fan_in_place", **told)
    return phrase("figures_logistics.fan_in_place_missed", **told, missed=missed)


def sizes_shown(known: Known) -> list[int]:
    """A smaller force and the largest: those with a curve and a time to be reached."""
    sizes = {int(row["size"]) for row in known.tables["deployment_fan"]}
    *smaller, largest = sorted(size for size in sizes if known.has(f"{REACHED}{size}"))
    return [*sorted(smaller, key=lambda size: abs(size / largest - COMPARED))[:1], largest]
