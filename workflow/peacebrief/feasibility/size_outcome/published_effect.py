"""A published estimate of what a force does to renewed war: the logarithm of its ratio, its error, and its dose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peacebrief.reasoning.record import Row
from peacebrief.uncertainty.power import natural_log

# Half of an interval of 95 per cent is so many standard errors.
NORMAL_P975 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEffect:
    """`log_ratio` with its standard `error`, at `dose` soldiers."""

    id: str
    log_ratio: float
    error: float
    dose: float
    origin: str


def pooled_effects(rows: Iterable[Row]) -> tuple[PublishedEffect, ...]:
    """The estimates of the rows that are pooled. Raises ValueError where one has no error, or none is pooled."""
    found = tuple(_effect(row) for row in rows if row["pooled"])
    if not found:
        raise ValueError("no published effect of a force is pooled")
    return found


def _effect(row: Row) -> PublishedEffect:
    """The estimate of a row; its error is half the width of the interval, on the scale of logarithms."""
    if None in (row["estimate"], row["low"], row["high"], row["dose"]):
        raise ValueError(f"the estimate {row['id']} is pooled without its error, its ratio or its dose")
    low, high = (natural_log(float(row[end])) for end in ("low", "high"))
    return PublishedEffect(
        id=str(row["id"]),
        log_ratio=natural_log(float(row["estimate"])),
        error=(high - low) / (2 * NORMAL_P975),
        dose=float(row["dose"]),
        origin=str(row["origin"]),
    )
