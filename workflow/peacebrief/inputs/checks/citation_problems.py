"""Sources cited and records kept, and evidence that nobody has looked at for a while: a warning, never an error."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.cells.row import Evidence, Row
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES, Tables
from peacebrief.inputs.reading.source import DECLARED
from peacebrief.inputs.reading.table import records_in
from peacebrief.inputs.reading.text_file import read_text
from peacebrief.inputs.reading.vocabulary import CITED, SLOT

# The columns that hold keys of sources, in any table.
MODELS = (REFERENCE_TABLES | CASE_TABLES).values()
CITING = frozenset(column for model in MODELS if issubclass(model, Evidence) for column in model.CITING)


def citation_problems(tables: Tables, inputs_dir: Path) -> Iterator[Problem]:
    """A key without a record, and a record that nothing cites."""
    if not tables.sources.complete:
        return
    records = tables.sources.values("key")
    known = records | {DECLARED}
    for _, table in tables.evidence():
        for index, row in table.located():
            for column, key in _cited_in(row):
                if key and key not in known:
                    message = f"{shown(key)} is not a record of sources.bib; {did_you_mean(key, known)}"
                    yield table.at(index, column, message)
    cited = cited_keys(inputs_dir)
    # A record may be cited in a table that cannot be read: say nothing then.
    if cited is None or not all(table.complete for _, table in tables.evidence()):
        return
    for key in sorted(records - cited):
        yield Problem(file=tables.sources.file, label=key, message="nothing cites this record; cite it or remove it.")


def _cited_in(row: Row) -> Iterator[tuple[str, str]]:
    """Every key that a row cites, with its column."""
    if isinstance(row, Evidence):
        for column in row.CITING:
            for key in row.sources(column):
                yield column, key


def cited_keys(inputs_dir: Path) -> frozenset[str] | None:
    """Every key cited in any table and remark of any case, read without a schema, since the records serve all cases.

    None where a file cannot be read.
    """
    found: set[str] = set()
    for path in sorted(inputs_dir.glob("*/vocabulary.yaml")):
        text, _ = read_text(path, file=path.name)
        if text is None:
            return None
        found |= {key.strip() for name, keys in SLOT.findall(text) if name == CITED for key in keys.split(";")}
    for path in sorted(inputs_dir.glob("*/**/*.csv")):
        text, _ = read_text(path, file=path.name)
        if text is None:
            return None
        try:
            header, *rows = records_in(text)
        except csv.Error:
            return None
        for row in rows:
            cells = dict(zip(header, row, strict=False))
            found |= {key.strip() for column in CITING & cells.keys() for key in cells[column].split(";")}
    return frozenset(found)


def staleness_warnings(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Rows checked longer before the edition than the case allows, and rows said to be checked after it."""
    for _, table in tables.evidence():
        for index, row in table.located():
            if not isinstance(row, Evidence) or row.checked is None:
                continue
            age = (settings.date - row.checked).days
            if age > settings.stale_after_days:
                message = (
                    f"checked {age} days before the edition of {settings.date}; check it again and write the new date."
                )
                yield table.at(index, "checked", message)
            elif age < 0:
                yield table.at(
                    index, "checked", f"{row.checked} is after the edition of {settings.date}; correct one of them."
                )
