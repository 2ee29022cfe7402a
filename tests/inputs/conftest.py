"""A copy of the miniature case that a test may spoil."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from peacebrief.inputs.cells.problem import InputProblems
from peacebrief.inputs.loading import load_case
from peacebrief.inputs.reading import case_file, case_tables, source, table
from peacebrief.inputs.reading.case_tables import Case
from peacebrief.inputs.reading.typed_row import validated

TESTS = Path(__file__).resolve().parents[1]
PROJECT = TESTS.parent
MINIATURE = TESTS / "fixtures" / "miniature" / "inputs"


class InputsFolder:
    """A folder of inputs, edited as an analyst would: one cell, one column, one line at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8", newline="\n")

    def replace(self, file: str, old: str, new: str) -> None:
        text = self.read(file)
        assert old in text, f"{old!r} is not in {file}: the test no longer spoils anything"
        self.write(file, text.replace(old, new, 1))

    def records(self, file: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.read(file))))

    def save(self, file: str, records: list[list[str]], separator: str = ",") -> None:
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator="\n").writerows(records)
        self.write(file, text.getvalue())

    def set(self, file: str, row_id: str, column: str, value: str) -> None:
        """Change one cell, in the first row whose first cells begin with `row_id` (parts separated by a slash)."""
        records = self.records(file)
        parts = row_id.split("/")
        row = next(record for record in records if record[: len(parts)] == parts)
        row[records[0].index(column)] = value
        self.save(file, records)

    def only_problem(self) -> str:
        """What is wrong, which is one thing told in one printable sentence."""
        problems = self.problems()
        assert len(problems) == 1, problems
        assert problems[0].isprintable()
        return problems[0]

    def edit_rows(self, file: str, change: Callable[[list[list[str]]], list[list[str]]]) -> None:
        self.save(file, change(self.records(file)))

    def load(self, case: str = "island") -> Case:
        return load_case(self.root, case)

    def problems(self, case: str = "island") -> list[str]:
        """The sentences said about this folder; none when it loads."""
        try:
            self.load(case)
        except InputProblems as error:
            return list(error.problems)
        return []


def kept_by_cells() -> Callable:
    """`validated`, with what it said of a row kept by all that it was asked: rows are frozen, nobody edits them."""

    @lru_cache(maxsize=100_000)
    def judged(model, cells, asked):
        row, problems = validated(model, dict(cells), **dict(asked))
        return row, tuple(problems)

    def kept(model, cells, **asked):
        row, problems = judged(model, tuple(cells.items()), tuple(asked.items()))
        return row, list(problems)

    return kept


def kept_by_content(read: Callable) -> Callable:
    """A reader of tables, with what it made of a file kept by its bytes: a table is frozen as well."""
    tables = {}

    def kept(path, model, *, file):
        if not path.is_file():
            return read(path, model, file=file)
        asked = path.read_bytes(), model, file
        if asked not in tables:
            tables[asked] = read(path, model, file=file)
        return tables[asked]

    return kept


@pytest.fixture(autouse=True, scope="package")
def _no_text_understood_twice():
    """From test to test one cell of one file differs; what the same bytes mean is kept, and what the same cells do."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (table, source):
            patch.setattr(module, "validated", kept_by_cells())
        patch.setattr(case_tables, "read_table", kept_by_content(case_tables.read_table))
        patch.setattr(source, "_entries", lru_cache(maxsize=64)(source._entries))
        patch.setattr(case_file, "_content", lru_cache(maxsize=64)(case_file._content))
        yield


@pytest.fixture
def folder(tmp_path: Path) -> InputsFolder:
    """A fresh copy of the miniature inputs."""
    root = tmp_path / "inputs"
    shutil.copytree(MINIATURE, root)
    return InputsFolder(root)


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return PROJECT
