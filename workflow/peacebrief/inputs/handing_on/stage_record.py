"""What a stage reads: settings, quantities and what ties them, and the rows of its tables without notes and sources.

The sizing stage reads a record of its own form.
"""

from __future__ import annotations

from typing import Any

from peacebrief.inputs.expected.stage_columns import CALLED, COLUMNS, METHODS, SETTINGS, WORDS, stages_of_quantity
from peacebrief.inputs.reading.case_settings import Role
from peacebrief.inputs.reading.case_tables import Case, Tables
from peacebrief.inputs.tables.assumption import Assumption, Stage
from peacebrief.inputs.tables.contributor import Contributor
from peacebrief.inputs.tables.sizing_method import RATIO_UNITS, SizingMethod

Record = dict[str, Any]

# These are no tables of rows: their rows are handed on as quantities and what ties them.
QUANTITIES = frozenset({"assumptions", "correlations", "sizing_methods"})


def origin(table: str, key: str) -> str:
    """Where a number comes from, as facts name it."""
    return f"table:{table}.csv#{key}"


def quantity_records(tables: Tables, stage: Stage) -> list[Record]:
    """The assumptions that a stage reads, and for all stages but sizing the methods that it reads."""
    methods = METHODS.get(stage, frozenset())
    return [
        *(_quantity(row) for row in tables.assumptions.rows if stage in row.stages()),
        *(method_record(row) for row in tables.sizing_methods.rows if row.method in methods),
    ]


def method_record(row: SizingMethod) -> Record:
    """A method of sizing as a quantity."""
    fixed = row.distribution == "fixed"
    span = {"low": None if fixed else row.low, "central": row.central, "high": None if fixed else row.high}
    place = origin("sizing_methods", row.id)
    return {"id": row.method, "origin": place, "distribution": row.distribution, **span, "choices": []}


def correlation_records(tables: Tables, stage: Stage) -> list[Record]:
    """What ties the quantities that a stage reads."""
    stages = {row.id: row.stage for row in tables.assumptions.rows}
    return [
        {
            "factor": row.factor,
            "quantity": row.quantity,
            "loading": row.loading,
            "origin": origin("correlations", row.row_key()),
        }
        for row in tables.correlations.rows
        if stage in stages_of_quantity(row.quantity, stages)
    ]


def _quantity(row: Assumption) -> Record:
    choices = [list(pair) for pair in row.pairs()] if row.distribution == "choice" else []
    span = {"low": row.low, "central": row.central, "high": row.high}
    return {
        "id": row.id,
        "origin": f"assumption:{row.id}",
        "distribution": row.distribution,
        **span,
        "choices": choices,
    }


def stage_record(case: Case, stage: Stage) -> Record:
    """What `stage` reads of a case; what settings name by words only, such as postures, becomes a list of names."""
    settings = {name: getattr(case.settings, name) for name in sorted(SETTINGS[stage])}
    return {
        "case": case.settings.id,
        **{name: _without(_plain(value), WORDS[stage]) for name, value in settings.items()},
        "called": called_by(case, stage),
        "quantities": quantity_records(case.tables, stage),
        "correlations": correlation_records(case.tables, stage),
        **{name: _rows(case, name, columns) for name, columns in _columns(stage).items()},
    }


def vocabulary_record(case: Case) -> Record:
    """What a case calls its things; an entry that it leaves out is absent."""
    return case.vocabulary.model_dump(mode="json", exclude_none=True)


def called_by(case: Case, stage: Stage) -> Record:
    """What a case calls the things that a stage tells of."""
    told = vocabulary_record(case)
    return {name: told[name] for name in CALLED[stage] if name in told}


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


def resolve_sizing(case: Case) -> Record:
    """What the sizing stage reads: numbers, each with its origin, and no words that could change without them."""
    settings, tables = case.settings, case.tables
    return {
        "case": settings.id,
        "seed": settings.seed,
        "draws": settings.draws,
        "force_sizes": settings.force_sizes,
        "called": called_by(case, "sizing"),
        "roles": {name: _role(role) for name, role in settings.roles.items()},
        "quantities": [
            *quantity_records(tables, "sizing"),
            *(method_record(row) for row in tables.sizing_methods.rows if row.method),
        ],
        "ratios": [
            row.model_dump(include={"method", "family", "phrase"})
            for row in tables.sizing_methods.rows
            if row.method and row.family in RATIO_UNITS
        ],
        "correlations": correlation_records(tables, "sizing"),
        "methods": [
            {
                "role": row.role,
                "method": row.method,
                "fits": row.fits == "yes",
                "reason": row.reason,
                "origin": origin("role_methods", row.row_key()),
            }
            for row in tables.role_methods.rows
        ],
        "missions": _missions(case),
        "contributors": [_contributor(row) for row in tables.contributors.rows],
        "comparators": [row.model_dump(include={"id", "value", "unit"}) for row in tables.comparators.rows],
    }


def _role(role: Role) -> Record:
    return role.model_dump(mode="json", exclude={"purpose", "definition", "proposal_class"})


def _contributor(row: Contributor) -> Record:
    columns = {"country", "army_active", "brigades_low", "brigades_central", "brigades_high", "position"}
    return {**row.model_dump(include=columns), "origin": origin("contributors", row.id)}


def _missions(case: Case) -> list[Record]:
    levels = {row.type: row.mandate_level for row in case.tables.mission_types.rows}
    columns = {"id", "name", "lead", "split", "type", "state_adversary", "sizing_driver", "strength", "line_km"}
    columns |= {"population"}
    return [{**row.model_dump(include=columns), "mandate_level": levels[row.type]} for row in case.tables.missions.rows]
