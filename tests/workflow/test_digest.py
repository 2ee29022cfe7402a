"""The digest that decides whether sizing runs covers everything that sizing reads."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from peacebrief.errors import AnalystError
from peacebrief.inputs import resolve_case
from peacebrief.inputs.digest import stage_digest

MINIATURE = Path(__file__).parents[1] / "fixtures/miniature/inputs"
CASE = min(file.parent.name for file in MINIATURE.glob("*/case.yaml"))
TABLES = sorted(file.relative_to(MINIATURE).as_posix() for file in MINIATURE.rglob("*.csv"))


@pytest.fixture
def inputs(tmp_path):
    return shutil.copytree(MINIATURE, tmp_path / "inputs")


def other(value):
    """A different value of the same kind."""
    try:
        return f"{float(value) * 1.01:.6g}"
    except ValueError:
        return f"{value} changed"


def check(inputs, before, what):
    """A change that reaches what sizing reads must change the digest; one that is refused reaches nothing."""
    resolved, digest = before
    try:
        reaches = resolve_case(inputs, CASE).sizing != resolved
    except AnalystError:
        return
    assert not reaches or stage_digest(inputs, CASE, "sizing") != digest, what


def state(inputs):
    return resolve_case(inputs, CASE).sizing, stage_digest(inputs, CASE, "sizing")


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_a_cell_that_reaches_sizing_changes_the_digest(inputs, table):
    before = state(inputs)
    file = inputs / table
    header, *rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    for number, row in enumerate(rows[:3]):
        for place, column in enumerate(header):
            changed = [*row[:place], other(row[place]), *row[place + 1 :]]
            with file.open("w", encoding="utf-8", newline="") as text:
                csv.writer(text, lineterminator="\n").writerows([header, *rows[:number], changed, *rows[number + 1 :]])
            check(inputs, before, f"{table}, row {number + 2}, {column}: {row[place]} -> {changed[place]}")


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_gone_from_sizing_changes_the_digest(inputs, table):
    before = state(inputs)
    file = inputs / table
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")
    check(inputs, before, f"{table} without its last row")


@pytest.mark.slow
def test_a_setting_that_reaches_sizing_changes_the_digest(inputs):
    before = state(inputs)
    file = inputs / CASE / "case.yaml"
    text = file.read_text(encoding="utf-8")
    for line in re.finditer(r"^( *[a-z_]+: *)([^\s\[#].*)$", text, flags=re.MULTILINE):
        changed = other(line[2]) if not line[2].isdigit() else str(int(line[2]) * 2)
        file.write_text(text[: line.start(2)] + changed + text[line.end(2) :], encoding="utf-8")
        check(inputs, before, f"{line[0]} -> {changed}")


def test_a_note_or_a_source_does_not_change_the_digest(inputs):
    _, digest = state(inputs)
    with (inputs / "sources.bib").open("a", encoding="utf-8") as sources:
        sources.write("\n@misc{unused2030, title = {Unused}, year = {2030}}\n")
    assert stage_digest(inputs, CASE, "sizing") == digest


def test_unreadable_inputs_give_a_digest_and_no_error(inputs):
    (inputs / CASE / "case.yaml").unlink()
    assert stage_digest(inputs, CASE, "sizing").startswith("unreadable")
