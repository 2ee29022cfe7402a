"""Every field of every input, with a record that is sound but for that field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from peacebrief.inputs.cells.problem import Problem
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES, SOURCES, table_file
from peacebrief.inputs.reading.source import Source, read_sources
from peacebrief.inputs.reading.table import read_table
from peacebrief.inputs.reading.typed_row import validated
from peacebrief.inputs.reading.vocabulary import Vocabulary

PROJECT = Path(__file__).parents[2]
MINIATURE = PROJECT / "tests/fixtures/miniature/inputs"
CASE = "island"
MODELS: dict[str, type[Row]] = REFERENCE_TABLES | CASE_TABLES
# What a case says in YAML, by the name of the file, and its model.
TOLD_IN_YAML: dict[str, type[Row]] = {"case": CaseSettings, "vocabulary": Vocabulary}
ORDINARY = "Plain words, told twice"
Place = tuple[str | int, ...]


@cache
def sound_record(name: str) -> Mapping[str, Any]:
    """The first row of a table of the miniature, its settings (`case`), its `vocabulary`, or its first `source`.

    A table that the miniature does without is taken from a real case.
    """
    if name in TOLD_IN_YAML:
        return dict(yaml.safe_load((MINIATURE / CASE / f"{name}.yaml").read_text(encoding="utf-8")))
    if name == "source":
        return read_sources(MINIATURE / SOURCES, file=SOURCES).rows[0].model_dump(exclude_none=True)
    for case in (MINIATURE / CASE, *sorted(file.parent for file in (PROJECT / "inputs").glob("*/case.yaml"))):
        file = table_file(name, case.name)
        if (case.parent / file).exists():
            return read_table(case.parent / file, MODELS[name], file=file).cells[0]
    raise LookupError(f"no case has the table {name}")


def model_of(name: str) -> type[Row]:
    return {**TOLD_IN_YAML, "source": Source}.get(name) or MODELS[name]


def places(name: str) -> list[Place]:
    """Where a text can be written: each column, each field of a document, each value however deep in the settings."""
    record = sound_record(name)
    return list(_leaves(record)) if name in TOLD_IN_YAML else [(field,) for field in model_of(name).model_fields]


def _leaves(record: Any, above: Place = ()) -> Iterator[Place]:
    parts = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    if not parts and not isinstance(record, (dict, list)):
        yield above
    for name, part in parts:
        yield from _leaves(part, (*above, name))


def problems_with(name: str, place: Place, text: str) -> list[Problem]:
    """What the check of one record says when `text` stands at `place` of a record that is otherwise sound."""
    record = _with_text(sound_record(name), place, text)
    _, problems = validated(model_of(name), record, file=f"{name}.csv", row=2, label="a label")
    return problems


def _with_text(inside: Any, place: Place, text: str) -> Any:
    """`inside` with the text at `place`. The rest is shared: to copy all settings takes longer than the check."""
    if not place:
        return text
    changed = list(inside) if isinstance(inside, list) else dict(inside)
    changed[place[0]] = _with_text(inside[place[0]] if place[1:] else None, place[1:], text)
    return changed
