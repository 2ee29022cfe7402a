"""What the parts of a key of an input row point to, in words: an option, a level of American support, a role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peacebrief.facts.labels import FORCE_TYPES, POSITIONS, quantity_labels

# The columns of a key whose values are rows of another table, and the columns that name such a row in brief.
POINTS_TO = {
    "contributor": "contributors",
    "criterion": "criteria",
    "enabler": "enablers",
    "gate": "gates",
    "option": "options",
    "risk": "risks",
}
NAMES = ("short_label", "label", "name", "title", "country")
# The factors that move several inputs at once.
FACTORS = {
    "activity": "how active the force is",
    "moscow_contests": "whether Moscow contests the force",
    "political_will": "political will",
    "sensor_coverage": "what sensors cover",
    "threat": "the threat",
    "us_withdraws": "whether the United States withdraws",
}


def key_words(evidence: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """By the name of a column: what each value is called. A value that is not there stands for itself."""
    tables, case = evidence["tables"], evidence["case"]
    found = {column: _names(tables.get(table, ())) for column, table in POINTS_TO.items()}
    found |= {
        "factor": FACTORS,
        "force_type": FORCE_TYPES,
        "position": {position: f"position “{words}”" for position, words in POSITIONS.items()},
    }
    for column, settings in _settings(case).items():
        found[column] = {name: str(told["label"]) for name, told in settings.items()}
    methods = quantity_labels({"sizing_methods": (), **tables, "assumptions": evidence["assumptions"]})
    return found | {"method": methods, "quantity": methods | _prefixed(found)}


def _settings(case: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        "role": case.get("roles", {}),
        "us_level": case.get("us_levels", {}),
        "posture": case.get("logistics", {}).get("postures", {}),
    }


def _names(rows: Any) -> dict[str, str]:
    return {row["id"]: next(str(row[name]) for name in NAMES if row.get(name)) for row in rows}


def _prefixed(found: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What a tied quantity is called that is a row of a table: `risk.R01`, `position.yes`."""
    return {f"{column}.{name}": words for column, names in found.items() for name, words in names.items()}
