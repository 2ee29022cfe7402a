"""What a row of an input table is called where a number rests on it, and the quantity it stands for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from peacebrief.briefs.quantities import SHARES, published, with_unit
from peacebrief.facts.rounding import percent

Cells = Mapping[str, Any]


class Named(NamedTuple):
    """One row of a table in words, several, and the column of its quantity (or what its three columns begin with)."""

    one: str
    several: str
    quantity: str = ""
    unit: str = ""


TABLES: dict[str, Named] = {
    "assumptions": Named("Assumption", "assumptions"),
    "army_strengths": Named("Count of armed forces", "counts of armed forces", "persons", "persons"),
    "carry_over": Named("Share of the effect that carries over", "shares of the effect", unit="share"),
    "claims": Named("Claim of the article", "claims of the article"),
    "comparators": Named("Force to compare with", "forces to compare with", "value"),
    "conditions": Named("Condition of a gate", "conditions of gates", unit="probability"),
    "consumption": Named("Rate of consumption", "rates of consumption"),
    "consumption_anchors": Named("Check of consumption", "checks of consumption", "value"),
    "contributors": Named("Contributor", "contributors", "brigades", "brigades"),
    "correlations": Named("Tie to what moves several inputs", "ties between inputs", "loading"),
    "criteria": Named("Weight of a criterion", "weights of criteria", "weight", "share"),
    "deployments": Named("Past deployment", "past deployments", "value"),
    "durations": Named("Length of a past operation", "lengths of past operations", "years", "years"),
    "enabler_needs": Named("Need of an enabler", "needs of enablers", "criticality"),
    "enablers": Named("Gap of an enabler", "gaps of enablers", "gap"),
    "gate_chances": Named("Judged chance of a gate", "judged chances of gates", unit="probability"),
    "indicators": Named("Threshold of an indicator", "thresholds of indicators", "threshold"),
    "links": Named("Capacity of a link", "links of the network", "capacity", "t_per_day"),
    "method_weights": Named("Weight of a method", "weights of methods", "weight", "share"),
    "missions": Named("Past mission", "past missions", "strength", "persons"),
    "nodes": Named("Port or terminal", "ports and terminals", "handling", "t_per_day"),
    "option_contributors": Named("Member of an option", "members of options", "most", "persons"),
    "option_requirements": Named("What an option needs", "needs of options", "share", "share"),
    "options": Named("Option", "options", "force", "persons"),
    "polls": Named("Poll, support", "polls", "support", "percent"),
    "position_chances": Named(
        "Judged chance that a state sends troops", "judged chances of positions", unit="probability"
    ),
    "proposals": Named("Published proposal", "published proposals", "force", "persons"),
    "risk_chances": Named("Judged chance of a risk", "judged chances of risks", unit="probability"),
    "risks": Named("Severity of a risk", "severities of risks", "impact"),
    "scores": Named("Judged score", "judged scores"),
    "sectors": Named("Sector, share of the force", "sectors", "share", "share"),
    "sizing_methods": Named("Published method", "published methods"),
    "throughput": Named("Published flow", "published flows", "value"),
    "vehicles": Named("Payload of a vehicle", "payloads of vehicles", "payload", "t"),
    "viewpoints": Named("Viewpoint", "viewpoints"),
}


def named(table: str) -> Named:
    """What the rows of a table are called; its own name where no words were chosen."""
    plain = table.replace("_", " ")
    return TABLES.get(table) or Named(plain.capitalize(), f"rows of {plain}")


def quantity(row: Cells, table: str) -> str:
    """What a row says as "1,150 (950 to 1,290) km"; empty where it holds no number."""
    words = named(table)
    central, ends = _numbers(row, words.quantity)
    if central is None:
        return ""
    unit = str(row.get("unit") or words.unit)
    spelt = percent if unit in SHARES else published
    low, high = [spelt(end) for end in ends] if len(ends) == 2 else ("", "")
    return with_unit(spelt(central), "" if low == high else f"{low} to {high}", unit)


def _numbers(row: Cells, column: str) -> tuple[float | None, list[float]]:
    """The number in the middle, and the ends where both are given."""
    before = f"{column}_" if f"{column}_central" in row else ""
    middle = row.get(column) if column in row else row.get(f"{before}central")
    ends = [row.get(f"{before}{end}") for end in ("low", "high")] if column not in row else []
    return middle, [float(end) for end in ends if end is not None]
