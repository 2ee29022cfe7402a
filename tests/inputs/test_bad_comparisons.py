"""Whatever is wrong with counted rates, with what they stand beside, or with weak legs, is said in one sentence."""

from __future__ import annotations

import pytest

RATES, BESIDE, LEGS = "reference/base_rates.csv", "island/comparisons.csv", "island/weak_legs.csv"

RATE_CELLS = {
    "more events than cases": ("gates_opened", "events", "21", ("21 is above out_of (20)",)),
    "fewer than no events": ("gates_opened", "events", "-1", ("-1 is negative",)),
    "no case": ("gates_opened", "out_of", "0", ("0 is not above zero",)),
    "events without cases": ("gates_opened", "out_of", "", ("a count needs both events and out_of",)),
    "cases without events": ("gates_opened", "events", "", ("column events", "a count needs both")),
    "a share beside counts": ("gates_opened", "share", "0.5", ("worked out from events and out_of",)),
    "nothing counted": ("soldiers_come", "share", "", ("nothing was counted",)),
    "a share above one": ("soldiers_come", "share", "80", ("80 is above 1",)),
    "more independent cases than cases": ("bad_years", "clusters", "41", ("41 is above out_of (40)",)),
    "no time": ("bad_years", "months", "0", ("0 is not above zero",)),
    "an unknown kind": ("gates_opened", "kind", "events", ("not in the closed list", "event?")),
    "no words on how": ("gates_opened", "note", "", ("note",)),
    "an unknown source": ("gates_opened", "source", "atlas2028", ("not a record of sources.bib", "atlas2029?")),
}  # fmt: skip


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("what", RATE_CELLS)
def test_a_bad_rate_is_named_in_one_sentence(folder, what):
    row, column, value, expected = RATE_CELLS[what]
    folder.set(RATES, row, column, value)
    (problem,) = folder.problems()
    assert all(part in problem for part in (RATES, *expected)), problem


COMPARISON_CELLS = {
    "an unknown rate": ("gate_chances", "base_rate", "gates_open", ("not in base_rates.csv", "gates_opened?")),
    "a rate and no reading": ("gate_chances", "reading", "none", ("column base_rate", "say how it is read")),
    "a reading and no rate": ("carry_over", "reading", "same", ("column base_rate", "name one, or write none")),
    "no word on closeness": ("gate_chances", "closeness", "", ("write close, partial or slight",)),
    "an unknown table": ("gate_chances", "table", "gate_chance", ("not in the closed list", "gate_chances?")),
    "an unknown gate": ("gate_chances", "subject", "lawn", ('"lawn" is no row of gate_chances.csv', "law")),
    "no reason": ("carry_over", "note", "", ("note",)),
    "a share of troops taken for a chance": ("position_chances", "reading", "same", ("a share of troops and no",)),
}  # fmt: skip


@pytest.mark.fast_cases(5)
@pytest.mark.parametrize("what", COMPARISON_CELLS)
def test_a_bad_comparison_is_named(folder, what):
    row, column, value, expected = COMPARISON_CELLS[what]
    folder.set(BESIDE, row, column, value)
    assert any(all(part in problem for part in (BESIDE, *expected)) for problem in folder.problems())


def test_a_judged_chance_outside_the_interval_needs_a_reason(folder):
    """10 of 20, in two cases that are independent, lie within 0.12 and 0.88; the law of the island is judged at 0.9."""
    folder.set(RATES, "gates_opened", "clusters", "2")
    folder.set(BESIDE, "gate_chances", "explanation", "")
    (problem,) = folder.problems()
    for part in (BESIDE, "column explanation", "the judged 0.9 of law/observers/alone", "outside 0.12 to 0.88", "why"):
        assert part in problem


def test_a_judged_chance_within_needs_none(folder):
    def within(rows):
        central = rows[0].index("central")
        return [rows[0], *([*row[: central - 1], "0.4", "0.5", "0.6", *row[central + 2 :]] for row in rows[1:])]

    folder.edit_rows("island/gate_chances.csv", within)
    folder.set(BESIDE, "gate_chances", "explanation", "")
    assert folder.problems() == []


def test_a_judged_chance_that_no_row_is_about_is_named(folder):
    folder.set(BESIDE, "gate_chances", "subject", "law")
    problems = folder.problems()
    assert len(problems) == 4  # two options at two levels
    assert all("gate_chances.csv, truce/" in problem and "no row is about" in problem for problem in problems)


def test_two_rows_about_one_judged_chance_are_named(folder):
    folder.edit_rows(BESIDE, lambda rows: [*rows, [*rows[4][:1], "raid", *rows[4][2:]]])
    problems = folder.problems()
    assert len(problems) == 3
    assert all("rows 5 and 6 are about the same judged chance" in problem for problem in problems)


def test_a_case_may_compare_nothing(folder):
    for file in (BESIDE, LEGS):
        (folder.root / file).unlink()
    case = folder.load()
    assert case.tables.comparisons.rows == case.tables.weak_legs.rows == ()


@pytest.mark.parametrize(
    ("column", "value", "part"), [("place", "0", "0 is not a place"), ("base_rate", "gates_open", "gates_opened?"),
                                  ("explanation", "", "explanation")],
)  # fmt: skip
def test_a_bad_weak_leg_is_named_in_one_sentence(folder, column, value, part):
    folder.set(LEGS, "W1", column, value)
    (problem,) = folder.problems()
    assert LEGS in problem
    assert part in problem
