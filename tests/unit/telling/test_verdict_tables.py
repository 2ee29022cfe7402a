"""The tables on gates, verdicts, scores and weights, row by row."""

import pytest

from peacebrief.telling.annex import verdict_tables
from peacebrief.telling.saying.said import Row

CASE = {"support_levels": {"alone": {"label": "Alone"}, "helped": {"label": "Helped"}}}
WATCH = {"id": "watch", "short_label": "Watch", "support_level": "alone"}
WALL = {"id": "wall", "short_label": "Wall", "support_level": "helped"}
GATES = [{"id": "G2", "label": "Enough troops", "kind": "generation", "place": 2, "note": "They stay."},
         {"id": "G1", "label": "UN mandate", "kind": "judged", "place": 1, "note": "It is lawful."}]  # fmt: skip
LAW = {"id": "C1", "label": "Law", "unit_label": "points", "computed_by": ""}
COST = {"id": "C2", "label": "Cost", "unit_label": "euros", "computed_by": "cost"}


def at_gate(gate, level, *, judged):
    ends = {"low": 0.1, "high": 0.3} if judged else {"low": None, "high": None}
    return {"option": "watch", "gate": gate, "support_level": level, "judged": judged, **ends}


def ruling(level, planned, weakest):
    return {"option": "watch", "support_level": level, "planned": planned, "weakest": weakest,
            "verdict": "conditional", "closing": "a treaty"}  # fmt: skip


@pytest.fixture
def judged(known):
    facts = {f"feasibility.gate.{gate}.watch.{level}": chance for gate, chance in (("G1", 0.2), ("G2", 0.9))
             for level in CASE["support_levels"]}  # fmt: skip
    facts |= {"feasibility.joint.watch.alone": 0.18, "feasibility.joint.watch.helped": 0.5}
    facts |= {"feasibility.stands.watch.alone": 0.36}
    results = [at_gate(gate["id"], level, judged=gate["kind"] == "judged")
               for gate in GATES for level in CASE["support_levels"]]  # fmt: skip
    rulings = [ruling("alone", planned=True, weakest="G1"), ruling("helped", planned=False, weakest="G2")]
    return known(facts, case=CASE, options=[WATCH], gates=GATES, gate_results=results, verdicts=rulings)


def test_gates_stand_in_their_order_and_say_how_they_are_found(judged, cells):
    rows = verdict_tables.gates(judged)
    assert cells(judged, rows) == [
        ["G1 UN mandate", "judged", "It is lawful."],
        ["G2 Enough troops", "worked out", "They stay."],
    ]
    assert [row.anchor for row in rows] == ["row-gates-G1", "row-gates-G2"]


def test_a_judged_chance_has_its_range(judged, cells):
    assert cells(judged, verdict_tables.gate_chances(judged)) == [
        ["Watch", "UN mandate", *["20% (10% to 30%, judged)"] * 2],
        ["Watch", "Enough troops", "90%", "90%"],
    ]


def test_a_verdict_names_the_weakest_gate_and_whether_it_is_planned(judged, cells, aloud):
    assert cells(judged, verdict_tables.verdicts(judged)) == [
        ["Watch", "conditional, as planned; all gates 18%; weakest: UN mandate; stands in 36% of versions",
         "conditional; all gates 50%; weakest: enough troops"],
    ]  # fmt: skip
    assert aloud(judged, verdict_tables.conditions_that_suffice(judged)) == "Watch: a treaty."


def test_scores_tell_the_measure_and_its_worth_or_nothing(known, cells):
    score = {"criterion": "C1", "option": "watch", "low": 40, "central": 55.4, "high": 70, "value": 0.554}
    case = known(options=[WATCH, WALL], criteria=[LAW, COST], option_scores=[score])
    assert cells(case, verdict_tables.scores(case)) == [
        ["C1 Law, points (judged)", "55 (40 to 70): 0.55", None],
        ["C2 Cost, euros", None, None],
    ]


def rank(weighting, option, place, share):
    return {"weighting": weighting, "label": f"{weighting} weights", "option": option, "rank": place, "share": share}


RANKS = [rank("all", "watch", 2, 0.4), rank("all", "wall", 2, 0.6), rank("all", "watch", 1, 0.6),
         rank("all", "wall", 1, 0.4), rank("bounded", "watch", 1, 1.0), rank("bounded", "wall", 1, 0.0),
         rank("bounded", "watch", 2, 0.0), rank("bounded", "wall", 2, 1.0)]  # fmt: skip


def test_all_places_are_told_under_the_first_weighting_and_the_first_under_others(known, cells):
    case = known(options=[WATCH, WALL], ranks=RANKS)
    assert cells(case, verdict_tables.places(case)) == [
        ["all weights: place 1", "60%", "40%"],
        ["all weights: place 2", "40%", "60%"],
        ["bounded weights: place 1", "over 99%", "under 1%"],
    ]
    assert verdict_tables.places(known(options=[WATCH], ranks=[])) == []


def test_a_criterion_is_left_out_where_others_tell_the_options_apart(known, cells):
    facts = {f"feasibility.{family}.watch{place}": 0.75 for family, place in
             (("rank_without.C2", ""), ("rank_acceptability", ".1"))}  # fmt: skip
    facts |= {name.replace("watch", "wall"): 0.25 for name in facts}
    case = known(facts, options=[WATCH, WALL], criteria=[LAW, COST])
    every = [["Cost", "75%", "25%"]]
    assert cells(case, verdict_tables.first_without(case, whole=True)) == every
    assert cells(case, verdict_tables.first_without(case, whole=False)) == every
    assert verdict_tables.left_out(case, whole=False).id == "verdict_tables.left_out"


def test_only_criteria_that_decide_who_is_first_are_told_where_there_is_little_room(known, cells):
    shares = {"rank_acceptability.{}.1": 0.6, "rank_without.C1.{}": 0.3, "rank_without.C2.{}": 0.8}
    facts = {f"feasibility.{name.format(option)}": share if option == "watch" else 1 - share
             for name, share in shares.items() for option in ("watch", "wall")}  # fmt: skip
    case = known(facts, options=[WATCH, WALL], criteria=[LAW, COST])
    assert cells(case, verdict_tables.first_without(case, whole=False)) == [["Law", "30%", "70%"]]
    assert len(verdict_tables.first_without(case, whole=True)) == 2
    assert [verdict_tables.left_out(case, whole=whole).id for whole in (True, False)] == [
        "verdict_tables.left_out", "verdict_tables.deciding"
    ]  # fmt: skip


def test_weights_have_a_column_for_each_weighting_and_each_option_that_may_come_first(known, cells):
    drawn = [{"criterion": "C1", "viewpoint": name, "low": 0.1, "central": 0.2, "high": 0.3}
             for name in ("all", "bounded")]  # fmt: skip
    central = [{"criterion": "C1", "option": "wall", "weight": 0.25}]
    case = known(options=[WATCH, WALL], criteria=[LAW], ranks=RANKS, weights=drawn, central_weights=central)
    assert verdict_tables.weightings(case) == ["all weights", "bounded weights"]
    assert verdict_tables.put_first(case) == ["Wall"]
    assert cells(case, verdict_tables.weights(case)) == [["Law", *["20% (10% to 30%)"] * 2, "25%"]]
    central[0]["weight"] = None
    assert verdict_tables.weights(case)[0].cells[-1] is None
    assert isinstance(verdict_tables.weights(case)[0], Row)
