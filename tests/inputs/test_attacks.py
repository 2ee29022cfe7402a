"""Inputs that break a reader of files: each gets its sentence, and no flood of others behind it."""

from __future__ import annotations

import os

import pytest

A, S, Y = "island/assumptions.csv", "sources.bib", "island/case.yaml"


@pytest.mark.parametrize("file", [A, S, Y])
def test_a_device_or_a_pipe_in_place_of_a_file_is_named_and_not_waited_for(folder, file):
    (folder.root / file).unlink()
    os.mkfifo(folder.root / file)
    assert folder.only_problem() == f"{file}: the file cannot be read (Not a regular file); check what it is."


@pytest.mark.parametrize("file", [A, S, Y])
def test_a_link_to_a_file_is_as_good_as_the_file(folder, file):
    (folder.root / file).rename(folder.root / "elsewhere")
    (folder.root / file).symlink_to(folder.root / "elsewhere")
    assert folder.problems() == []


@pytest.mark.parametrize("file", ["reference/missions.csv", "island/proposals.csv"])
def test_a_table_that_cannot_be_read_does_not_make_its_sources_look_uncited(folder, file):
    (folder.root / file).write_bytes(b"")
    assert folder.only_problem().startswith(f"{file}: the file is empty")


def test_a_cell_of_a_hundred_thousand_words_is_named(folder):
    folder.set(A, "line_length", "note", "w " * 100_000)
    assert "a cell has more than 131,072 characters" in folder.only_problem()


def test_a_broken_table_of_another_case_does_not_stop_this_one(folder):
    (folder.root / "draft").mkdir()
    folder.write("draft/theatre.csv", "id,source\n" + "a" * 200_000 + ",b\n")
    assert folder.problems() == []


def test_a_web_page_in_place_of_the_sources_is_named(folder):
    folder.write(S, "<!DOCTYPE html><html><body>404</body></html>")
    assert folder.only_problem() == f"{S}: it holds no record; restore it from an earlier version."


@pytest.mark.parametrize("first", ["<!DOCTYPE html>", "\n", "sep=,"])
def test_a_first_row_that_names_no_column_gives_one_sentence(folder, first):
    folder.write(A, f"{first}\n{folder.read(A)}")
    assert folder.only_problem().startswith(f"{A}: the first row names no column (")


@pytest.mark.parametrize("file", [A, S, Y])
def test_an_unfinished_merge_is_recognised_with_its_line(folder, file):
    folder.write(file, f"<<<<<<< ours\n{folder.read(file)}=======\n>>>>>>> theirs\n")
    assert folder.only_problem().startswith(f"{file}: line 1 holds the mark of an unfinished merge;")


@pytest.mark.parametrize(("file", "remedy"), [(A, "CSV UTF-8"), (S, "as UTF-8"), (Y, "as UTF-8")])
def test_the_remedy_for_an_encoding_fits_the_kind_of_file(folder, file, remedy):
    (folder.root / file).write_bytes(folder.read(file).encode("utf-16"))
    assert remedy in folder.only_problem()


def test_semicolons_are_recognised_also_behind_quotation_marks_and_decimal_commas(folder):
    records = folder.records(A)
    rows = ["; ".join(records[0]).replace("; ", ";"), *(";".join(f'"{cell}"' for cell in row) for row in records[1:])]
    folder.write(A, "\n".join(rows).replace(".", ","))
    assert "separated by semicolons" in folder.only_problem()


def test_empty_columns_at_the_end_are_named_once(folder):
    folder.save(A, [[*record, "", ""] for record in folder.records(A)])
    assert "2 cells without a name" in folder.only_problem()


NUMBERS = {"1e300": "too large", "1e13": "too large", "1e-300": "too close to zero"}


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("value", NUMBERS)
@pytest.mark.parametrize("column", ["low", "central", "high"])
def test_a_number_that_would_overflow_the_model_is_named(folder, column, value):
    folder.set(A, "line_length", column, value)
    assert f"column {column}:" in folder.only_problem()
    assert NUMBERS[value] in folder.problems()[0]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("name", ["seed: 7", "draws: 4096", "stale_after_days: 365"])
def test_a_whole_number_of_four_hundred_digits_is_named(folder, name):
    setting = name.partition(":")[0]
    folder.replace(Y, name, f"{setting}: {'9' * 400}")
    assert f"{Y}, {setting}:" in folder.only_problem()
    assert "too large" in folder.problems()[0]


@pytest.mark.parametrize(
    ("row", "distribution", "expected"),
    [
        ("line_length", "beta", "beta is for a share, not for the unit km"),
        ("combat_share", "lognormal", "lognormal goes above 1"),
    ],
)
def test_a_distribution_that_does_not_fit_the_unit_is_named(folder, row, distribution, expected):
    folder.set(A, row, "distribution", distribution)
    assert expected in folder.only_problem()


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("mark", ["!!bool maybe", "!!timestamp soon", "!!int many", "!!float [1]"])
def test_a_yaml_mark_that_does_not_suit_its_value_is_named(folder, mark):
    folder.replace(Y, "seed: 7", f"seed: {mark}")
    assert folder.only_problem().startswith(Y)


def test_half_a_character_in_yaml_is_named(folder):
    folder.replace(Y, "title: A multinational", r'title: "\ud83d peace" # A multinational')
    assert "a character that cannot be printed (U+D83D)" in folder.only_problem()


@pytest.mark.parametrize("value", ["\u0663\u0664", "\uff11\uff12"])
def test_digits_of_other_scripts_are_no_numbers(folder, value):
    folder.set(A, "line_length", "central", value)
    assert "is not a number" in folder.only_problem()


def test_an_escape_sequence_in_an_id_does_not_reach_the_terminal(folder):
    folder.set(A, "line_length", "id", "\x1b[31mred")
    assert all(problem.isprintable() for problem in folder.problems())
