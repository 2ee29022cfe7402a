"""Too few soldiers: how forces changed, how many more it would take, at what cost, and in how long a time."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

# The series that counts the same forces from the first year to the last.
SERIES = "nato"
# Fewer than one soldier is none.
ONE = 1
CLOSING = Number("generation.settings.closing_years", "exact")
LONGEST = "generation.settings.longest_wait"


def trend(known: Known) -> Said:
    """How much the active forces of states have shrunk, of those whose counts can be compared."""
    falls = [
        phrase(
            "recruiting.fall",
            country=country_in_sentence(country),
            share=Number(f"generation.fall.{name}.{SERIES}", "percent"),
        )
        for name, country in _counted(known).items()
        if known.number(_trend(name)) < 0
    ]
    return phrase("recruiting.shrunk", falls=Listed(falls)) if falls else NOTHING


def _counted(known: Known) -> dict[str, str]:
    """The states whose forces were counted alike more than once."""
    rows = known.rows("army_trend", series=SERIES)
    return {row["contributor"]: row["country"] for row in rows if known.has(_trend(row["contributor"]))}


def _trend(contributor: str) -> str:
    return f"generation.trend.{contributor}.{SERIES}"


def answer(known: Known) -> Sentences:
    """How many more soldiers those counted on would need, at what cost; and where they have enough."""
    short = [row for row in known.options if _is_short(known, row)]
    enough = [row["in_sentence"] for row in known.options if not _is_short(known, row)]
    return Sentences([
        _lacking(known, short) if short else NOTHING,
        phrase("recruiting.large_enough", options=Listed(enough)) if enough else NOTHING,
    ])  # fmt: skip


def _is_short(known: Known, option: Record) -> bool:
    return known.number(f"generation.soldiers_missing.{option['id']}") >= ONE


def _lacking(known: Known, options: Sequence[Record]) -> Sentences:
    told = [_one_lacking(option, first=place == 0) for place, option in enumerate(options)]
    return Sentences([
        phrase("recruiting.armies_too_small"), *told, _waiting(known, options), phrase("recruiting.from_likely"),
    ])  # fmt: skip


def _one_lacking(option: Record, *, first: bool) -> Phrase:
    return phrase(
        "recruiting.first_lacking" if first else "recruiting.lacking",
        option=option["in_sentence"],
        soldiers=Number(f"generation.soldiers_missing.{option['id']}", "p50"),
        euros=Number(f"generation.spending.{option['id']}", "p50"),
        years=CLOSING,
        recruits=Number(f"generation.recruits_needed.{option['id']}", "p50"),
    )


def _waiting(known: Known, options: Sequence[Record]) -> Phrase:
    """How long it takes to recruit them: beyond the longest time looked at, or so many years."""
    beyond = [row["in_sentence"] for row in options if known.number(_years(row)) >= known.number(LONGEST)]
    within = [
        phrase("recruiting.within", years=Number(_years(row), "p50"), option=row["in_sentence"])
        for row in options
        if row["in_sentence"] not in beyond
    ]
    times: list[Said] = [Listed(within)] if within else []
    if beyond:
        times = [phrase("recruiting.beyond", years=Number(LONGEST, "exact"), options=Listed(beyond)), *times]
    return phrase("recruiting.pace", times=Listed(times, "clauses"))


def _years(option: Record) -> str:
    return f"generation.years.{option['id']}"
