"""The tables on how long things last, what turns a result and what is watched, row by row."""

import pytest

from peacebrief.telling.annex import outlook_tables
from peacebrief.telling.saying.said import NOTHING

CASE = {
    "support_levels": {"alone": {"label": "Alone"}, "helped": {"label": "Helped"}},
    "feasibility": {"years": [3, 10]},
}
WATCH = {"id": "watch", "short_label": "Watch", "label": "Watch: soldiers who look on"}
WALL = {"id": "wall", "short_label": "Wall", "label": "A wall"}


def at_levels(**cells):
    return [{"option": "watch", "support_level": level, **cells} for level in CASE["support_levels"]]


@pytest.mark.parametrize("spared", [True, False])
def test_what_carries_over_is_told_with_the_risk_spared_where_it_is_known(known, cells, spared):
    carried, pays = at_levels(low=0, central=0.2, high=0.8), at_levels(reduction=0.11) if spared else []
    case = known(case=CASE, options=[WATCH], carry_over=carried, break_even=pays)
    told = [["Watch", *["0.200 (0 to 0.800)"] * 2, *["11%"] * 2 * spared]]
    assert cells(case, outlook_tables.carry_over(case)) == told


def there(group, years, ends, median):
    return {"group": group, "label": f"{group} ones", "n": 5, "median": median, "years": years, "share": 0.6,
            "low": ends[0], "high": ends[1]}  # fmt: skip


def test_the_share_still_there_has_a_band_where_there_is_one(known, cells):
    rows = [there("like", 3.0, (0.1, 0.9), 6.0), there("like", 10.0, (None, 0.9), 6.0),
            there("all", 3.0, (0.1, None), None), there("all", 10.0, (0.5, 0.7), None)]  # fmt: skip
    case = known(case=CASE, still_there=rows)
    assert cells(case, outlook_tables.still_there(case)) == [
        ["like ones", 5, 6.0, "60% (10% to 90%)", "60%"],
        ["all ones", 5, None, "60%", "60% (50% to 70%)"],
    ]


def test_garrisons_are_named_with_their_years(known, aloud):
    case = known(
        garrisons=[{"name": "Golf", "years": 60.4, "ended": False}, {"name": "Hotel", "years": 75, "ended": True}]
    )
    assert aloud(case, outlook_tables.garrisons(case)) == (
        "Garrisons, shown apart: Golf, 60 years so far; Hotel, 75 years."
    )
    assert outlook_tables.garrisons(known(garrisons=[])) == NOTHING


def step(group, years, share, ends, at_risk):
    return {"group": group, "label": f"{group} ones", "years": years, "share": share, "low": ends[0], "high": ends[1],
            "at_risk": at_risk}  # fmt: skip


def test_the_curve_is_that_of_the_first_group(known, cells):
    steps = [step("like", 0.0, 1.0, (None, None), 5), step("like", 2.5, 0.8, (0.2, 0.97), 4),
             step("all", 1.0, 0.9, (0.1, 0.9), 9)]  # fmt: skip
    case = known(survival=steps)
    assert cells(case, outlook_tables.survival(case)) == [[0.0, "100%", None, None, 5], [2.5, "80%", "20%", "97%", 4]]
    assert outlook_tables.survivors(case) == "like ones"
    assert outlook_tables.survival(known(survival=[])) == []


def switch(kind, target, driver, ends, *, reachable=True):
    return {"option": "watch", "kind": kind, "target": target, "label": driver, "unit": "t_per_day", "today": ends[0],
            "switching": ends[1], "reachable": reachable}  # fmt: skip


SWITCHES = [switch("gate", "law", "the size", (1000.0, 500.0)), switch("gate", "law", "the ratio", (3.0, 3.004)),
            switch("gate", "law", "the cost", (1.0, 9.0), reachable=False),
            switch("lead", "wall", "the worth of A wall", (0.5, 0.25)),
            switch("lead", "wall", "the tie", (1.0, 2.0))]  # fmt: skip


@pytest.fixture
def turning(known):
    gates = [{"id": "law", "label": "Mandate"}]
    return known(options=[WATCH, WALL], switches=SWITCHES, gates=gates)


