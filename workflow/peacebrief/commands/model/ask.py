"""A sheet of questions to send to experts, and the table that they fill in."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from peacebrief.elicitation.panel import ANSWERS, QUESTIONS
from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.reading.case_tables import CASE_TABLES
from peacebrief.saving import save_text
from peacebrief.telling.compared.asking import Question, questions, sheet
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.voice import PlainVoice, Words

SHEET = "questions.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `run`."""
    parser.add_argument("case", help="the case, a folder of inputs")
    parser.add_argument("--to", type=Path, help="the folder written to; without it build/<case>/questions")
    parser.add_argument("--inputs", type=Path, default=Path("inputs"), help="the folder of all inputs")
    parser.add_argument("--templates", type=Path, default=Path("workflow/templates"), help="the folder of templates")


def run(*, case: str, to: Path | None, inputs: Path, templates: Path) -> str:
    """Write the sheet and the table of answers, and the table of questions where the case has none."""
    evidence = resolve_case(inputs, case).evidence
    folder = to or Path("build") / case / "questions"
    known = Known({}, evidence["tables"], evidence["case"])
    words = Words(templates / "words", escaped=False, vocabulary={"called": known.called})
    voice, asked = PlainVoice(words, {}), questions(known)
    files = {f"{ANSWERS}.csv": _table(ANSWERS, [{"question": one.id, "round": 1} for one in asked])}
    if not known.tables.get(QUESTIONS):
        files[f"{QUESTIONS}.csv"] = _table(QUESTIONS, [_row(one, voice) for one in asked])
    files[SHEET] = "\n\n".join(voice.say(one) for one in sheet(known, f"{ANSWERS}.csv")) + "\n"
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise AnalystError(
            f"{folder / there[0]}: is there already and may hold answers; name another folder with --to."
        )
    for name, text in files.items():
        save_text(folder / name, text)
    return f"{len(asked)} questions in {folder}: send {SHEET} and {ANSWERS}.csv"


def _row(one: Question, voice: PlainVoice) -> dict[str, object]:
    told = {"id": one.id, "wording": voice.say(one.wording), "unit": one.unit, "seed": "no"}
    return {**told, "replaces_table": one.table, "replaces_row": one.row}


def _table(name: str, rows: Iterable[dict[str, object]]) -> str:
    columns: Sequence[str] = list(CASE_TABLES[name].model_fields)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
