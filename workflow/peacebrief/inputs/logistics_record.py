"""What the logistics stage reads."""

from __future__ import annotations

from peacebrief.inputs.case import Case
from peacebrief.inputs.quantity_record import Record, correlation_records, origin, quantity_records
from peacebrief.inputs.stage_columns import LOGISTICS

# These are no tables of rows: their rows are handed on as quantities and what ties them.
QUANTITIES = frozenset({"assumptions", "correlations"})


def resolve_logistics(case: Case) -> Record:
    """What the logistics stage reads: settings, quantities, and the rows of its tables without notes and sources."""
    settings, tables = case.settings, case.tables
    logistics = settings.logistics
    return {
        "case": settings.id,
        "seed": settings.seed,
        "draws": settings.draws,
        "logistics": {**logistics.model_dump(mode="json"), "postures": list(logistics.postures)},
        "quantities": quantity_records(tables, "logistics"),
        "correlations": correlation_records(tables, "logistics"),
        **{name: _rows(case, name, columns) for name, columns in _columns().items()},
    }


def _columns() -> dict[str, tuple[str, ...]]:
    """The columns of each table of rows, by the name of the table."""
    found = {table.rpartition("/")[2]: columns for table, columns in LOGISTICS.items()}
    return {name: columns for name, columns in found.items() if name not in QUANTITIES}


def _rows(case: Case, name: str, columns: tuple[str, ...]) -> list[Record]:
    rows = getattr(case.tables, name).rows
    return [
        {**row.model_dump(mode="json", include=set(columns)), "origin": origin(name, row.row_key())} for row in rows
    ]
