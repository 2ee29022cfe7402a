"""What the stage is given: the resolved inputs of one case and the rows of its tables, typed.

`origin` is the row that a fact names. Options at a level and settings of the case are named here as facts name them.
Inverse tables are kept from call to call: a search for switching values asks for the same quantities many times.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.feasibility.verdict_rule import Thresholds
from peacebrief.reasoning.attitude import ties_of
from peacebrief.reasoning.record import Row
from peacebrief.reasoning.sampled import tie_rows
from peacebrief.reasoning.subject import About, Named, support_of
from peacebrief.uncertainty import Quantity, Tie

Span = tuple[float, float, float]
LEVELS = ("low", "central", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A way to lead the mission: low, central and high of its size (persons), and the level it was planned with."""

    id: str
    label: str
    posture: str
    fighting_posture: str
    support_level: str
    span: Span
    origin: str

    @property
    def size(self) -> float:
        """The size (persons) at which the option is judged: the central one."""
        return self.span[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A must-pass condition, with its names for tables and for sentences; `kind` says where its chance comes from."""

    id: str
    label: str
    in_sentence: str
    kind: str
    place: int
    origin: str

    @property
    def subject(self) -> Named:
        """The gate as the label of a fact names it."""
        return Named(self.id, self.in_sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A scored criterion: the scale from its measure to a value, the range of its weight, and what measures it."""

    id: str
    label: str
    unit_label: str
    scale: ValueFunction
    weight: Span
    computed_by: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The chance that an option passes a gate once a named condition holds; with no `support_level`, at any level."""

    id: str
    option: str
    label: str
    gate: str
    support_level: str
    chance: Quantity
    origin: str


def option_of(row: Row) -> Option:
    """The option of a row."""
    words = {name: str(row[name]) for name in ("id", "label", "posture", "fighting_posture", "support_level", "origin")}
    return Option(**words, span=span_of(row, "force"))


def gate_of(row: Row) -> Gate:
    """The gate of a row."""
    words = {name: str(row[name]) for name in ("id", "label", "in_sentence", "kind", "origin")}
    return Gate(**words, place=int(row["place"]))


def criterion_of(row: Row) -> Criterion:
    """The criterion of a row. Raises ValueError where its anchors are equal."""
    zero, full = float(row["anchor_zero"]), float(row["anchor_full"])
    words = {name: str(row[name]) for name in ("id", "label", "unit_label", "origin")}
    return Criterion(
        **words,
        scale=ValueFunction(tuple(sorted(((zero, 0.0), (full, 1.0))))),
        weight=span_of(row, "weight"),
        computed_by=str(row["computed_by"] or ""),
    )


def condition_of(row: Row) -> Condition:
    """The condition of a row."""
    words = {name: str(row[name] or "") for name in ("id", "option", "label", "gate", "support_level", "origin")}
    name = f"condition.{words['id']}.{words['gate']}"
    return Condition(**words, chance=judged(row, name=name))


def judged(row: Row, *, name: str) -> Quantity:
    """The judged number of a row, under a name."""
    # ASSUME: a number that was judged with a low, a most likely and a high figure lies between them by a PERT
    # distribution.
    low, central, high = span_of(row)
    return Quantity(id=name, origin=str(row["origin"]), distribution="pert", low=low, central=central, high=high)


def mean(quantity: Quantity) -> float:
    """The mean of a judged number: that of the PERT distribution."""
    low, high = quantity.range()
    return (low + 4 * quantity.central_point() + high) / 6


def span_of(row: Row, column: str = "") -> Span:
    """Low, central and high of a row, of one column of it where a name is given."""
    low, central, high = (float(row[f"{column}_{level}" if column else level]) for level in LEVELS)
    return low, central, high


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityInputs:
    """Everything the stage reads of its own; `record` holds the rows of tables that have no type here.

    `support_levels` run from the least support by the patron, the base, to the most; `called` is what
    the case calls the patron and its challenges.
    """

    seed: int
    draws: int
    support_levels: tuple[str, ...]
    called: Row
    settings: Mapping[str, Any]
    thresholds: Thresholds
    options: tuple[Option, ...]
    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    conditions: tuple[Condition, ...]
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    record: Row

    @classmethod
    def from_record(cls, record: Row) -> FeasibilityInputs:
        """The inputs that a case resolves to for this stage. Raises ValueError where a threshold is out of order."""
        settings = record["feasibility"]
        thresholds = {name: float(value) for name, value in settings["thresholds"].items()}
        quantities = tuple(Quantity.from_record(row) for row in record["quantities"])
        gates = sorted((gate_of(row) for row in record["gates"]), key=lambda gate: (gate.place, gate.id))
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            support_levels=tuple(record["support_levels"]),
            called=record["called"],
            settings=settings,
            thresholds=Thresholds(**thresholds),
            options=tuple(option_of(row) for row in record["options"]),
            gates=tuple(gates),
            criteria=tuple(criterion_of(row) for row in record["criteria"]),
            conditions=tuple(condition_of(row) for row in record["conditions"]),
            quantities=quantities,
            ties=ties_of(record, quantities),
            record=record,
        )

    def quantity(self, name: str) -> Quantity:
        """The assumption called `name`. Raises ValueError where there is none."""
        for quantity in self.quantities:
            if quantity.id == name:
                return quantity
        raise ValueError(f"the calculation needs {name}, which the inputs do not give")

    def at_level(self, option: Option, level: str) -> About:
        """What a fact on an option at a level of support is about."""
        patron = self.called.get("patron") or {}
        return {"option": option, "level": support_of(level, str(patron.get("label", "")))}

    def option(self, name: str) -> Option:
        """The option called `name`."""
        return next(option for option in self.options if option.id == name)

    def gate(self, name: str) -> Gate:
        """The gate called `name`."""
        return next(gate for gate in self.gates if gate.id == name)

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of a table."""
        return tuple(self.record[table])

    def row_at(self, table: str, *, level: str, **wanted: str) -> Row | None:
        """The row of a table that holds at a level: one for just this level before one for all; None without any."""
        found: list[Row] = [
            row for row in self.record[table] if all(row[name] == cell for name, cell in wanted.items())
        ]
        for at in (level, ""):
            for row in found:
                if (row["support_level"] or "") == at:
                    return row
        return None

    def tie_rows(self, *streams: str) -> tuple[str, ...]:
        """The rows that tie streams to common factors."""
        return tie_rows(self.ties, *streams)


def setting(name: str) -> str:
    """Where a setting of the stage came from."""
    return f"table:case.yaml#feasibility.{name}"
