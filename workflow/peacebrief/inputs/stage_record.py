"""What a stage reads: settings, quantities, and the rows of its tables without notes and sources."""

from __future__ import annotations

from typing import Any

from peacebrief.inputs.assumption import Stage
from peacebrief.inputs.case import Case
from peacebrief.inputs.quantity_record import Record, correlation_records, origin, quantity_records
from peacebrief.inputs.stage_columns import COLUMNS, SETTINGS, WORDS

# These are no tables of rows: their rows are handed on as quantities and what ties them.
QUANTITIES = frozenset({"assumptions", "correlations", "sizing_methods"})


def stage_record(case: Case, stage: Stage) -> Record:
    """What `stage` reads of a case; what settings name by words only, such as postures, becomes a list of names."""
    settings = {name: getattr(case.settings, name) for name in sorted(SETTINGS[stage])}
    return {
        "case": case.settings.id,
        **{name: _without(_plain(value), WORDS[stage]) for name, value in settings.items()},
        "quantities": quantity_records(case.tables, stage),
        "correlations": correlation_records(case.tables, stage),
        **{name: _rows(case, name, columns) for name, columns in _columns(stage).items()},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


def _without(value: Any, words: frozenset[str]) -> Any:
    """Settings without their words; names of which nothing is left, as a list in their order."""
    if not isinstance(value, dict):
        return value
    kept = {name: _without(part, words) for name, part in value.items() if name not in words}
    return list(kept) if kept and all(part == {} for part in kept.values()) else kept


def _columns(stage: Stage) -> dict[str, tuple[str, ...]]:
    """The columns of each table of rows, by the name of the table."""
    found = {table.rpartition("/")[2]: columns for table, columns in COLUMNS[stage].items()}
    return {name: columns for name, columns in found.items() if name not in QUANTITIES}


def _rows(case: Case, name: str, columns: tuple[str, ...]) -> list[Record]:
    rows = getattr(case.tables, name).rows
    return [
        {**row.model_dump(mode="json", include=set(columns)), "origin": origin(name, row.row_key())} for row in rows
    ]
