"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows as CSV: columns in order of first appearance, empty cells for what is not known."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def cell(value: Any) -> str:
    """One value as a cell: lists joined by semicolons; text that a spreadsheet would run is quoted by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ";".join(cell(part) for part in value)
    if isinstance(value, float):
        return f"{value:.9g}"
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number(text) else text


def is_number(text: str) -> bool:
    """Whether a spreadsheet reads the text as a number."""
    try:
        float(text)
    except ValueError:
        return False
    return True
