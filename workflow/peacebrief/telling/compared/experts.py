"""What experts were asked and answered, how each did where the answer is known, and what that was, row by row."""

from __future__ import annotations

from peacebrief.elicitation.panel import COOKE, QUESTIONS, YES, Elicited, panel
from peacebrief.facts.rounding import exact, percent, significant
from peacebrief.telling.annex.evidence_cells import anchor, apart, ranged, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Cell, Phrase, Row, phrase


def questions(known: Known) -> list[Row]:
    """Every question about a judged row: what is answered in both ways, which counts, and what was judged before."""
    found = {one.question: one for one in panel(known.tables).elicited}
    return [
        _question(known, row, found.get(row["id"])) for row in known.tables.get(QUESTIONS, ()) if row["seed"] != YES
    ]


def _question(known: Known, row: Record, one: Elicited | None) -> Row:
    told: list[Cell] = [row["wording"], f"{apart(row['replaces_table'])} {row['replaces_row']}"]
    if one is None:
        return Row([*told, None, None, None, None, None, None], anchor(QUESTIONS, row["id"]))
    before = f"elicitation.judged.{one.question}"
    return Row(
        [
            *told,
            len(one.experts),
            one.rounds,
            _spread(one.idea),
            _spread(one.cooke) if one.cooke else None,
            phrase("asked.weighed" if one.method == COOKE else "asked.each_alike"),
            percent(known.number(before)) if known.has(before) else None,
        ],
        anchor(QUESTIONS, row["id"]),
    )


def _spread(numbers: tuple[float, float, float]) -> Phrase:
    low, middle, high = numbers
    return ranged(middle, low, high, percent)


def scores(known: Known) -> list[Row]:
    """How each expert did on the questions with known answers."""
    found = panel(known.tables)
    if found.scores is None:
        return []
    by_expert = zip(found.experts, found.scores.calibration, found.scores.information, found.scores.weight, strict=True)
    return [
        Row([expert, significant(float(hits)), significant(float(told)), percent(float(weight))])
        for expert, hits, told, weight in by_expert
    ]


def seeds(known: Known) -> list[Row]:
    """The questions with known answers."""
    return [
        Row(
            [
                row["wording"],
                phrase("asked.known_answer", answer=exact(row["answer"]), unit=apart(row["unit"])),
                source(row["source"]),
            ],
            anchor(QUESTIONS, row["id"]),
        )
        for row in known.tables.get(QUESTIONS, ())
        if row["seed"] == YES
    ]
