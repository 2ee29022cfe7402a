"""Quantities and what ties them, as the stages read them."""

from __future__ import annotations

from typing import Any

from peacebrief.inputs.assumption import Assumption, Stage
from peacebrief.inputs.case import Tables
from peacebrief.inputs.stage_columns import stage_of_quantity

Record = dict[str, Any]


def origin(table: str, key: str) -> str:
    """Where a number comes from, as facts name it."""
    return f"table:{table}.csv#{key}"


def quantity_records(tables: Tables, stage: Stage) -> list[Record]:
    """The assumptions that a stage reads."""
    return [_quantity(row) for row in tables.assumptions.rows if row.stage == stage]


def correlation_records(tables: Tables, stage: Stage) -> list[Record]:
    """What ties the quantities that a stage reads."""
    stages = {row.id: str(row.stage) for row in tables.assumptions.rows}
    return [
        {
            "factor": row.factor,
            "quantity": row.quantity,
            "loading": row.loading,
            "origin": origin("correlations", row.row_key()),
        }
        for row in tables.correlations.rows
        if stage_of_quantity(row.quantity, stages) == stage
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
