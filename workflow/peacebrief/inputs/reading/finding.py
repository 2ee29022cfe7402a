"""What the schema finds wrong with an entry, as one plain clause with its remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from peacebrief.inputs.cells.described import nested
from peacebrief.inputs.cells.judgement import ID_OR_NONE
from peacebrief.inputs.cells.problem import did_you_mean, shown
from peacebrief.inputs.cells.row import IDENTIFIER, PARTIAL_DATE, Row
from peacebrief.inputs.tables.assumption import QUANTITY
from peacebrief.inputs.tables.prospects.duration import MONTH, MONTH_OR_NONE
from peacebrief.inputs.tables.prospects.risk import FACT
from peacebrief.inputs.tables.transport_network import COUNTRY

PATTERNS = {
    IDENTIFIER: "letters, digits and underscores only",
    r"^[a-z][a-z0-9]*$": "small letters and digits only, such as gcsp2025ceasefire",
    r"^[A-Z][A-Za-z0-9_]*$": "a capital letter, then letters, digits and underscores",
    QUANTITY: "the id of a quantity, or a table and an item of it, such as consumption.bulk_fuel",
    COUNTRY: "two capital letters, such as PL",
    MONTH: "a year and a month, such as 1993-08",
    MONTH_OR_NONE: "a year and a month, such as 1993-08, or nothing while it goes on",
    FACT: "the id of a fact, such as generation.sustainable.nato_led.none",
    ID_OR_NONE: "letters, digits and underscores only, or nothing where the row holds for all",
    PARTIAL_DATE: "a year, month or day, such as 2025, 2025-03 or 2025-03-17",
    r"^(\d{4}|n\.d\.)$": "a year of four digits, or n.d. where it is not known",
    r"^(\d{4}|ongoing)$": "a year of four digits, or ongoing",
    r"^[0-9A-Za-z][0-9A-Za-z.-]*$": "letters, digits, dots and hyphens only, such as 2026-11",
    r"^[0-9a-f]{7,40}$": "the name of a version as the history of the project has it, such as 5eed001",
    r"^([0-9a-f]{7,12})?$": "the name of a version as the history of the project has it, such as 5eed001, or nothing",
    r"^10\.\d{4,9}/\S+$": "10., a number, a stroke and what follows it, such as 10.1000/182",
    r"^(positions|gate\.[A-Za-z0-9_]+)$": "positions, or gate. and the id of a gate, such as gate.G1",
}

NAMES_AND_VALUES = "write below it, further in, a line for each name, such as label: A name"
# What the schema calls a fault, and what an analyst is told of it.
SAID: dict[str, str] = {
    "missing": "it is missing; add it.",
    "list_type": "{value} is not a list; put it in square brackets, such as [1, 2].",
    "dict_type": f"{{value}} is not a list of names and values; {NAMES_AND_VALUES}.",
    "model_type": f"{{value}} is not a list of names and values; {NAMES_AND_VALUES}.",
    "bool_type": "{value} is neither true nor false; write one of the two.",
    "invalid_key": "{value} is not a name; put it in quotation marks.",
    "greater_than": "{value} is not above {gt}; write a larger number.",
    "greater_than_equal": "{value} is below {ge}, the least here; write a larger number.",
    "less_than": "{value} is not below {lt}; write a smaller number.",
    "less_than_equal": "{value} is above {le}, the most here; write a smaller number.",
    "string_too_long": "{value} has more than {max_length} characters; shorten it.",
}
# For what nobody has put into words yet: no wording of the schema reaches an analyst.
OTHERWISE = "{value} cannot be used here; copy the entry from another case and change it there."


def sentence(detail: Mapping[str, Any], model: type[Row]) -> str:
    """One clause with the remedy, from a finding of the schema."""
    kind, context = str(detail["type"]), detail.get("ctx") or {}
    if kind == "plain":
        return str(context["message"])
    told = WORKED_OUT.get(kind)
    if told is not None:
        return told(detail, model)
    bounds = {name: _written(bound) for name, bound in context.items()}
    return SAID.get(kind, OTHERWISE).format(value=_written(detail["input"]), **bounds)


def _unknown(detail: Mapping[str, Any], model: type[Row]) -> str:
    return f"it is not known here; {did_you_mean(str(detail['loc'][-1]), _names(model, detail['loc']))}"


def _not_listed(detail: Mapping[str, Any], _: type[Row]) -> str:
    found = re.findall(r"'([^']*)'|\b(\d+)\b", str(detail["ctx"]["expected"]))
    options = [text or digits for text, digits in found]
    return f"{_written(detail['input'])} is not in the closed list; {did_you_mean(str(detail['input']), options)}"


def _misspelt(detail: Mapping[str, Any], _: type[Row]) -> str:
    pattern = str(detail["ctx"]["pattern"])
    form = f"use {PATTERNS[pattern]}" if pattern in PATTERNS else "copy the form that other rows have"
    return f"{shown(detail['input'])} is not written as it should be; {form}."


def _too_few(detail: Mapping[str, Any], _: type[Row]) -> str:
    least, there = detail["ctx"]["min_length"], detail["ctx"]["actual_length"]
    what = "name" if detail["ctx"]["field_type"] == "Dictionary" else "list"
    found = f"it holds {there} of the {least} that are needed" if there else "nothing stands in it"
    return f"{found}; {what} at least {least}."


def _too_many(detail: Mapping[str, Any], _: type[Row]) -> str:
    most, there = detail["ctx"]["max_length"], detail["ctx"]["actual_length"]
    return f"it holds {there}, and {most} is the most here; remove what is too much."


WORKED_OUT: Mapping[str, Callable[[Mapping[str, Any], type[Row]], str]] = {
    "extra_forbidden": _unknown,
    "literal_error": _not_listed,
    "string_pattern_mismatch": _misspelt,
    "too_short": _too_few,
    "too_long": _too_many,
}


def _written(value: object) -> str:
    """A value as it may stand in a sentence: a number without quotation marks and without a point it does not need."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.12g}"
    return shown(value)


def _names(model: type[Row], location: tuple[int | str, ...]) -> list[str]:
    """The names known where an unknown one was found: those of the model, or of the model nested there."""
    for part in location[:-1]:
        field = model.model_fields.get(str(part))
        model = (nested(field.annotation) if field else None) or model
    return list(model.model_fields)
