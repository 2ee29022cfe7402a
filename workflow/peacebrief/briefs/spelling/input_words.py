"""What rows, settings and keys of the inputs are called where a number rests on them, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from peacebrief.briefs.spelling.quantities import SHARES, published, spanned, with_unit
from peacebrief.facts.rounding import percent
from peacebrief.telling.saying.said import Listed, Opening, Phrase, phrase
from peacebrief.telling.saying.voice import Say

Cells = Mapping[str, Any]

# The settings that results rest on, each with the unit of its numbers; what they are called stands in the words.
SETTINGS = {
    "claims.close_share": "share",
    "claims.leading_places": "count",
    "claims.rounding_share": "share",
    "draws": "count",
    "feasibility.critical_from": "rating",
    "feasibility.planning_horizon": "years",
    "feasibility.thresholds.conditional": "share",
    "feasibility.thresholds.feasible": "share",
    "feasibility.thresholds.joint": "share",
    "feasibility.thresholds.not_feasible": "share",
    "feasibility.war_sizes": "persons",
    "feasibility.years": "years",
    "force_sizes": "persons",
    "generation.largest_size": "persons",
    "generation.likely": "share",
    "generation.supply_sizes": "persons",
    "generation.size_step": "persons",
    "logistics.loss_days": "days",
    "logistics.reference_size": "persons",
    "logistics.sizes": "persons",
}
GROUPS = frozenset({"claims", "feasibility", "feasibility.thresholds", "generation", "logistics"})

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


class Quantity(NamedTuple):
    """The column of the quantity of a row, or what its three columns begin with; its unit where no column has it."""

    column: str = ""
    unit: str = ""


# The tables whose rows say a quantity, but for those with a plain range and a unit of their own.
QUANTITIES: dict[str, Quantity] = {
    "army_strengths": Quantity("persons", "persons"),
    "base_rate_models": Quantity("weight"),
    "carry_over": Quantity(unit="share"),
    "commitments": Quantity("troops", "persons"),
    "comparators": Quantity("value"),
    "conditions": Quantity(unit="probability"),
    "consumption_anchors": Quantity("value"),
    "contributors": Quantity("brigades", "brigades"),
    "correlations": Quantity("loading"),
    "criteria": Quantity("weight", "share"),
    "deployments": Quantity("value"),
    "dose_forms": Quantity("weight"),
    "durations": Quantity("years", "years"),
    "elicitation": Quantity("best"),
    "enabler_needs": Quantity("criticality"),
    "enablers": Quantity("gap"),
    "fleets": Quantity("vehicles", "vehicles"),
    "gate_chances": Quantity(unit="probability"),
    "indicators": Quantity("threshold"),
    "links": Quantity("capacity", "t_per_day"),
    "mission_strengths": Quantity("strength", "persons"),
    "missions": Quantity("strength", "persons"),
    "nodes": Quantity("handling", "t_per_day"),
    "option_contributors": Quantity("most", "persons"),
    "option_requirements": Quantity("share", "share"),
    "options": Quantity("force", "persons"),
    "past_tolls": Quantity("value"),
    "peacekeeping_effects": Quantity("estimate", "ratio"),
    "past_gates": Quantity(unit="probability"),
    "past_outcomes": Quantity("share_12", "share"),
    "past_verdicts": Quantity("size", "persons"),
    "planned_strength": Quantity(unit="share"),
    "polls": Quantity("support", "percent"),
    "position_chances": Quantity(unit="probability"),
    "proposals": Quantity("force", "persons"),
    "risk_chances": Quantity(unit="probability"),
    "sectors": Quantity("share", "share"),
    "staged": Quantity(unit="share"),
    "sustained_deployments": Quantity("deployed", "persons"),
    "throughput": Quantity("value"),
    "vehicles": Quantity("payload", "t"),
}


def row_of(table: str) -> Phrase:
    """What one row of a table is called."""
    return phrase(f"input_tables.{table}_one")


def rows_of(table: str) -> Phrase:
    """What several rows of a table are called, behind their number."""
    return phrase(f"input_tables.{table}_several")


def quantity(row: Cells, table: str, say: Say) -> str:
    """What a row says as "1,150 (950 to 1,290) km"; empty where it holds no number."""
    known = QUANTITIES.get(table, Quantity())
    central, ends = _numbers(row, known.column)
    if central is None:
        return ""
    unit = str(row.get("unit") or known.unit)
    low, high = [_spelt(end, unit, say) for end in ends] if len(ends) == 2 else ("", "")
    return with_unit(_spelt(central, unit, say), spanned(low, high, say), unit, say)


def _spelt(number: float, unit: str, say: Say) -> str:
    return percent(number) if unit in SHARES else published(number, say)


def _numbers(row: Cells, column: str) -> tuple[float | None, list[float]]:
    """The number in the middle, and the ends where both are given."""
    before = f"{column}_" if f"{column}_central" in row else ""
    middle = row.get(column) if column in row else row.get(f"{before}central")
    ends = [row.get(f"{before}{end}") for end in ("low", "high")] if column not in row else []
    return middle, [float(end) for end in ends if end is not None]


def settings(case: Mapping[str, Any], say: Say) -> Iterator[tuple[str, str, str]]:
    """Every setting of a case: its dotted name, what it is called, and what it says where that is short."""
    for name, value in case.items():
        if name != "vocabulary":
            yield from _setting(name, value, say)


def _setting(name: str, value: Any, say: Say) -> Iterator[tuple[str, str, str]]:
    label = say(Opening(_called(name)))
    if not isinstance(value, Mapping):
        yield name, label, _told(value if isinstance(value, list) else [value], SETTINGS.get(name, ""), say)
        return
    inner = [told for key, one in value.items() for told in _setting(f"{name}.{key}", one, say)]
    own = [phrase("input_settings.told", setting=_called(one), value=said) for one, _, said in inner if one in SETTINGS]
    yield name, label, say(Listed(own, "; ")) if name in GROUPS else ""
    yield from inner


def _called(name: str) -> Phrase:
    """What a setting is called inside a sentence; without words of its own by its name in the case."""
    if name in SETTINGS or name in GROUPS:
        return phrase(f"input_settings.{'group_' if name in GROUPS else ''}{name.replace('.', '_')}")
    return phrase("input_settings.unnamed", name=name.replace(".", ", ").replace("_", " "))


def _told(values: list[Any], unit: str, say: Say) -> str:
    numbers = [one for one in values if isinstance(one, int | float) and not isinstance(one, bool)]
    if not unit or len(numbers) < len(values):
        return ", ".join(published(one, say) if one in numbers else str(one) for one in values)
    return with_unit(", ".join(_spelt(one, unit, say) for one in numbers), "", unit, say)


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
