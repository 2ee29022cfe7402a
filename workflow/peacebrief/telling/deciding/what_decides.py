"""The inputs that move the verdict on each option most, and what either end of each would make of it."""

from __future__ import annotations

from peacebrief.facts.rounding import percent_of_draws
from peacebrief.telling.annex.evidence_cells import by_unit, short_name
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import Number, Opening, Phrase, Row, Said, Sentences, phrase

ENDS = ("low", "high")
# Inputs of each option that the annex lists.
MOST_LISTED = 5
# What an input is where it is no number: see the stage that holds it.
NUMBER = "number"


def in_short(known: Known) -> Phrase:
    """The inputs that are named of the option likeliest to pass every gate, with its chance at both ends of each."""
    likeliest = max(known.options, key=lambda row: known.number(_joint(known, row)))
    found = _named(known, likeliest["id"])
    told: dict[str, Said] = {"option": likeliest["in_sentence"], "chance": Number(_joint(known, likeliest), "percent")}
    if not found:
        return phrase("what_decides.nothing", **told)
    return phrase("what_decides.most", **told, inputs=Sentences([_moving(row) for row in found]))


def _joint(known: Known, option: Record) -> str:
    return f"feasibility.joint{place(known, option['id'])}"


def _moving(row: Record) -> Phrase:
    low, high = (Number(_fact(row, end), "percent") for end in ENDS)
    return phrase("what_decides.moving", input=Opening(row["label"]), low=low, high=high)


def _named(known: Known, option: str) -> list[Record]:
    """The rows of the inputs that are named of an option, each with its place among them."""
    found = known.rows("decides", option=option, named=True)
    return [{**row, "told": place} for place, row in enumerate(found, start=1)]


def _fact(row: Record, part: str) -> str:
    return f"feasibility.decides.{row['option']}.{row['told']}.{part}"


def _at_end(row: Record, end: str, *, chance: Said, verdict: Said) -> Phrase:
    """What holds at an end; the verdict where it is another one than as planned."""
    told: dict[str, Said] = {"end": end_words(row, end), "chance": chance}
    if row[f"word_{end}"] == row["word"]:
        return phrase("what_decides.there", **told)
    return phrase("what_decides.turned", **told, verdict=verdict)


def end_words(row: Record, end: str) -> Said:
    """What an input is at one of its ends."""
    if row["kind"] == NUMBER:
        return by_unit(row[end], row["unit"])
    return phrase(f"what_decides.{row['kind']}_{end}")


def ranked(known: Known) -> list[Row]:
    """The inputs that move each option most as it is printed, those first whose ends lie furthest apart."""
    return [
        Row([short_name(known, row["option"]), row["place"], row["label"], *(_tried(row, end) for end in ENDS)])
        for row in known.tables["decides"]
        if row["place"] <= MOST_LISTED and _moves(row)
    ]


def _moves(row: Record) -> bool:
    """Whether the chance or the verdict prints otherwise at one end."""
    usual = percent_of_draws(row["joint"]), row["word"]
    return any((percent_of_draws(row[f"joint_{end}"]), row[f"word_{end}"]) != usual for end in ENDS)


def _tried(row: Record, end: str) -> Phrase:
    return _at_end(row, end, chance=percent_of_draws(row[f"joint_{end}"]), verdict=row[f"word_{end}"])
