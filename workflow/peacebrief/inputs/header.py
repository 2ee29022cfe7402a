"""The first row of a table: whether it names the columns that are needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peacebrief.inputs.nearest import did_you_mean
from peacebrief.inputs.problem import Problem, shown

OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


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
