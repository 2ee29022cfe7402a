"""The conditions under which the gates of manpower open or fail to, as they were found in the draws."""

from __future__ import annotations

from peacebrief.telling.annex.evidence_cells import spelt
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import named
from peacebrief.telling.saying.said import Phrase, Row, Said, Sentences, phrase

MEASURED = ("base_rate", "density", "coverage", "stability")
QUESTIONS = ("fails", "opens")


def answer(known: Known) -> Sentences:
    """Of which option it was asked, and what was found on each question."""
    boxes = known.tables["boxes"]
    if not boxes:
        return Sentences([phrase("conditions.nothing")])
    about = phrase("conditions.asked", option=named(known, boxes[0]["option"]))
    return Sentences([about, *(_on(known, question) for question in QUESTIONS)])


def _on(known: Known, question: str) -> Said:
    """The conditions of one question; that there is none where there is none."""
    found = known.rows("boxes", question=question)
    if not found:
        return phrase(f"conditions.{question}_never")
    return Sentences([_sentence(known, row) for row in found])


def _sentence(known: Known, row: Record) -> Phrase:
    told: dict[str, Said] = {name: spelt(known, _fact(row, name), "percent") for name in ("density", "coverage")}
    way = "" if row["place"] == 1 else "_then"
    return phrase(f"conditions.{row['question']}{way}", terms=row["terms"], **told)


def _fact(row: Record, part: str) -> str:
    return f"feasibility.box.{row['question']}.{row['place']}.{part}"


def measured(known: Known) -> list[Row]:
    """Every condition, with how much it says."""
    return [
        Row([
            phrase(f"conditions.question_{row['question']}"),
            row["terms"],
            *(spelt(known, _fact(row, name), "percent") for name in MEASURED),
        ])
        for row in known.tables["boxes"]
    ]  # fmt: skip
