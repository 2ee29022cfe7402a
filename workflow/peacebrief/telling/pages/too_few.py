"""Too few soldiers: how forces changed, and how many that are kept in place are missing."""

from __future__ import annotations

from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Said, Sentences, phrase

# The series that counts the same forces from the first year to the last.
SERIES = "nato"
# Fewer than one soldier is none.
ONE = 1


def trend(known: Known) -> Said:
    """How much the active forces of states have shrunk, of those whose counts can be compared."""
    falls = [
        phrase(
            "too_few.fall",
            country=country_in_sentence(country),
            share=Number(f"generation.fall.{name}.{SERIES}", "percent"),
        )
        for name, country in _counted(known).items()
        if known.number(_trend(name)) < 0
    ]
    return phrase("too_few.shrunk", falls=Listed(falls)) if falls else NOTHING


def _counted(known: Known) -> dict[str, str]:
    """The states whose forces were counted alike more than once."""
    rows = known.rows("army_trend", series=SERIES)
    return {row["contributor"]: row["country"] for row in rows if known.has(_trend(row["contributor"]))}


def _trend(contributor: str) -> str:
    return f"generation.trend.{contributor}.{SERIES}"


def answer(known: Known) -> Sentences:
    """How many soldiers kept in place are missing as planned, by option; and where none are."""
    short = [row for row in known.options if known.number(_gap(known, row)) >= ONE]
    enough = [row["in_sentence"] for row in known.options if row not in short]
    gaps = [_missing(known, row, first=row is short[0]) for row in short]
    return Sentences([
        phrase("too_few.lacking", gaps=Listed(gaps)) if gaps else NOTHING,
        phrase("too_few.enough", options=Listed(enough)) if enough else NOTHING,
    ])  # fmt: skip


def _missing(known: Known, option: Record, *, first: bool) -> Phrase:
    return phrase(
        "too_few.first_gap" if first else "too_few.gap",
        option=option["in_sentence"],
        soldiers=Number(_gap(known, option), "p50"),
    )


def _gap(known: Known, option: Record) -> str:
    return f"generation.gap{place(known, option['id'])}"
