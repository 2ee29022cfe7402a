"""What the stage is given: the resolved inputs of one case, typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.rows import (
    Condition,
    Criterion,
    Gate,
    Option,
    condition_of,
    criterion_of,
    gate_of,
    option_of,
)
from peacebrief.feasibility.verdict import Thresholds
from peacebrief.uncertainty import Quantity, Tie

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityInputs:
    """Everything the stage reads of its own; `record` holds the rows of tables that have no type here.

    `us_levels` run from the least support of the United States, the base, to the most.
    """

    seed: int
    draws: int
    us_levels: tuple[str, ...]
    settings: Mapping[str, Any]
    thresholds: Thresholds
    options: tuple[Option, ...]
    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    conditions: tuple[Condition, ...]
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    record: Record

    @classmethod
    def from_record(cls, record: Record) -> FeasibilityInputs:
        """The inputs that a case resolves to for this stage. Raises ValueError where a threshold is out of order."""
        settings = record["feasibility"]
        thresholds = {name: float(value) for name, value in settings["thresholds"].items()}
        gates = sorted((gate_of(row) for row in record["gates"]), key=lambda gate: (gate.place, gate.id))
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            us_levels=tuple(record["us_levels"]),
            settings=settings,
            thresholds=Thresholds(**thresholds),
            options=tuple(option_of(row) for row in record["options"]),
            gates=tuple(gates),
            criteria=tuple(criterion_of(row) for row in record["criteria"]),
            conditions=tuple(condition_of(row) for row in record["conditions"]),
            quantities=tuple(Quantity.from_record(row) for row in record["quantities"]),
            ties={row["quantity"]: Tie.from_record(row) for row in record["correlations"]},
            record=record,
        )

    def quantity(self, name: str) -> Quantity:
        """The assumption called `name`. Raises ValueError where there is none."""
        for quantity in self.quantities:
            if quantity.id == name:
                return quantity
        raise ValueError(f"the calculation needs {name}, which the inputs do not give")

    def option(self, name: str) -> Option:
        """The option called `name`."""
        return next(option for option in self.options if option.id == name)

    def gate(self, name: str) -> Gate:
        """The gate called `name`."""
        return next(gate for gate in self.gates if gate.id == name)

    def rows(self, table: str) -> Sequence[Record]:
        """The rows of a table."""
        return tuple(self.record[table])

    def row_at(self, table: str, *, level: str, **wanted: str) -> Record | None:
        """The row of a table that holds at a level: one for just this level before one for all; None without any."""
        found: list[Record] = [
            row for row in self.record[table] if all(row[name] == cell for name, cell in wanted.items())
        ]
        for at in (level, ""):
            for row in found:
                if (row["us_level"] or "") == at:
                    return row
        return None

    def tie_rows(self, *streams: str) -> tuple[str, ...]:
        """The rows that tie streams to common factors."""
        return tuple(self.ties[stream].origin for stream in streams if stream in self.ties)

    def level_words(self, level: str) -> str:
        """A level of support in the label of a fact."""
        return f"support by the United States: {level.replace('_', ' ')}"
