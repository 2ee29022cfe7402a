"""Trends of army strength, within one way of counting only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Persons under arms in one country and year, as counted by one series (such as NATO, or World Bank)."""

    country: str
    year: int
    persons: float
    series: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened between two years of one country and series.

    `share` is the change as a share of the first year, `rate` the steady yearly rate.
    """

    country: str
    series: str
    first: int
    last: int
    share: float
    rate: float


# ASSUME: strengths counted by different series, with and without paramilitary forces, are shown but never compared.
def change(*, first: Strength, last: Strength) -> Change:
    """The change between two counts. Raises ValueError unless they are of one country and series and in order."""
    if (first.country, first.series) != (last.country, last.series):
        raise ValueError(f"strengths of {first.country} and {last.country} by two series cannot be compared")
    if last.year <= first.year:
        raise ValueError(f"{first.country}: {last.year} does not come after {first.year} in the series {first.series}")
    if min(first.persons, last.persons) <= 0:
        raise ValueError(f"{first.country}: a strength must be above zero")
    years = last.year - first.year
    return Change(
        country=first.country,
        series=first.series,
        first=first.year,
        last=last.year,
        share=last.persons / first.persons - 1,
        rate=float((last.persons / first.persons) ** (1 / years)) - 1,
    )
