"""What is handed on: the numbers to the stages, all evidence to whatever prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from peacebrief.inputs.assumption import Assumption
from peacebrief.inputs.case import Case
from peacebrief.inputs.case_settings import Role
from peacebrief.inputs.contributor import Contributor
from peacebrief.inputs.sizing_method import SizingMethod

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A case as JSON documents: `sizing` for that stage, `evidence` for figures and briefs; `warnings` in words."""

    sizing: Record
    evidence: Record
    warnings: tuple[str, ...]


def resolved(case: Case) -> Resolved:
    """Everything that is handed on."""
    warnings = tuple(str(warning) for warning in case.warnings)
    return Resolved(sizing=resolve_sizing(case), evidence=evidence(case), warnings=warnings)


def evidence(case: Case) -> Record:
    """Everything for printing: settings, assumptions, tables and sources; empty cells are null."""
    tables = {name: [row.model_dump(mode="json") for row in table.rows] for name, table in case.tables.evidence()}
    return {
        "case": case.settings.model_dump(mode="json"),
        "assumptions": tables.pop("assumptions"),
        "tables": tables,
        "sources": [row.model_dump(mode="json", exclude_none=True) for row in case.tables.sources.rows],
    }


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
            *(_assumption(row) for row in tables.assumptions.rows if row.stage == "sizing"),
            *(_method(row) for row in tables.sizing_methods.rows if row.method),
        ],
        "correlations": [
            {
                "factor": row.factor,
                "quantity": row.quantity,
                "loading": row.loading,
                "origin": _origin("correlations", row.row_key()),
            }
            for row in tables.correlations.rows
        ],
        "weights": [
            {
                "role": row.role,
                "method": row.method,
                "weight": row.weight,
                "reason": row.reason,
                "origin": _origin("method_weights", row.row_key()),
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


def _origin(table: str, key: str) -> str:
    return f"table:{table}.csv#{key}"


def _role(role: Role) -> Record:
    return role.model_dump(mode="json", exclude={"purpose", "definition"})


def _assumption(row: Assumption) -> Record:
    choices = [list(pair) for pair in row.pairs()] if row.distribution == "choice" else []
    span = {"low": row.low, "central": row.central, "high": row.high}
    return {
        "id": row.id,
        "origin": f"assumption:{row.id}",
        "distribution": row.distribution,
        **span,
        "choices": choices,
    }


def _method(row: SizingMethod) -> Record:
    fixed = row.distribution == "fixed"
    span = {"low": None if fixed else row.low, "central": row.central, "high": None if fixed else row.high}
    origin = _origin("sizing_methods", row.id)
    return {"id": row.method, "origin": origin, "distribution": row.distribution, **span, "choices": []}


def _contributor(row: Contributor) -> Record:
    columns = {"country", "army_active", "brigades_low", "brigades_central", "brigades_high", "position"}
    return {**row.model_dump(include=columns), "origin": _origin("contributors", row.id)}


def _missions(case: Case) -> list[Record]:
    levels = {row.type: row.mandate_level for row in case.tables.mission_types.rows}
    columns = {"id", "name", "lead", "split", "type", "state_adversary", "sizing_driver", "strength", "line_km"}
    columns |= {"population"}
    return [{**row.model_dump(include=columns), "mandate_level": levels[row.type]} for row in case.tables.missions.rows]
