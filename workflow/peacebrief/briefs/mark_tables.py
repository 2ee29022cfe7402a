"""Where the marks of a table stand: at its title, at the heads of its columns or at the heads of its rows."""

from __future__ import annotations

import re

from peacebrief.briefs.mark_clauses import with_marks_at_ends
from peacebrief.briefs.ref_marks import marks_in, ref, ref_at_head, unmarked

ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"(<(t[hd])\b[^>]*>)(.*?)(</\2>)", re.DOTALL)
CAPTION_END = "</caption>"
# The marks of a head that names too many would be longer than its words.
MOST_AT_A_COLUMN = 2


def marked_table(table: str) -> str:
    """A table of a printed page with its marks gathered where fewest are needed; all are told in any case."""
    found = marks_in(table)
    if not found:
        return table
    if len(found) == 1 and CAPTION_END in table:
        return unmarked(table).replace(CAPTION_END, ref(found) + CAPTION_END, 1)
    rows = ROW.findall(table)
    columns = _columns(rows)
    at_rows = sum(len(marks_in(row)) for row in rows)
    if columns and sum(map(len, columns)) < at_rows and max(map(len, columns)) <= MOST_AT_A_COLUMN:
        return ROW.sub(lambda row: _at_columns(row[0], columns), table)
    return ROW.sub(lambda row: _at_its_head(row[0]), table)


def _columns(rows: list[str]) -> list[list[str]]:
    """The marks of each column; nothing where there is no one row of heads or a cell spans columns."""
    heads = [row for row in rows if 'scope="col"' in row]
    cells = [CELL.findall(row) for row in rows]
    if len(heads) != 1 or any("colspan" in row for row in rows) or len({len(row) for row in cells}) > 1:
        return []
    return [marks_in("".join(row[place][2] for row in cells)) for place in range(len(cells[0]))]


def _at_columns(row: str, columns: list[list[str]]) -> str:
    at_head, places = 'scope="col"' in row, iter(columns)
    return CELL.sub(
        lambda cell: cell[1] + unmarked(cell[3]) + (ref_at_head(next(places)) if at_head else "") + cell[4], row
    )


def _at_its_head(row: str) -> str:
    """A row whose first head names the marks of all its cells; one without a head has them in its cells."""
    found = marks_in(row)
    if 'scope="row"' not in row:
        return with_marks_at_ends(row)
    bare, told = unmarked(row), ref_at_head(found)
    return CELL.sub(lambda cell: cell[0] if 'scope="row"' not in cell[1] else cell[1] + cell[3] + told + cell[4], bare)
