"""From cells to typed rows, and from what the schema finds to plain sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from peacebrief.inputs.cells.described import nested
from peacebrief.inputs.cells.judgement import ID_OR_NONE
from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.cells.row import IDENTIFIER, PARTIAL_DATE, Row
from peacebrief.inputs.tables.assumption import QUANTITY
from peacebrief.inputs.tables.prospects.duration import MONTH, MONTH_OR_NONE
from peacebrief.inputs.tables.prospects.risk import FACT
from peacebrief.inputs.tables.transport_network import COUNTRY

AnyRow = TypeVar("AnyRow", bound=Row)

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
}


def validated(
    model: type[AnyRow], cells: Mapping[str, Any], *, file: str, row: int | None = None, label: str = ""
) -> tuple[AnyRow | None, list[Problem]]:
    """The row that `cells` make, or None, and every problem with them."""
    problem = partial(Problem, file=file, row=row, label=label)
    try:
        found = model.model_validate(dict(cells))
    except ValidationError as error:
        problems = [
            problem(column=_column(detail["loc"]), value=str(detail["input"]), message=sentence(detail, model))
            for detail in error.errors(include_url=False)
        ]
        return None, list(dict.fromkeys(problems))
    faults = [
        problem(column=fault.column, value=str(getattr(found, fault.column, "")), message=fault.message)
        for fault in found.faults()
    ]
    return found, faults


def sentence(detail: Mapping[str, Any], model: type[Row]) -> str:
    """One clause with the remedy, from a finding of the schema."""
    kind, value, context = detail["type"], shown(detail["input"]), detail.get("ctx") or {}
    said = str(detail["msg"])
    match kind:
        case "plain":
            said = str(context["message"])
        case "missing":
            said = "it is missing; add it."
        case "extra_forbidden":
            said = f"it is not known here; {did_you_mean(str(detail['loc'][-1]), _names(model, detail['loc']))}"
        case "literal_error":
            said = f"{value} is not in the closed list; {did_you_mean(str(detail['input']), _options(context))}"
        case "string_pattern_mismatch":
            form = PATTERNS.get(str(context["pattern"]), f"the form {context['pattern']}")
            said = f"{value} is not written as it should be; use {form}."
        case _:
            said = f"{value} cannot be used: {said[0].lower()}{said[1:]}."
    return said


def _column(location: tuple[int | str, ...]) -> str:
    """Where in a record, as an analyst writes it: `roles.monitoring.tasks`."""
    return ".".join(str(part) for part in location if not isinstance(part, int) and part != "[key]")


def _options(context: Mapping[str, Any]) -> list[str]:
    found = re.findall(r"'([^']*)'|\b(\d+)\b", str(context["expected"]))
    return [text or digits for text, digits in found]


def _names(model: type[Row], location: tuple[int | str, ...]) -> list[str]:
    """The names known where an unknown one was found: those of the model, or of the model nested there."""
    for part in location[:-1]:
        field = model.model_fields.get(str(part))
        model = (nested(field.annotation) if field else None) or model
    return list(model.model_fields)
