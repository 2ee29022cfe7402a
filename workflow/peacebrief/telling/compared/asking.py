"""The sheet that is sent to experts: a question for each judged row, or those that the case has, and how to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peacebrief.counting.comparator import SUBJECT
from peacebrief.elicitation.panel import QUESTIONS
from peacebrief.facts.basis import row_key
from peacebrief.facts.rounding import percent, plain
from peacebrief.telling.annex.evidence_cells import apart, level_name, short_name
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Said, phrase

GATES, POSITIONS, CARRY_OVER = "gate_chances", "position_chances", "carry_over"
LEAST_SURE, MOST_SURE, EXAMPLE = 0.5, 1.0, 0.2


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its id, in words, with its unit, and the judged row that it is about (empty where none)."""

    id: str
    wording: Said
    unit: str
    table: str
    row: str


def questions(known: Known) -> list[Question]:
    """Those that the case has; without any, one for each judged chance."""
    own = known.tables.get(QUESTIONS, ())
    if own:
        return [
            Question(row["id"], row["wording"], row["unit"], row["replaces_table"], row["replaces_row"]) for row in own
        ]
    return [_about(known, table, row) for table in SUBJECT for row in known.tables[table]]


def _about(known: Known, table: str, row: Record) -> Question:
    key = row_key(table, row)
    name = f"{table.partition('_')[0]}_{key.replace('/', '_')}"
    unit = "share" if table == CARRY_OVER else "probability"
    return Question(name, _wording(known, table, row), unit, table, key)


def _wording(known: Known, table: str, row: Record) -> Said:
    level = level_name(known, row["support_level"])
    if table == POSITIONS:
        return phrase("asking.position_chances", subject=phrase(f"positions.{row['position']}"), level=level)
    option = short_name(known, row["option"])
    if table == CARRY_OVER:
        return phrase("asking.carry_over", option=option, level=level)
    if table == GATES:
        gate = known.row("gates", id=row["gate"])
        return phrase("asking.gate_chances", subject=gate["label"], option=option, level=level)
    risk = known.row("risks", id=row["risk"])
    told = {"option": option, "level": level, "months": plain(risk["horizon_months"])}
    return phrase("asking.risk_chances", subject=risk["title"], **told)


def sheet(known: Known, file: str) -> Iterator[Said]:
    """The sheet, a paragraph each: what is asked for, how to fill in the `file`, then every question."""
    yield phrase("asking.head", question=known.case["question"])
    yield phrase("asking.why")
    yield phrase("asking.given")
    yield phrase("asking.fill", file=file)
    yield phrase("asking.lowest")
    yield phrase("asking.highest")
    yield phrase("asking.best")
    yield phrase("asking.sure", least=plain(LEAST_SURE), most=plain(MOST_SURE))
    yield phrase("asking.numbers", share=plain(EXAMPLE), percent=percent(EXAMPLE))
    for one in questions(known):
        yield phrase("asking.one", id=one.id, wording=one.wording, unit=apart(one.unit))
