"""Quantities and what ties them, as the stages read them."""

from __future__ import annotations

from typing import Any

from peacebrief.inputs.assumption import Assumption, Stage
from peacebrief.inputs.case import Tables
from peacebrief.inputs.sizing_method import SizingMethod
from peacebrief.inputs.stage_columns import METHODS, stages_of_quantity

Record = dict[str, Any]


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
