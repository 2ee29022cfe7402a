"""What the figure on public support says: where more support sending troops than oppose it."""

from __future__ import annotations

from typing import Any

from peacebrief.facts.rounding import exact, significant
from peacebrief.figures.reading import quantiles
from peacebrief.figures.registry import Facts, Tables
from peacebrief.reasoning.wording import country_in_sentence, listed

NET = "generation.net_support."


def countries(facts: Facts, tables: Tables) -> list[dict[str, Any]]:
    """The rows of the countries with comparable polls, those with most net support first."""
    known = [dict(row) for row in tables["net_support"] if f"{NET}{row['contributor']}" in facts]
    return sorted(known, key=lambda row: (-span(facts, row)[1], str(row["country"])))


def span(facts: Facts, row: dict[str, Any]) -> tuple[float, float, float]:
    """Net support in points (support less opposition): p5, p50 and p95."""
    return quantiles(facts[f"{NET}{row['contributor']}"])


def finding(facts: Facts, tables: Tables) -> str:
    """The title: in how many countries the whole range is above zero, and where it is below."""
    rows = countries(facts, tables)
    if not rows:
        return "No country has comparable polls on sending troops after a ceasefire"
    above = [str(row["country"]) for row in rows if span(facts, row)[0] > 0]
    below = [country_in_sentence(str(row["country"])) for row in rows if span(facts, row)[2] < 0]
    first = (
        f"More people support than oppose sending troops in {len(above)} of {len(rows)} countries with comparable polls"
    )
    if len(above) == len(rows):
        first = "More people support than oppose sending troops in every country with comparable polls"
    elif not above:
        first = "In no country with comparable polls do clearly more people support than oppose sending troops"
    return f"{first}; more oppose it in {listed(below)}" if below else first


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """Net support, its range and what it rests on, a sentence for each country."""
    told = []
    for row in countries(facts, tables):
        low, middle, high = span(facts, row)
        told.append(f"{row['country']}: {points(middle)} points, range {points(low)} to {points(high)}, "
                    f"{rests_on(row)}.")  # fmt: skip
    return told or ["There is none: no country has such polls."]


def points(number: float) -> str:
    """Points with their sign: "+16", "\u22126"."""
    whole = float(f"{number:.0f}") + 0.0
    return f"+{significant(whole)}" if whole > 0 else exact(whole)


def rests_on(row: dict[str, Any]) -> str:
    """The polls behind a country and who took them: "4 polls, 3 pollsters"."""
    polls, houses = int(row["polls"]), int(row["houses"])
    return f"{polls} {'poll' if polls == 1 else 'polls'}, {houses} {'pollster' if houses == 1 else 'pollsters'}"
