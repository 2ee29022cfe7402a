"""The quick check of a case, as it is typed in a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from peacebrief import cli
from peacebrief.commands.model import check
from peacebrief.inputs.cells.problem import Problem


@pytest.fixture
def checked(folder, capsys):
    """What the check of the miniature case says, on both channels, and how it ends."""

    def run(case="island"):
        status = cli.main(["check", case, "--inputs", str(folder.root)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_a_sound_case_is_told_in_one_line_with_its_counts(folder, checked):
    status, out, err = checked()
    tables = [table for _, table in folder.load().tables.evidence() if table.rows]
    rows = sum(len(table.rows) for table in tables)
    assert (status, out, err) == (0, f"{len(tables)} tables and {rows} rows of island are sound\n", "")


def test_every_problem_is_an_error_line(folder, checked):
    folder.set("island/assumptions.csv", "line_length", "low", "many")
    folder.replace("island/case.yaml", "seed: 7", "sede: 7")
    status, out, err = checked()
    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 3
    assert all(line.startswith("ERROR island/") for line in err.splitlines())


def test_an_unknown_case_is_answered_with_the_nearest(checked):
    status, _, err = checked("iland")
    assert status == 1
    assert "did you mean island?" in err


def test_of_warnings_of_a_kind_three_are_told_and_the_rest_counted(folder, checked):
    folder.write(
        "island/case.yaml", re.sub(r"stale_after_days: \d+", "stale_after_days: 1", folder.read("island/case.yaml"))
    )
    status, out, _ = checked()
    lines = out.splitlines()[1:]
    assert status == 0
    assert len(lines) == 4
    assert all(line.startswith("WARNING ") and "check it again" in line for line in lines[:3])
    assert re.fullmatch(r"WARNING and (\d+) more of this kind, (\d+) in all", lines[3])


def test_warnings_of_different_kinds_are_told_apart(folder, monkeypatch, checked):
    case = folder.load()
    warnings = [Problem(file="f.csv", row=n, column="c", message=f"{n} days ago; look again.") for n in range(1, 6)]
    other = Problem(file="f.csv", row=9, column="c", message="closed; open it.")
    monkeypatch.setattr(check, "load_case", lambda *_: replace(case, warnings=(*warnings, other)))
    _, out, _ = checked()
    assert out.splitlines()[1:] == [
        *(f"WARNING f.csv, row {n}, column c: {n} days ago; look again." for n in (1, 2, 3)),
        "WARNING and 2 more of this kind, 5 in all",
        "WARNING f.csv, row 9, column c: closed; open it.",
    ]
