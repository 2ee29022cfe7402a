"""What would change a gate that is not likely enough: single conditions, and single drivers."""

import pytest

from peacebrief.telling.pages import failing_gates

OPTION = {"id": "watch", "support_level": "alone"}
GATES = [{"id": "law", "label": "Mandate", "kind": "judged"}, {"id": "troops", "label": "Troops", "kind": "generation"}]
CASE = {"feasibility": {"thresholds": {"feasible": 0.75}}}


def condition(name, level=""):
    return {"id": name, "label": f"it {name}", "option": "watch", "gate": "law", "support_level": level}


def switch(driver, *, reachable=True, today=10.0, level="alone", kind="gate"):
    return {"option": "watch", "support_level": level, "kind": kind, "target": "troops", "driver": driver,
            "label": f"the {driver}", "reachable": reachable, "today": today, "switching": 20.0}  # fmt: skip


@pytest.fixture
def judged(known):
    def of(facts=None, *, law=0.3, troops=0.3, conditions=(), switches=()):
        chances = {"feasibility.gate.law.watch.alone": law, "feasibility.gate.troops.watch.alone": troops}
        for row in switches:
            for family, value in (("switch", row["switching"]), ("switch_today", row["today"])):
                chances[f"feasibility.{family}.watch.troops.{row['driver']}"] = value
        tables = {"options": [OPTION], "gates": GATES, "conditions": conditions, "switches": switches}
        return known(chances | (facts or {}), case=CASE, **tables)

    return of


def test_a_gate_below_the_rule_as_printed_has_a_row(judged, cells):
    case = judged(law=0.745, troops=0.744)
    assert cells(case, failing_gates.rows(case, "watch")) == [["Troops", "", "none of those looked at"]]


def test_conditions_are_told_that_change_the_printed_chance(judged, aloud):
    named = [condition("signs"), condition("waits", "alone"), condition("pays", "helped"), condition("nods"),
             condition("sleeps")]  # fmt: skip
    chances = {"signs": 0.9, "waits": 0.5, "pays": 0.8, "nods": 0.3}
    facts = {f"feasibility.given.{name}.watch.law": chance for name, chance in chances.items()}
    case = judged(facts, conditions=named)
    assert (
        aloud(case, failing_gates.given(case, "watch", "law"))
        == "90% provided that it signs; 50% provided that it waits"
    )


@pytest.mark.parametrize(
    ("switches", "told"),
    [
        ([switch("pay")], "the pay rising from 10 to 20"),
        ([switch("size", today=50.0)], "the size falling from 50 to 20"),
        ([switch("pay"), switch("size"), switch("tour")],
         "the pay rising from 10 to 20, or the size rising from 10 to 20"),
        ([switch("far", reachable=False), switch("pay")], "the pay rising from 10 to 20"),
        ([switch("far", reachable=False)], "beyond what is thought possible: the far rising from 10 to 20"),
        ([switch("still", today=20.04)], "none of those looked at"),
        ([switch("gate_chance.troops")], "none of those looked at"),
        ([switch("pay", level="helped"), switch("pay", kind="lead")], "none of those looked at"),
    ],
)  # fmt: skip
def test_drivers_are_told_within_reach_or_else_beyond_it(judged, aloud, switches, told):
    case = judged(switches=switches)
    assert aloud(case, failing_gates.driver(case, "watch", "troops")) == told


def test_a_driver_whose_switching_value_is_no_fact_is_left_out(judged, aloud, known):
    case = judged(switches=[switch("pay")])
    without = {name: fact for name, fact in case.facts.items() if ".switch." not in name}
    bare = known(case=CASE, **case.tables)
    bare.facts.update(without)
    assert aloud(bare, failing_gates.driver(bare, "watch", "troops")) == "none of those looked at"


def test_of_a_judged_gate_without_drivers_nothing_is_said(judged):
    assert failing_gates.driver(judged(), "watch", "law") == ""
    assert failing_gates.given(judged(), "watch", "law") == ""


def test_the_column_of_drivers_says_to_what_they_would_bring_a_gate(known, aloud):
    case = known({"feasibility.threshold.feasible": 0.75})
    assert aloud(case, failing_gates.number_alone(case)) == "What number alone would bring it to 75%"
