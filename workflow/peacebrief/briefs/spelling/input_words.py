"""What rows, settings and keys of the inputs are called where a number rests on them, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from peacebrief.briefs.spelling.quantities import SHARES, published, with_unit
from peacebrief.facts.rounding import percent

Cells = Mapping[str, Any]

# The name of each setting that results rest on, and the unit of its numbers.
SETTINGS = {
    "claims.close_share": ("How close is close to the best figure", "share"),
    "claims.leading_places": ("Places that count as among the biggest", "count"),
    "claims.rounding_share": ("Allowance for rounding", "share"),
    "draws": ("Number of draws", "count"),
    "feasibility.critical_from": ("Need from which an enabler is critical", "rating"),
    "feasibility.planning_horizon": ("Planning horizon", "years"),
    "feasibility.thresholds.conditional": ("Chance that every gate of a conditional option has at least", "share"),
    "feasibility.thresholds.feasible": ("Chance from which every gate makes an option feasible", "share"),
    "feasibility.thresholds.joint": ("Chance of all gates together from which an option is feasible", "share"),
    "feasibility.thresholds.not_feasible": ("Chance below which any gate rules an option out", "share"),
    "feasibility.war_sizes": ("Sizes of force whose risk of renewed war is told", "persons"),
    "feasibility.years": ("Years asked for", "years"),
    "force_sizes": ("Size of force in question", "persons"),
    "generation.largest_size": ("Largest size of force looked at", "persons"),
    "generation.likely": ("Chance from which a state is counted on", "share"),
    "generation.supply_sizes": ("Sizes of force told under each model of supply", "persons"),
    "generation.size_step": ("Step between the sizes of force looked at", "persons"),
    "logistics.loss_days": ("How long a loss lasts", "days"),
    "logistics.reference_size": ("Size of force that losses are tried on", "persons"),
    "logistics.sizes": ("Sizes of force looked at", "persons"),
}
GROUPS = {
    "claims": "Rule for claims",
    "feasibility": "Settings of feasibility",
    "feasibility.thresholds": "Rule of the verdict",
    "generation": "Settings of force generation",
    "logistics": "Settings of logistics",
}

# The columns of a key whose values are rows of another table, and the columns that name such a row in brief.
POINTS_TO = {
    "base_rate": "base_rates",
    "contributor": "contributors",
    "criterion": "criteria",
    "enabler": "enablers",
    "gate": "gates",
    "option": "options",
    "risk": "risks",
}
NAMES = ("short_label", "label", "name", "title", "country")


class Named(NamedTuple):
    """One row of a table in words, several, and the column of its quantity (or what its three columns begin with)."""

    one: str
    several: str
    quantity: str = ""
    unit: str = ""


TABLES: dict[str, Named] = {
    "assumptions": Named("Assumption", "assumptions"),
    "army_strengths": Named("Count of armed forces", "counts of armed forces", "persons", "persons"),
    "attitude": Named("What follows the attitude of the adversary", "rows on what follows that attitude"),
    "base_rate_models": Named("Model of the base rate", "models of the base rate", "weight"),
    "base_rates": Named("Rate counted in the past", "rates counted in the past"),
    "carry_over": Named("Share of the effect that carries over", "shares of the effect", unit="share"),
    "claims": Named("Claim", "claims"),
    "commitments": Named("Soldiers bound by an operation", "operations that bind soldiers", "troops", "persons"),
    "comparators": Named("Force to compare with", "forces to compare with", "value"),
    "comparisons": Named("What stands beside judged chances", "rows on what stands beside judged chances"),
    "conditions": Named("Condition of a gate", "conditions of gates", unit="probability"),
    "consumption": Named("Rate of consumption", "rates of consumption"),
    "consumption_anchors": Named("Check of consumption", "checks of consumption", "value"),
    "contributors": Named("Contributor", "contributors", "brigades", "brigades"),
    "correlations": Named("Tie to what moves several inputs", "ties between inputs", "loading"),
    "criteria": Named("Weight of a criterion", "weights of criteria", "weight", "share"),
    "deployments": Named("Past deployment", "past deployments", "value"),
    "dose_forms": Named("Form of the dose", "forms of the dose", "weight"),
    "durations": Named("Length of a past operation", "lengths of past operations", "years", "years"),
    "elicitation": Named("Answer of an expert", "answers of experts", "best"),
    "elicitation_questions": Named("Question to experts", "questions to experts"),
    "enabler_needs": Named("Need of an enabler", "needs of enablers", "criticality"),
    "enablers": Named("Gap of an enabler", "gaps of enablers", "gap"),
    "fleets": Named("Wagons, crews or lorries", "fleets", "vehicles", "vehicles"),
    "gate_chances": Named("Judged chance of a gate", "judged chances of gates", unit="probability"),
    "indicators": Named("Threshold of an indicator", "thresholds of indicators", "threshold"),
    "links": Named("Capacity of a link", "links of the network", "capacity", "t_per_day"),
    "mission_strengths": Named("Strength of a past force", "strengths of past forces", "strength", "persons"),
    "missions": Named("Past mission", "past missions", "strength", "persons"),
    "nodes": Named("Port or terminal", "ports and terminals", "handling", "t_per_day"),
    "option_contributors": Named("Member of an option", "members of options", "most", "persons"),
    "option_requirements": Named("What an option needs", "needs of options", "share", "share"),
    "options": Named("Option", "options", "force", "persons"),
    "past_tolls": Named("Toll of the past", "tolls of the past", "value"),
    "peacekeeping_effects": Named(
        "Estimate of what a force does", "estimates of what a force does", "estimate", "ratio"
    ),
    "past_gates": Named("Judged chance of a past gate", "judged chances of past gates", unit="probability"),
    "past_outcomes": Named("What came of a past mission", "what came of past missions", "share_12", "share"),
    "past_verdicts": Named("Past mission, size asked for", "past missions that were asked for", "size", "persons"),
    "planned_strength": Named("Planned strength", "planned strengths", unit="share"),
    "polls": Named("Poll, support", "polls", "support", "percent"),
    "position_chances": Named(
        "Judged chance that a state sends troops", "judged chances of positions", unit="probability"
    ),
    "proposals": Named("Published proposal", "published proposals", "force", "persons"),
    "risk_chances": Named("Judged chance of a risk", "judged chances of risks", unit="probability"),
    "risk_consequences": Named("Judged cost of a risk", "judged costs of risks"),
    "risks": Named("Risk", "risks"),
    "scores": Named("Judged score", "judged scores"),
    "sectors": Named("Sector, share of the force", "sectors", "share", "share"),
    "role_methods": Named("Whether a method fits a role", "methods that fit roles"),
    "sizing_methods": Named("Published method", "published methods"),
    "staged": Named("Share staged next door", "shares staged next door", unit="share"),
    "sustained_deployments": Named("Soldiers kept abroad", "counts of soldiers kept abroad", "deployed", "persons"),
    "throughput": Named("Published flow", "published flows", "value"),
    "vehicles": Named("Payload of a vehicle", "payloads of vehicles", "payload", "t"),
    "verdict_changes": Named("Verdict before and after a change", "verdicts before and after changes"),
    "versions": Named("Factor of the versions", "factors of the versions"),
    "viewpoints": Named("Viewpoint", "viewpoints"),
    "weak_legs": Named("Input that bears much and rests on little", "inputs that bear much and rest on little"),
}


# How questions and answers of experts are known, which have no basis of their own.
ANSWERED = "asked of experts"


def elicited_from(experts: int, rounds: int) -> str:
    """How a judged row is known that answers of experts replace."""
    told = (f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in ((experts, "expert"), (rounds, "round")))
    return f"elicited from {', '.join(told)}"


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


def settings(case: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every setting of a case: its dotted name, what it is called, and what it says where that is short."""
    for name, value in case.items():
        if name != "vocabulary":
            yield from _setting(name, value)


