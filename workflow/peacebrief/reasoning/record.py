"""Facts of a stage as plain records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from peacebrief.uncertainty.replicates import Spread

SIGNIFICANT_DIGITS = 9
Record = dict[str, Any]
Table = dict[str, Any]
# The rows of such a table, and a row of a table of inputs.
Rows = Iterator[list[Any]]
Row = Mapping[str, Any]


def record(
    fact_id: str,
    *,
    label: str,
    unit: str,
    method: str,
    because: Iterable[str],
    kind: str = "number",
    formula: Callable[..., Any] | None = None,
    **numbers: float,
) -> Record:
    """One fact, at nine significant digits at most; `formula` is the function that calculates it, where it is one."""
    kept: Record = {name: significant(number) for name, number in numbers.items()}
    kept |= {"formula": place_of(formula)} if formula else {}
    return _told(fact_id, label, unit, kind, method) | kept | {"because": sorted(set(because))}


def spread_record(fact_id: str, *, spread: Spread, central: float, **told: Any) -> Record:
    """One fact with quantiles; `told` is its label, unit, method and because."""
    numbers: dict[str, Any] = {"p5": spread.p5, "p50": spread.p50, "p95": spread.p95, "central": central}
    return record(fact_id, **told, kind="quantiles", **numbers, standard_error=spread.standard_error)


def words_record(fact_id: str, *, label: str, method: str, because: Iterable[str], words: str) -> Record:
    """One fact in words."""
    return _told(fact_id, label, "words", "words", method) | {"value": words, "because": sorted(set(because))}


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table of a stage, at nine significant digits."""
    plain = [[significant(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    return {"columns": list(columns), "rows": plain}


def told_by(write: Callable[..., Iterable[Record]], *arguments: Any, **named: Any) -> Iterator[Record]:
    """The facts that `write` tells, each with the place where it is calculated: its formula, or else `write`."""
    for fact in write(*arguments, **named):
        yield {"formula": place_of(write)} | fact


def place_of(function: Callable[..., Any]) -> str:
    """Where a function stands within the package: `sizing.rotation:pool`."""
    return f"{function.__module__.partition('.')[2]}:{function.__qualname__}"


def significant(number: float) -> float:
    """`number` at nine significant digits; zero has no sign."""
    return float(f"{number:.{SIGNIFICANT_DIGITS}g}") + 0.0


def _told(fact_id: str, label: str, unit: str, kind: str, method: str) -> Record:
    return {"id": fact_id, "label": label[:1].upper() + label[1:], "unit": unit, "kind": kind, "method": method}
