"""Which inputs behind a verdict were recalled and not read again, and what they are called."""

from __future__ import annotations

import re

from peacebrief.facts.basis import origins, rows_by_origin
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import place
from peacebrief.telling.saying.said import Listed

OF_A_TABLE = re.compile(r"table:(\w+)\.csv#")
ROWS_BEHIND = "evidence.rows_behind_verdict."


def rests_on_most(known: Known) -> Record:
    """The option whose verdict most inputs stand behind."""
    return max(known.options, key=lambda row: known.number(f"{ROWS_BEHIND}{row['id']}"))


def named(known: Known, option: Record) -> Listed:
    """The inputs behind the verdict on an option that are recalled, by their names."""
    behind = origins(known.fact(f"feasibility.verdict{place(known, option['id'])}"), known.facts)
    tables = {match[1] for origin in behind if (match := OF_A_TABLE.match(origin))}
    inputs = {
        "assumptions": known.tables["assumptions"],
        "tables": {name: known.tables[name] for name in sorted(tables)},
    }
    rows = rows_by_origin(inputs).items()
    return Listed([_called(row) for name, row in rows if name in behind and row.get("basis") == "recalled"], "; ")


def _called(row: Record) -> str:
    """What a row is called in a sentence: only labels are words, and names keep their capitals."""
    return uncapitalised(str(row["label"])) if row.get("label") else str(row.get("name") or row["id"])
