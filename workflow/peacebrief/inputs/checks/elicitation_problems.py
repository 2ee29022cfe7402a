"""Whether questions for experts replace rows that are there, and answers answer questions that are asked."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.row_keys import unknown_names
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.source import DECLARED
from peacebrief.inputs.tables.prospects.question import CHANCES


def elicitation_problems(tables: Tables) -> Iterator[Problem]:
    """Unknown questions, rows and sources, rows replaced twice, chances above one, and a basis that is typed in."""
    yield from unknown_names(tables.elicitation, "question", tables.elicitation_questions)
    yield from _row_problems(tables)
    yield from _source_problems(tables)
    units = {row.id: row.unit for row in tables.elicitation_questions.rows}
    for index, answer in tables.elicitation.located():
        if units.get(answer.question) in CHANCES:
            for column in ("lowest", "best", "highest"):
                if getattr(answer, column) > 1:
                    message = f"{getattr(answer, column):g} is above 1, the most for a chance; 60 per cent is 0.6."
                    yield tables.elicitation.at(index, column, message)


def _row_problems(tables: Tables) -> Iterator[Problem]:
    table, replaced = tables.elicitation_questions, dict[tuple[str, str], int]()
    for index, row in table.located():
        if not row.replaces_table or not row.replaces_row:
            continue
        judged = getattr(tables, row.replaces_table)
        known = [one.row_key() for one in judged.rows]
        if judged.complete and row.replaces_row not in known:
            message = f"{shown(row.replaces_row)} is no row of {row.replaces_table}.csv; "
            yield table.at(index, "replaces_row", message + did_you_mean(row.replaces_row, known))
        first = replaced.setdefault((row.replaces_table, row.replaces_row), index)
        if first != index:
            message = f"row {table.numbers[first]} replaces the same judged row; keep one of the two questions."
            yield table.at(index, "replaces_row", message)


def _source_problems(tables: Tables) -> Iterator[Problem]:
    if not tables.sources.complete:
        return
    known = tables.sources.values("key") | {DECLARED}
    for index, row in tables.elicitation_questions.located():
        for key in (part.strip() for part in row.source.split(";") if row.source):
            if key not in known:
                message = f"{shown(key)} is not a record of sources.bib; {did_you_mean(key, known)}"
                yield tables.elicitation_questions.at(index, "source", message)
