"""JSON Schemas of the inputs, written from the models, for editors and for readers of the published data."""

from __future__ import annotations

import json
from typing import Any

from peacebrief.inputs.cells.described import descriptions, nested
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES
from peacebrief.inputs.reading.source import Source
from peacebrief.inputs.reading.vocabulary import Vocabulary

MODELS: dict[str, type[Row]] = {
    "case": CaseSettings,
    "vocabulary": Vocabulary,
    "source": Source,
    **REFERENCE_TABLES,
    **CASE_TABLES,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> dict[str, str]:
    """The text of each schema, by file name; one schema describes one row, record or case."""
    return {f"{name}.schema.json": _text(model) for name, model in MODELS.items()}


def _text(model: type[Row]) -> str:
    # As it is handed on: typed, with null for an empty cell.
    schema: dict[str, Any] = {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
    _describe(schema, model, schema.get("$defs", {}))
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _describe(schema: dict[str, Any], model: type[Row], parts: dict[str, dict[str, Any]]) -> None:
    """Adds what each column holds to the `schema` of `model`, and to the `parts` it refers to."""
    for name, said in descriptions(model).items():
        schema["properties"][name]["description"] = said
        part = nested(model.model_fields[name].annotation)
        if part is not None:
            _describe(parts[part.__name__], part, parts)
