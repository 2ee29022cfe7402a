"""Low, central and high: what may be wrong with a range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from peacebrief.inputs.row import Fault, Row
from peacebrief.inputs.units import UPPER_BOUND

PARTS = ("low", "central", "high")


def range_of(row: Row, name: str) -> dict[str, float | None]:
    """The columns `name_low`, `name_central` and `name_high` of a row."""
    return {f"{name}_{part}": getattr(row, f"{name}_{part}") for part in PARTS}


def span_faults(parts: Mapping[str, float | None], *, unit: str | None = None) -> Iterator[Fault]:
    """Faults of a range whose `parts` are in rising order: a number out of order, negative, or beyond its unit."""
    filled = [(column, value) for column, value in parts.items() if value is not None]
    for (lower, low), (upper, high) in pairwise(filled):
        if low > high:
            yield Fault(lower, f"{low:g} is above {upper} ({high:g}); exchange or correct them.")
    most = UPPER_BOUND.get(unit or "", float("inf"))
    for column, value in filled:
        if value < 0:
            yield Fault(column, f"{value:g} is negative; write zero or more.")
        if value > most:
            remedy = " (60 per cent is 0.6)" if most == 1 else ""
            yield Fault(
                column, f"{value:g} is above {most:g}, the most for the unit {unit}; write a smaller number{remedy}."
            )
