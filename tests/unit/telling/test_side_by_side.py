"""Every question has an answer for each option, in the order of the options."""

import pytest

from peacebrief.telling.pages import side_by_side
from peacebrief.telling.saying.said import NOTHING, Number, Ruling

CASE = {
    "support_levels": {
        "alone": {"phrase": "without help", "label": "Alone"},
        "helped": {"phrase": "with help", "label": "Helped"},
    },
    "vocabulary": {"patron": {"adjective": "League"}},
}
TOLD = {"role": "watching", "lead": "Northland", "mandate_route": "a law", "governments_did": "a plan"}
OPTIONS = [{"id": "watch", "support_level": "alone", **TOLD}, {"id": "wall", "support_level": "helped", **TOLD}]


@pytest.fixture
def case(known):
    gates = [{"id": "law", "label": "A mandate"}]
    stands = {
        "feasibility.versions": 192.0,
        "feasibility.stands.watch.alone": 0.9,
        "feasibility.stands.wall.helped": 0.3,
    }
    return known({"feasibility.size_held.wall.helped": 50.0, **stands}, case=CASE, options=OPTIONS, gates=gates)


def test_every_row_has_a_cell_for_each_option(case):
    parts = (getattr(side_by_side, name) for name in ("verdicts", "troops", "gates", "cost_and_risk", "who"))
    assert {len(row.cells) for part in parts for row in part(case)} == {3}


def test_verdicts_are_told_as_planned_and_at_each_level(case, aloud):
    planned, stands, support, alone, helped, _ = side_by_side.verdicts(case)
    assert planned.cells[1:] == [Ruling("feasibility.verdict.watch.alone"), Ruling("feasibility.verdict.wall.helped")]
    assert [aloud(case, cell) for cell in stands.cells] == ["Versions that agree", "90%: firm", "30%: hangs"]
    assert [aloud(case, cell) for cell in support.cells] == ["League part planned with", "Alone", "Helped"]
    assert [aloud(case, row.cells[0]) for row in (alone, helped)] == ["Without help", "With help"]
    assert helped.cells[1].slots["verdict"] == Number("feasibility.verdict.watch.helped", "words")


def test_a_size_that_would_hold_is_told_where_there_is_one(case):
    *_, hold = side_by_side.troops(case)
    assert hold.cells[1:] == [NOTHING, Number("feasibility.size_held.wall.helped", "significant")]


def test_a_gate_that_no_draw_fails_for_any_option_has_no_row(known):
    chances = {
        f"feasibility.gate.law.{option}.{level}": 1.0
        for option in ("watch", "wall")
        for level in CASE["support_levels"]
    }
    gates = [{"id": "law", "label": "A mandate"}]
    tables = {"case": CASE, "options": OPTIONS, "gates": gates}
    assert side_by_side.gates(known(chances, **tables)) == []
    assert len(side_by_side.gates(known(chances | {"feasibility.gate.law.wall.alone": 0.9}, **tables))) == 1


def test_facts_are_those_of_each_option_as_planned(case):
    (gate,) = side_by_side.gates(case)
    passed = [Number(f"feasibility.gate.law.{at}", "percent") for at in ("watch.alone", "wall.helped")]
    assert gate.cells == ["A mandate", *passed]
    assert side_by_side.troops(case)[1].cells[1] == Number("sizing.force.watching", "range")
    assert [row.cells[1] for row in side_by_side.who(case)] == ["Northland", "a law", "a plan"]
