"""What the figure on durations says: how many past operations were still there after so many years."""

from __future__ import annotations

from typing import Any

from peacebrief.facts.rounding import percent, significant
from peacebrief.figures.reading import cell, value
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import listed

USUAL = "analogues"
SHOWN = (USUAL, "interposition", "united_nations")
THERE, GROUP, COUNT, MEDIAN = ("feasibility.still_there.", "feasibility.still_there_group.",
                               "feasibility.operations.", "feasibility.duration_median.")  # fmt: skip


def groups(tables: Tables) -> dict[str, str]:
    """The groups of operations drawn as curves, the one that resembles the case first, with their printed names."""
    labels = {str(row["group"]): str(row["label"]) for row in tables["survival"]}
    return {group: labels[group] for group in SHOWN if group in labels}


def steps(group: str, tables: Tables) -> list[tuple[float, float, float | None, float | None]]:
    """The steps of a curve: years, share, and the band where there is one; the first one at the start."""
    rows = sorted((row for row in tables["survival"] if row["group"] == group), key=lambda row: float(row["years"]))
    known = [(float(row["years"]), float(row["share"]), cell(row, "low"), cell(row, "high")) for row in rows]
    return known if known[0][0] == 0 else [(0.0, 1.0, None, None), *known]


def years_asked(facts: Facts, tables: Tables) -> list[float]:
    """The years for which the share still there is published, fewest first."""
    years = {float(row["years"]) for row in tables["still_there"] if row["group"] == USUAL}
    return sorted(one for one in years if f"{THERE}{one:g}" in facts)


def there(facts: Facts, years: float) -> float:
    """The share of operations that resemble the case still there after so many years."""
    return value(facts[f"{THERE}{years:g}"])


def count(facts: Facts, group: str) -> int:
    """The number of operations in a group."""
    return int(value(facts[f"{COUNT}{group}"]))


def garrisons(tables: Tables) -> list[dict[str, Any]]:
    """The garrisons of alliances, shown apart, the longest first."""
    return sorted((dict(row) for row in tables.get("garrisons", ())), key=lambda row: (-row["years"], row["name"]))


def at_risk(tables: Tables, years: float) -> int | None:
    """How many operations that resemble the case were looked at for so many years; None where that is not told."""
    row = next((row for row in tables["still_there"] if row["group"] == USUAL and float(row["years"]) == years), None)
    known = cell(row, "at_risk") if row else None
    return None if known is None else int(known)


def finding(facts: Facts, tables: Tables) -> str:
    """The title: the shares still there after a middling and a long time, and the garrisons beside them."""
    asked = years_asked(facts, tables)
    middle, last = asked[(len(asked) - 1) // 2], asked[-1]
    shares = [f"{percent(there(facts, middle))} were still there after {middle:g} years"]
    if last > middle:
        shares.append(f"{percent(there(facts, last))} after {last:g}")
    return f"Of {count(facts, USUAL)} past operations like this one, {' and '.join(shares)}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The share still there at each of the years asked for and the median, by group; then the garrisons."""
    told = []
    for group, label in groups(tables).items():
        parts = [f"{percent(value(facts[f'{GROUP}{group}.{years:g}']))} after {years:g} years"
                 for years in years_asked(facts, tables) if f"{GROUP}{group}.{years:g}" in facts]  # fmt: skip
        median = facts.get(f"{MEDIAN}{group}")
        half = f"; half had ended by {significant(value(median))} years" if median else ""
        told.append(f"{label[:1].upper()}{label[1:]} ({count(facts, group)}): still there {listed(parts)}{half}.")
    apart = [f"{row['name']} {significant(float(row['years']))} years{'' if row['ended'] else ', still there'}"
             for row in garrisons(tables)]  # fmt: skip
    return [*told, f"Apart, garrisons of alliances: {'; '.join(apart)}."] if apart else told
