"""What the deployment fan says: when half and all of the draws have a force of each size in place."""

from __future__ import annotations

from peacebrief.facts.rounding import exact, significant, spell_range
from peacebrief.figures.reading import quantiles
from peacebrief.figures.registry import Facts, Tables

REACHED = "logistics.deployment_days."
COMPARED = 0.3  # the smaller force shown is the one nearest to this share of the largest


def sizes_shown(facts: Facts, tables: Tables) -> list[int]:
    """A smaller force and the largest: those with a curve and a time to be reached."""
    known = sorted({int(row["size"]) for row in tables["deployment_fan"] if f"{REACHED}{int(row['size'])}" in facts})
    smaller = min(known[:-1], key=lambda size: abs(size / known[-1] - COMPARED), default=None)
    return [size for size in (smaller, known[-1]) if size is not None]


def finding(facts: Facts, tables: Tables) -> str:
    """The title: how long each force takes, at the middle of the draws."""
    days = {size: significant(_days(facts, size)[1]) for size in sizes_shown(facts, tables)}
    (first, least), *others = days.items()
    beside = "".join(f", {exact(size)} about {most}" for size, most in others)
    return f"{exact(first)} troops take about {least} days{beside}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The middle and the range of days, a sentence for each size."""
    told = []
    for size in sizes_shown(facts, tables):
        low, middle, high = _days(facts, size)
        told.append(
            f"{exact(size)} troops are in place after {significant(middle)} days, range {spell_range(low, high)}."
        )
    return told


def _days(facts: Facts, size: int) -> tuple[float, float, float]:
    return quantiles(facts[f"{REACHED}{size}"])
