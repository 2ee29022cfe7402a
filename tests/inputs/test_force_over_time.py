"""Plans by year, what is staged, and the strengths of past forces: whatever is wrong is said in one sentence."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

PLAN, STAGED, PAST = "island/planned_strength.csv", "island/staged.csv", "reference/mission_strengths.csv"


@pytest.mark.parametrize("table", [PLAN, STAGED, PAST])
def test_a_case_may_do_without_the_table(folder, table):
    (folder.root / table).unlink()
    name = table.partition("/")[2].removesuffix(".csv")
    assert getattr(folder.load().tables, name).rows == ()


CELLS = {
    "a drawdown above the start": (PLAN, "separation/1", "high", "1.2", ("1.2 is above 1, the starting strength",)),
    "a share below nought": (PLAN, "separation/1", "low", "-0.1", ("-0.1 is negative",)),
    "a strength of nought": (PLAN, "separation/4", "low", "0", ("0 leaves nobody",)),
    "a range out of order": (PLAN, "separation/2", "low", "0.8", ("0.8 is above central (0.7)",)),
    "a year before the first": (PLAN, "separation/1", "year", "0", ("0 is no year after the start",)),
    "a year beyond the horizon": (PLAN, "separation/4", "year", "6", ("6 is beyond the planning_horizon of 5",)),
    "a plan of an unknown option": (PLAN, "separation/1", "option", "separator", ("not in options.csv", "separation?")),
    "more staged than there are": (STAGED, "separation", "high", "1.5", ("1.5 is above 1, the whole force",)),
    "fewer than nobody staged": (STAGED, "separation", "low", "-0.2", ("-0.2 is negative",)),
    "nobody in a past force": (PAST, "first_2008", "strength", "0", ("0 is not above zero",)),
    "a month that is none": (PAST, "first_2008", "date", "2008", ("2008",)),
    "readings out of order": (PAST, "first_2008", "date", "2004-01", ("2004-01 is not after 2005-01",)),
    "a force without a start": (PAST, "second_2006", "moment", "later", ("0 readings at the start",)),
    "a force by two names": (PAST, "second_2012", "name", "Fictional Other Force", ("two names or kinds",)),
    "an unknown kind": (PAST, "third_2010", "kind", "wars", ("not in the closed list", "war?")),
}  # fmt: skip


@pytest.mark.fast_cases(6)
@pytest.mark.parametrize("what", CELLS)
def test_a_bad_cell_is_named_in_one_sentence(folder, what):
    table, row, column, value, expected = CELLS[what]
    folder.set(table, row, column, value)
    (problem,) = folder.problems()
    assert all(part in problem for part in (table, *expected)), problem


def test_years_out_of_order_are_named(folder):
    folder.edit_rows(PLAN, lambda rows: [rows[0], rows[2], rows[1], *rows[3:]])
    (problem,) = folder.problems()
    assert "year 1 comes after year 2; put the years of an option in order." in problem


def courses(tables):
    """Years after the start and shares of the start, by past peace force: counted here, apart from the model."""
    found = defaultdict(list)
    for row in tables.mission_strengths.rows:
        if row.kind == "peace" and row.moment != "staged":
            year, month = map(int, row.date.split("-"))
            found[row.mission].append((year + (month - 1) / 12, row.strength))
    return [
        ([when - own[0][0] for when, _ in own], [troops / own[0][1] for _, troops in own]) for own in found.values()
    ]


def test_the_real_plans_follow_the_rule_of_decision_23(ukraine):
    """Lower quartile, median and full strength of past peace forces, never above the year before."""
    low = middle = 1.0
    for year in range(1, 6):
        reached = [own for own in courses(ukraine.tables) if own[0][-1] >= year - 1e-9]
        shares = [min(1.0, float(np.interp(year, *own))) for own in reached]
        assert len(shares) >= 6
        low, middle = (min(before, float(np.quantile(shares, at))) for before, at in ((low, 0.25), (middle, 0.5)))
        rows = [row for row in ukraine.tables.planned_strength.rows if row.year == year]
        assert len(rows) == len(ukraine.tables.options.rows)
        assert {(row.low, row.central, row.high) for row in rows} == {(round(low, 2), round(middle, 2), 1.0)}


def test_the_real_surge_follows_the_rule_of_decision_23(ukraine):
    ratios = [1 / float(np.interp(1, *own)) for own in courses(ukraine.tables) if own[0][-1] >= 1]
    surge = next(row for row in ukraine.tables.assumptions.rows if row.id == "surge_ratio")
    assert (surge.low, surge.central, surge.high) == (1.0, round(float(np.median(ratios)), 2), round(max(ratios), 2))


def test_the_real_shares_staged_follow_the_rule_of_decision_23(ukraine):
    readings = {row.id: row.strength for row in ukraine.tables.mission_strengths.rows}
    least = readings["bosnia_staged"] / readings["bosnia_1995"]
    most = readings["kosovo_staged"] / readings["kosovo_1999"]
    expected = tuple(round(share, 2) for share in (least, (least * most) ** 0.5, most))
    told = {(row.low, row.central, row.high) for row in ukraine.tables.staged.rows if row.option != "un_mission"}
    assert told == {expected}


def test_a_real_reading_that_nobody_read_is_not_held_for_sure(ukraine):
    for row in ukraine.tables.mission_strengths.rows:
        assert row.quote or row.basis in {"recalled", "derived"} or row.locator != "see quote", row.id
        if row.basis == "recalled":
            assert row.confidence != "high", row.id
