"""A table of inputs: its rows, typed and checked one by one, and where they stand in the file.

Its first row is looked at first: whether it names the columns that are needed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.reading.text_file import read_text
from peacebrief.inputs.reading.typed_row import AnyRow, validated

# Such a mark would become part of the text.
MARK_AFTER_BLANK = re.compile(r'\s+"')

OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True, slots=True)
class Table(Generic[AnyRow]):
    """The rows of a file that could be read. `complete` is False where the file or a column is missing.

    `numbers` are the row numbers a spreadsheet shows; `cells` the texts of all rows, also of those that failed.
    """

    file: str
    rows: tuple[AnyRow, ...] = ()
    numbers: tuple[int, ...] = ()
    cells: tuple[Mapping[str, str], ...] = ()
    complete: bool = False
    problems: tuple[Problem, ...] = ()

    def at(self, index: int, column: str, message: str) -> Problem:
        """A problem in the row at `index`."""
        row, number = self.rows[index], self.numbers[index]
        value = str(getattr(row, column, ""))
        return Problem(
            file=self.file, row=number, label=row.row_key(), column=column, value=value, message=message
        )  # fmt: skip

    def values(self, column: str) -> frozenset[str]:
        """What stands in a column, also in rows that failed, so that one fault does not look like two."""
        return frozenset(cells.get(column, "").strip() for cells in self.cells) - {""}

    def located(self) -> Iterator[tuple[int, AnyRow]]:
        """The rows with their index."""
        return enumerate(self.rows)


def read_table(path: Path, model: type[AnyRow], *, file: str) -> Table[AnyRow]:
    """The table at `path`; its problems name `file`."""
    text, problems = read_text(path, file=file)
    if text is None:
        return Table(file, problems=tuple(problems))
    try:
        header, *records = records_in(text)
    except csv.Error as error:
        # The quotation marks of a file with other separators look misplaced.
        other = tuple(other_separator([text.splitlines()[0]], list(model.model_fields), file=file))
        longest = f", a cell has more than {csv.field_size_limit():,} characters" if "larger" in str(error) else ""
        message = f"the file is not proper CSV{longest}; check that every quotation mark that opens a cell is closed."
        return Table(file, problems=other or (Problem(file=file, message=message),))
    problems, usable = header_problems(header, list(model.model_fields), file=file)
    table: Table[AnyRow] = _read_rows(records, header, model, file=file) if usable else Table(file)
    return replace(table, problems=(*problems, *table.problems))


def records_in(text: str) -> list[list[str]]:
    """The cells of each row of a table that is not empty; the names in its first row without blanks around them.

    A blank before a quotation mark is no part of the cell. Raises csv.Error.
    """
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True, skipinitialspace=True)
    return [[name.strip() for name in header], *rows]


def _read_rows(
    records: Sequence[Sequence[str]], header: Sequence[str], model: type[AnyRow], *, file: str
) -> Table[AnyRow]:
    rows: list[AnyRow] = []
    numbers: list[int] = []
    all_cells: list[Mapping[str, str]] = []
    problems: list[Problem] = []
    known = frozenset(model.model_fields)
    for number, record in enumerate(records, start=2):
        if not any(cell.strip() for cell in record):
            continue
        cells = {name: cell for name, cell in zip(header, record, strict=False) if name in known}
        row, found = _read_row(cells, model, file=file, row=number, width=(len(record), len(header)))
        all_cells.append(cells)
        problems += found
        if row is not None:
            rows.append(row)
            numbers.append(number)
    if not all_cells:
        message = "the table has a header but no rows; restore it from an earlier version."
        problems.append(Problem(file=file, message=message))
    return Table(file, tuple(rows), tuple(numbers), tuple(all_cells), bool(all_cells), tuple(problems))


def _read_row(
    cells: Mapping[str, str], model: type[AnyRow], *, file: str, row: int, width: tuple[int, int]
) -> tuple[AnyRow | None, list[Problem]]:
    label = "/".join(cells.get(name, "").strip() for name in model.KEY)
    found, expected = width
    if found != expected:
        remedy = "put a text that has a comma in quotation marks" if found > expected else "add the empty cells"
        message = f"the row has {found} cells and the header {expected}; {remedy}."
        return None, [Problem(file=file, row=row, label=label, message=message)]
    message = "a tab or another blank stands before the quotation mark; remove it."
    odd = [name for name, cell in cells.items() if MARK_AFTER_BLANK.match(cell)]
    if odd:
        return None, [Problem(file=file, row=row, label=label, column=name, message=message) for name in odd]
    return validated(model, cells, file=file, row=row, label=label)


def header_problems(header: Sequence[str], known: Sequence[str], *, file: str) -> tuple[list[Problem], bool]:
    """What is wrong with `header`, and whether the rows below it can be read all the same."""
    for other in other_separator(header, known, file=file):
        return [other], False
    if not set(header) & set(known):
        message = f"the first row names no column ({', '.join(known[:3])} and so on); put the header back."
        return [Problem(file=file, message=message)], False
    missing = [name for name in known if name not in header]
    twice = sorted({name for name in header if name and header.count(name) > 1})
    problems = [_missing(name, file) for name in missing]
    problems += [_unknown(name, missing or known, file) for name in header if name and name not in known]
    if "" in header:
        message = f"the first row has {header.count('')} cells without a name; remove or name these columns."
        problems.append(Problem(file=file, message=message))
    problems += [_twice(name, file) for name in twice]
    return problems, not missing and not twice


def other_separator(header: Sequence[str], known: Sequence[str], *, file: str) -> Iterator[Problem]:
    """The problem of columns that are not separated by commas."""
    for separator, name in OTHER_SEPARATORS.items():
        parts = {part.strip() for part in separator.join(header).split(separator)}
        if any(separator in cell for cell in header) and len(parts & set(known)) > len(known) / 2:
            message = f"columns are separated by {name}, as some spreadsheets do; save it as CSV with commas."
            yield Problem(file=file, message=message)


def _missing(name: str, file: str) -> Problem:
    return Problem(file=file, column=f"column {name}", message="the column is missing; add it to the first row.")


def _twice(name: str, file: str) -> Problem:
    return Problem(file=file, column=f"column {name}", message="the column is there twice; remove one.")


def _unknown(name: str, options: Sequence[str], file: str) -> Problem:
    message = f"the column is not known; {did_you_mean(name, options)}"
    return Problem(file=file, column=f"column {shown(name)}", value=name, message=message)
