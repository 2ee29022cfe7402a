"""The rows of the tables that the stage reads, typed; `origin` is the row that a fact names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity

Record = Mapping[str, Any]
Span = tuple[float, float, float]
LEVELS = ("low", "central", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A way to lead the mission: low, central and high of its size (persons), and the level it was planned with."""

    id: str
    label: str
    posture: str
    us_level: str
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
    """The chance that an option passes a gate once a named condition holds; an empty `us_level` means any level."""

    id: str
    option: str
    label: str
    gate: str
    us_level: str
    chance: Quantity
    origin: str


def option_of(row: Record) -> Option:
    """The option of a row."""
    words = {name: str(row[name]) for name in ("id", "label", "posture", "us_level", "origin")}
    return Option(**words, span=span_of(row, "force"))


def gate_of(row: Record) -> Gate:
    """The gate of a row."""
    words = {name: str(row[name]) for name in ("id", "label", "in_sentence", "kind", "origin")}
    return Gate(**words, place=int(row["place"]))


def criterion_of(row: Record) -> Criterion:
    """The criterion of a row. Raises ValueError where its anchors are equal."""
    zero, full = float(row["anchor_zero"]), float(row["anchor_full"])
    words = {name: str(row[name]) for name in ("id", "label", "unit_label", "origin")}
    return Criterion(
        **words,
        scale=ValueFunction(tuple(sorted(((zero, 0.0), (full, 1.0))))),
        weight=span_of(row, "weight"),
        computed_by=str(row["computed_by"] or ""),
    )


def condition_of(row: Record) -> Condition:
    """The condition of a row."""
    words = {name: str(row[name] or "") for name in ("id", "option", "label", "gate", "us_level", "origin")}
    name = f"condition.{words['id']}.{words['gate']}"
    return Condition(**words, chance=judged(row, name=name))


def judged(row: Record, *, name: str) -> Quantity:
    """The judged number of a row, under a name."""
    # ASSUME: a number that was judged with a low, a most likely and a high figure lies between them by a PERT
    # distribution.
    low, central, high = span_of(row)
    return Quantity(id=name, origin=str(row["origin"]), distribution="pert", low=low, central=central, high=high)


def mean(quantity: Quantity) -> float:
    """The mean of a judged number: that of the PERT distribution."""
    low, high = quantity.range()
    return (low + 4 * quantity.central_point() + high) / 6


def span_of(row: Record, column: str = "") -> Span:
    """Low, central and high of a row, of one column of it where a name is given."""
    low, central, high = (float(row[f"{column}_{level}" if column else level]) for level in LEVELS)
    return low, central, high