def test_switching_values_within_reach_are_told_for_gates_and_where_asked_for_the_lead(turning, cells):
    gates = [["Watch", "Mandate", "the size", 1000.0, 500.0, "t per day"],
             ["Watch", "Mandate", "the ratio", 3.0, "its central value", "t per day"]]  # fmt: skip
    lead = ["Watch", "lead to another option", "the worth of A wall", 0.5, 0.25, "t per day"]
    assert cells(turning, outlook_tables.switches(turning, leads=False)) == gates
    assert cells(turning, outlook_tables.switches(turning, leads=True))[:3] == [*gates, lead]
    assert outlook_tables.pairs_tried(turning) == "5"


def test_what_would_lose_an_option_the_lead_is_told_with_short_names(turning, aloud):
    (said,) = outlook_tables.lost_leads(turning)
    assert aloud(turning, said) == (
        "Watch would lose the lead within bounded weights at these values (central in brackets): "
        "the worth of Wall 0.25 (0.50); the tie 2 (1)."
    )


def test_the_drivers_that_change_most_are_worth_knowing(known, cells):
    drivers = [{"label": f"driver {number}", "gain": 0.01 * number, "changed": number / 20} for number in range(12)]
    told = outlook_tables.worth_knowing(known(information=drivers))
    assert [row.cells[0] for row in told] == [f"driver {number}" for number in range(11, 1, -1)]
    case = known(information=[{"label": "the tie", "gain": 0.00004, "changed": 0.0}])
    assert cells(case, outlook_tables.worth_knowing(case)) == [["the tie", 0, "under 1%"]]


def past(name, **cells):
    return {"id": name, "name": name, "start": "2000", "end": "2003", "ongoing": 0, "years": 3.0, "lead": "UN",
            "conflict": "mixed", "mission_type": "line_watch", "analogue": 0, "garrison": 0, "basis": "found",
            "confidence": "low", "source": "declared", **cells}  # fmt: skip


def test_past_operations_are_told_with_what_they_are_used_as(known, cells):
    case = known(durations=[past("A", analogue=1), past("B", garrison=1, ongoing=1), past("C")])
    rows = outlook_tables.durations(case)
    told = cells(case, rows)
    assert told[0] == [
        "A",
        "2000",
        "2003",
        3.0,
        "UN",
        "mixed",
        "line watch",
        "analogue",
        "found (low)",
        "own judgement",
    ]
    assert [(row[2], row[7]) for row in told[1:]] == [("going on", "garrison"), ("2003", None)]
    assert rows[0].anchor == "row-durations-A"


def test_findings_are_told_as_they_stand(known, cells):
    finding = {"id": "f", "study": "A study", "population": "truces", "treatment": "soldiers", "estimand": "ratio",
               "estimate": 0.5, "low": 0.3, "high": None, "result": "", "n": 40, "transfer": "little", "basis": "found",
               "confidence": "high", "source": ""}  # fmt: skip
    case = known(ceasefires=[finding])
    rows = outlook_tables.findings(case)
    told = ["A study", "truces", "soldiers", "ratio", 0.5, 0.3, None, "", 40, "little", "found (high)", "own judgement"]
    assert cells(case, rows) == [told]
    assert rows[0].anchor == "row-ceasefires-f"


def test_indicators_say_whether_they_are_met(known, cells):
    watched = [{"id": "truce", "field": "diplomatic", "label": "A truce", "value": 0.3, "threshold": 0.75,
                "direction": "at_least", "unit": "probability", "met": False},
               {"id": "troops", "field": "military", "label": "Troops", "value": 15200, "threshold": 15000,
                "direction": "at_least", "unit": "persons", "met": True}]  # fmt: skip
    case = known(indicator_results=watched, indicators=[{"id": row["id"], "note": "So chosen."} for row in watched])
    rows = outlook_tables.indicators(case)
    assert cells(case, rows) == [
        ["diplomatic", "A truce", "30%", "at least", "75%", "not met", "So chosen."],
        ["military", "Troops", "15,000", "at least", "15,000", "met", "So chosen."],
    ]
    assert rows[1].anchor == "row-indicators-troops"
