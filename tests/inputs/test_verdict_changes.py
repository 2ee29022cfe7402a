"""Verdicts before and after changes: whatever is wrong is said in one sentence, and the real rows fit together."""

from __future__ import annotations

from typing import get_args

import pytest

from peacebrief.feasibility.verdict_rule import THRESHOLDS, Ruling
from peacebrief.inputs.tables.prospects.verdict_change import Word

CHANGES = "island/verdict_changes.csv"

CELLS = {
    "an unknown option": ("plan/observers", "option", "observer", ("not in options.csv", "observers?")),
    "an unknown word": ("plan/observers", "word_after", "possible", ('"possible" is not in the closed list',)),
    "another word before": ("plan/observers", "word_before", "not feasible", ('"not feasible" is not in the closed',)),
    "a chance above 100": ("recount/observers", "joint_after", "101", ("101 is no chance in per cent", "0 to 100")),
    "a chance below nought": ("recount/observers", "joint_before", "-1", ("-1 is no chance in per cent",)),
    "a sign for less than one": ("recount/separation", "joint_after", "<1", ('"<1" is not a number',)),
    "part of a per cent": ("recount/observers", "joint_after", "44.5", ('"44.5" is not a whole number',)),
    "neither known nor not": ("plan/observers", "known", "perhaps", ("write one of no, yes",)),
    "no commit": ("plan/observers", "commit", "8.0E+5196", ("column commit",)),
    "no such day": ("plan/observers", "date", "2029-02-30", ("not a day of the calendar",)),
    "no sentence": ("plan/observers", "change", "", ("the cell is empty",)),
    "no note": ("plan/observers", "note", "", ("the cell is empty",)),
    "a change told twice": ("recount/separation", "change", "A recount.", ("row 2 says otherwise of recount",)),
    "a change of two versions": ("recount/separation", "commit", "0abc124", ("row 2 says otherwise of recount",)),
    "a change known and not": ("recount/separation", "known", "no", ("row 2 says otherwise of recount",)),
    "an option twice": ("recount/separation", "option", "observers", ("is already in row 2",)),
}  # fmt: skip


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("what", CELLS)
def test_a_bad_cell_is_named_in_one_sentence(folder, what):
    row, column, value, expected = CELLS[what]
    folder.set(CHANGES, row, column, value)
    (problem,) = folder.problems()
    assert all(part in problem for part in (CHANGES, *expected)), problem


def test_a_version_that_is_not_kept_has_no_commit(folder):
    folder.set(CHANGES, "plan/observers", "commit", "")
    assert folder.problems() == []


def test_a_case_may_do_without_the_table(folder):
    (folder.root / CHANGES).unlink()
    assert folder.load().tables.verdict_changes.rows == ()


def test_the_words_are_those_of_the_rule():
    assert set(get_args(Word)) == {str(one) for one in Ruling}


def test_every_real_change_is_told_for_every_option(ukraine):
    options = [row.id for row in ukraine.tables.options.rows]
    told: dict[str, list[str]] = {}
    for row in ukraine.tables.verdict_changes.rows:
        told.setdefault(row.id, []).append(row.option)
    assert told
    assert {tuple(found) for found in told.values()} == {tuple(options)}


def test_no_real_word_contradicts_its_chance(ukraine):
    """All gates together are no likelier than the weakest, and the lowest word asks for one below its threshold."""
    told = [(row.word_before, row.joint_before) for row in ukraine.tables.verdict_changes.rows]
    told += [(row.word_after, row.joint_after) for row in ukraine.tables.verdict_changes.rows]
    lowest = [joint for word, joint in told if word == Ruling.NOT_FEASIBLE]
    assert lowest
    assert max(lowest) < 100 * THRESHOLDS.not_feasible
