"""What the sizing stage reads."""

from __future__ import annotations

from peacebrief.inputs.case import Case
from peacebrief.inputs.case_settings import Role
from peacebrief.inputs.contributor import Contributor
from peacebrief.inputs.quantity_record import (
    Record,
    correlation_records,
    method_record,
    origin,
    quantity_records,
)
from peacebrief.inputs.sizing_method import RATIO_UNITS


def resolve_sizing(case: Case) -> Record:
    """What the sizing stage reads: numbers, each with its origin, and no words that could change without them."""
    settings, tables = case.settings, case.tables
    return {
        "case": settings.id,
        "seed": settings.seed,
        "draws": settings.draws,
        "force_sizes": settings.force_sizes,
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
        "weights": [
            {
                "role": row.role,
                "method": row.method,
                "weight": row.weight,
                "reason": row.reason,
                "origin": origin("method_weights", row.row_key()),
            }
            for row in tables.method_weights.rows
        ],
        "missions": _missions(case),
        "proposals": [
            {
                "id": row.id,
                "role_class": row.role_class,
                "low": row.force_low,
                "central": row.force_central,
                "high": row.force_high,
            }
            for row in tables.proposals.rows
        ],
        "contributors": [_contributor(row) for row in tables.contributors.rows],
        "comparators": [row.model_dump(include={"id", "value", "unit"}) for row in tables.comparators.rows],
    }


def _role(role: Role) -> Record:
    return role.model_dump(mode="json", exclude={"purpose", "definition"})


def _contributor(row: Contributor) -> Record:
    columns = {"country", "army_active", "brigades_low", "brigades_central", "brigades_high", "position"}
    return {**row.model_dump(include=columns), "origin": origin("contributors", row.id)}


def _missions(case: Case) -> list[Record]:
    levels = {row.type: row.mandate_level for row in case.tables.mission_types.rows}
    columns = {"id", "name", "lead", "split", "type", "state_adversary", "sizing_driver", "strength", "line_km"}
    columns |= {"population"}
    return [{**row.model_dump(include=columns), "mandate_level": levels[row.type]} for row in case.tables.missions.rows]
