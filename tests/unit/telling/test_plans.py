"""The plans of options beside what past forces did, row by row."""

from peacebrief.telling.compared import plans

WATCH = {"id": "watch", "short_label": "Watch", "support_level": "alone"}
KNOWN = {"basis": "found", "confidence": "high", "source": "declared"}


def test_what_past_forces_had_is_told_by_reading_and_by_year(known, cells):
    reading = {"id": "watch_2000", "name": "Watch", "kind": "peace", "moment": "start", "date": "2000-01",
               "strength": 900, "note": "A least.", **KNOWN}  # fmt: skip
    course = {"mission": "watch", "label": "Watch", "kind": "peace", "start": 900.0, "staged": 90.0}
    war = {**course, "mission": "raid", "label": "Raid", "kind": "war", "staged": None}
    case = known(
        mission_strengths=[reading],
        mission_courses=[{**war, "after_1": 0.5, "after_2": None}, {**course, "after_1": 0.8, "after_2": 0.25}],
    )
    (row,) = plans.past_strengths(case)
    assert (row.cells[:5], row.anchor) == (
        ["Watch", "peace", "start", "2000-01", 900],
        "row-mission_strengths-watch_2000",
    )
    assert plans.course_years(case) == ["1", "2"]
    assert cells(case, plans.courses(case)) == [
        ["Watch", "peace", 900.0, 90.0, "80%", "25%"], ["Raid", "war", 900.0, None, "50%", None]
    ]  # fmt: skip


def test_without_past_forces_and_plans_there_are_no_tables(known):
    case = known(mission_courses=[])
    assert plans.course_years(case) == plans.courses(case) == []
    tables = (plans.past_strengths, plans.planned, plans.staged)
    assert [table(case) for table in tables] == [[], [], []]


def test_a_plan_stands_beside_past_forces_where_these_are_known(known, cells):
    planned = {"option": "watch", "year": 1, "low": 0.6, "central": 0.8, "high": 1.0, "note": "So it is.", **KNOWN}
    facts = {"feasibility.past_strength.median.1": 0.75, "feasibility.past_strength.quartile.1": 0.5}
    tables = {"planned_strength": [planned, {**planned, "year": 2}], "staged": [planned]}
    case = known(facts, options=[WATCH], **tables)
    rows = plans.planned(case)
    share, found = "80% (60% to 100%)", ["found (high)", "So it is."]
    assert cells(case, rows) == [["Watch", 1, share, "50%", "75%", *found], ["Watch", 2, share, None, None, *found]]
    assert rows[0].anchor == "row-planned_strength-watch/1"
    assert cells(case, plans.staged(case)) == [["Watch", share, *found]]