def _setting(name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    label, unit = SETTINGS.get(name, (GROUPS.get(name, f"Setting: {name.replace('.', ', ').replace('_', ' ')}"), ""))
    if not isinstance(value, Mapping):
        yield name, label, _told(value if isinstance(value, list) else [value], unit)
        return
    inner = [told for key, one in value.items() for told in _setting(f"{name}.{key}", one)]
    own = [f"{words[:1].lower()}{words[1:]} {said}" for one, words, said in inner if one in SETTINGS]
    yield name, label, "; ".join(own) if name in GROUPS else ""
    yield from inner


def _told(values: list[Any], unit: str) -> str:
    numbers = [one for one in values if isinstance(one, int | float) and not isinstance(one, bool)]
    if not unit or len(numbers) < len(values):
        return ", ".join(published(one) if one in numbers else str(one) for one in values)
    spelt = [percent(one) if unit in SHARES else published(one) for one in numbers]
    return with_unit(", ".join(spelt), "", unit)


def key_words(evidence: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """By the name of a column: what each value is called. A value that is not there stands for itself.

    `names` are those of the subjects of facts, by slot.
    """
    tables, case = evidence["tables"], evidence["case"]
    found: dict[str, Mapping[str, str]] = {column: _names(tables.get(table, ())) for column, table in POINTS_TO.items()}
    found |= {
        "factor": case.get("vocabulary", {}).get("factors", {}),
        "force_type": names.get("force_type", {}),
        "position": names.get("position", {}),
    }
    for column, settings in _settings(case).items():
        found[column] = {name: str(told["label"]) for name, told in settings.items()}
    quantities = names.get("quantity", {})
    return found | {"method": quantities, "quantity": {**quantities, **_prefixed(found)}}


def _settings(case: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        "role": case.get("roles", {}),
        "support_level": case.get("support_levels", {}),
        "posture": case.get("logistics", {}).get("postures", {}),
    }


def _names(rows: Any) -> dict[str, str]:
    return {row["id"]: next(str(row[name]) for name in NAMES if row.get(name)) for row in rows}


def _prefixed(found: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What a tied quantity is called that is a row of a table: `risk.R01`, `position.yes`."""
    return {f"{column}.{name}": words for column, names in found.items() for name, words in names.items()}
