"""Each kind of bad input is named with its file, row, column and value, and what would be right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

A, W, M, S = "island/assumptions.csv", "island/role_methods.csv", "reference/missions.csv", "sources.bib"
SET: dict[str, tuple[str, str, str, str, tuple[str, ...]]] = {
    # name: file, row, column, value typed, what the one sentence must hold
    "text in a number": (
        A,
        "line_length",
        "low",
        "about 180",
        ("row 2 (line_length), column low", '"about 180"', "digits"),
    ),
    "decimal comma": (A, "combat_share", "low", "0,35", ("column low", '"0,35" has a decimal comma; write 0.35.')),
    "thousands": (
        A,
        "population_held",
        "low",
        "900,000",
        ('"900,000" has a separator between thousands; write 900000',),
    ),
    "thousands by spaces": (A, "population_held", "low", "900 000", ("write 900000",)),
    "percent sign": (A, "combat_share", "low", "35%", ("percent sign",)),
    "NaN": (A, "line_length", "central", "NaN", ("column central", '"NaN" is not a number')),
    "infinity": (A, "line_length", "central", "inf", ("column central", '"inf" is not a number')),
    "overflow": (A, "line_length", "high", "1e999", ("column high", "not a finite number")),
    "underscored digits": (A, "line_length", "high", "1_000", ("column high", "not a number")),
    "empty number": (A, "line_length", "central", "", ("the distribution pert needs a number here",)),
    "empty label": (A, "line_length", "label", "  ", ("column label", "the cell is empty")),
    "unknown unit": (A, "line_length", "unit", "kms", ('"kms" is not a known unit; did you mean km?',)),
    "unknown source": (
        A,
        "line_length",
        "source",
        "atlas2019",
        ('"atlas2019" is not a record', "did you mean atlas2029?"),
    ),
    "source cited twice": (A, "line_length", "source", "atlas2029;atlas2029", ("names a source twice",)),
    "empty source key": (A, "line_length", "source", "atlas2029;", ("has an empty key",)),
    "low above central": (A, "line_length", "low", "210", ("column low: 210 is above central (200)",)),
    "central above high": (A, "line_length", "high", "190", ("column central: 200 is above high (190)",)),
    "share above one": (A, "combat_share", "high", "50", ("50 is above 1", "60 per cent is 0.6")),
    "negative": (A, "line_length", "low", "-5", ("-5 is negative",)),
    "division by zero": (A, "sector_length", "low", "0", ("0 is not possible here",)),
    "no range": (A, "helicopters_per_base", "high", "2", ("low and high are both 2; write the distribution fixed",)),
    "range of a fixed number": (A, "golden_hour", "low", "50", ("a fixed number has no range",)),
    "bad choices": (A, "rotation_ratio", "choices", "3;4", ("not a list of value:weight pairs",)),
    "unknown distribution": (A, "line_length", "distribution", "perts", ("closed list; did you mean pert?",)),
    "unknown rating": (A, "line_length", "quality", "great", ("write one of high, low, medium.",)),
    "unknown basis": (A, "line_length", "basis", "fond", ("closed list; did you mean found?",)),
    "no date": (A, "line_length", "checked", "", ("column checked: the date is missing",)),
    "other date": (A, "line_length", "checked", "15/01/2030", ('"15/01/2030" is not a date; write year-month-day',)),
    "no such day": (A, "line_length", "checked", "2030-02-30", ("is not a day of the calendar",)),
    "no time to fly": (A, "medical_notice", "high", "75", ("leaves no time to fly within the 60 minutes",)),
    "formula": (A, "line_length", "note", "=SUM(A1:A9)", ("starts with =, which a spreadsheet runs",)),
    "control character": (A, "line_length", "note", "a\x07b", ("control character",)),
    "line break in a cell": (A, "line_length", "note", "a\nb", ("line break",)),
    "direction override": (A, "line_length", "note", "abc\u202ecba", ("direction-changing character",)),
    "endless text": (A, "line_length", "note", "word " * 500, ("2,000 is the most here",)),
    "endless word": (A, "line_length", "note", "w" * 201, ("a word of more than 200 characters",)),
    "fits or not": (W, "monitoring/task_organised", "fits", "partly", ("write one of no, yes",)),
    "a role that its class contradicts": (
        "island/proposals.csv",
        "P1",
        "role",
        "deterrence of the mainland",
        ('"monitoring" is not what the column role says ("deterrence of the mainland"); write deterrence',),
    ),
    "unknown role": (W, "monitoring/quinlivan_peaceful", "role", "monitorin", ("did you mean monitoring?",)),
    "unknown method": (W, "monitoring/observer_line", "method", "observers_line", ("did you mean observer_line?",)),
    "unknown factor target": (
        "island/correlations.csv",
        "sensor_coverage/orbit_coverage",
        "quantity",
        "orbit_coverag",
        ("no assumption, no method and no item; did you mean orbit_coverage?",),
    ),
    "loading of one": ("island/correlations.csv", "threat/brigade_strength", "loading", "1", ("between -1 and 1",)),
    "unknown mission type": (M, "LINE1", "type", "interposition", ("is not in mission_types.csv",)),
    "strength of zero": (M, "LINE1", "strength", "0", ("0 is not above zero",)),
    "flag of two": (M, "LINE1", "state_adversary", "2", ("write one of 0, 1.",)),
    "end before start": (M, "LINE1", "end_year", "1999", ("is before the start",)),
    "claim without number": ("island/claims.csv", "K1", "claimed", "", ("judged by the rule numeric needs it",)),
    "army above the force": (
        "island/contributors.csv",
        "northland",
        "army_active",
        "70000",
        ("is above active_personnel",),
    ),
    "proposal without centre": ("island/proposals.csv", "P1", "force_central", "", ("write the central number",)),
}


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("name", SET)
def test_a_bad_cell_is_named_in_one_sentence(folder, name):
    file, row_id, column, value, expected = SET[name]
    folder.set(file, row_id, column, value)
    problem = folder.only_problem()
    assert problem.startswith(file)
    for part in expected:
        assert part in problem


def drop_column(records):
    return [[*record[:3], *record[4:]] for record in records]


def misname_column(records):
    return [["id", "lable", *records[0][2:]], *records[1:]]


def repeat_row(records):
    return [*records, records[1]]


def misspell_id(records):
    return [[cell.replace("line_length", "line_lenght") for cell in record] for record in records]


def drop_row(records):
    return [record for record in records if record[0] != "line_length"]


def add_unread_row(records):
    return [*records, ["patrol_boats", *records[1][1:]]]


def cut_row(records):
    return [records[0], records[1][:-1], *records[2:]]


def widen_row(records):
    return [records[0], [*records[1], "more"], *records[2:]]


def drop_rows(records):
    return records[:1]


ROWS: dict[str, tuple[Callable[[list[list[str]]], list[list[str]]], list[tuple[str, ...]]]] = {
    "missing column": (drop_column, [("column distribution: the column is missing",)]),
    "misnamed column": (misname_column, [("column label: the column is missing",), ('"lable"', "did you mean label?")]),
    "duplicate id": (repeat_row, [("column id", '"line_length" is already in row 2')]),
    "misspelt id": (
        misspell_id,
        [("line_lenght", "did you mean line_length?"), ("line_length: the assumption is missing",)],
    ),
    "missing assumption": (drop_row, [("line_length: the assumption is missing",)]),
    "unused assumption": (add_unread_row, [('"patrol_boats" is not read by the model', "remove the row")]),
    "short row": (cut_row, [("row 2 (line_length): the row has 15 cells and the header 16",)]),
    "long row": (widen_row, [("row 2 (line_length): the row has 17 cells", "quotation marks")]),
    "no rows": (drop_rows, [("the table has a header but no rows",)]),
}


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("name", ROWS)
def test_a_bad_table_is_named_without_noise(folder, name):
    change, expected = ROWS[name]
    folder.edit_rows(A, change)
    problems = folder.problems()
    assert len(problems) == len(expected), problems
    for parts in expected:
        assert any(all(part in problem for part in (A, *parts)) for problem in problems), (parts, problems)


def test_a_missing_file_is_named(folder):
    (folder.root / A).unlink()
    assert folder.problems() == [f"{A}: the file is missing; add it, or copy it from another case."]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(folder, content):
    (folder.root / A).write_bytes(content)
    assert folder.problems() == [f"{A}: the file is empty; restore it from an earlier version."]


def test_a_folder_in_place_of_a_file_is_named(folder):
    (folder.root / A).unlink()
    (folder.root / A).mkdir()
    assert folder.problems() == [f"{A}: the file cannot be read (Is a directory); check what it is."]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_is_recognised(folder, separator):
    folder.save(A, folder.records(A), separator=separator)
    (problem,) = folder.problems()
    assert problem.startswith(f"{A}: columns are separated by")
    assert "save it as CSV with commas" in problem


def test_a_file_in_another_encoding_is_recognised_with_its_line(folder):
    text = folder.read(A).replace("Made up for tests.", "Café.", 1)
    (folder.root / A).write_bytes(text.replace("’", "'").encode("latin-1"))
    assert folder.problems() == [f"{A}: line 2 is not encoded as UTF-8 (byte 0xe9); save the file as CSV UTF-8."]


def test_utf_16_is_recognised(folder):
    (folder.root / A).write_bytes(folder.read(A).encode("utf-16"))
    assert folder.problems() == [f"{A}: the file is encoded as UTF-16; save it as CSV UTF-8."]


def test_a_zero_byte_is_recognised(folder):
    (folder.root / A).write_bytes(folder.read(A).encode() + b"\0")
    assert "zero byte" in folder.problems()[0]


def test_unclosed_quotation_marks_are_recognised(folder):
    folder.write(A, folder.read(A) + '"unclosed')
    assert "is not proper CSV" in folder.problems()[0]


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(folder):
    (folder.root / A).write_bytes(b"\xef\xbb\xbf" + folder.read(A).replace("\n", "\r\n").encode())
    assert folder.problems() == []


def test_all_problems_of_all_files_are_named_together(folder):
    folder.set(A, "line_length", "low", "x")
    folder.set(A, "line_length", "unit", "kms")
    folder.set(W, "monitoring/observer_line", "fits", "2")
    folder.set(M, "LINE1", "strength", "")
    folder.replace("island/case.yaml", "draws: 4096", "draws: 4000")
    folder.replace(S, "https://example.org/atlas", "javascript:alert(1)")
    named = [problem.split(",")[0].split(":")[0] for problem in folder.problems()]
    assert sorted(named) == sorted([A, A, W, M, "island/case.yaml", S])
