"""A case with one level of support compares no levels: nothing is said of what another level would change."""

import pytest

from peacebrief.telling.annex import evidence_tables
from peacebrief.telling.answers import verdict
from peacebrief.telling.figures.feasibility import gate_matrix
from peacebrief.telling.pages import option_page, patron, side_by_side
from peacebrief.telling.saying.said import NOTHING

WATCH = {"id": "watch", "in_sentence": "a watch", "short_label": "Watch", "support_level": "alone"}
GATES = [{"id": "law", "label": "Law", "in_sentence": "a mandate", "kind": "supply"}]
AT = "watch.alone"
FACTS = {
    f"feasibility.gate.law.{AT}": 0.02,
    f"feasibility.joint.{AT}": 0.02,
    f"feasibility.verdict.{AT}": "not feasible on current evidence",
    "feasibility.confidence.watch": "medium",
}
CASE = {
    "draws": 4096,
    "edition": "2030-02",
    "evidence_cutoff": "2030-01-15",
    "support_levels": {"alone": {"phrase": "without help", "label": "Alone"}},
    "feasibility": {"thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2}},
    "vocabulary": {"condition": "a truce"},
}
CHANGES = [{"option": "watch", "measure": "troops", "label": "Troops", "unit": "persons", "alone": 1.0}]


@pytest.fixture
def case(known):
    results = [{"option": "watch", "support_level": "alone", "gate": "law", "label": "Law", "place": 0}]
    tables = {"options": [WATCH], "gates": GATES, "gate_results": results, "support_changes": CHANGES}
    return known(FACTS, case=CASE, **tables)


def test_nothing_is_said_of_what_support_changes(case):
    assert patron.deterrence(case) == NOTHING
    assert verdict.support_difference(case, "watch") == NOTHING
    assert evidence_tables.support_changes(case, with_gates=True) == []


def test_verdicts_stand_by_themselves(case, phrases, aloud):
    assert "verdict.as_planned" not in phrases(verdict.in_short(case))
    said = aloud(case, verdict.confidence_in_one(case, "watch"))
    assert said.endswith("A calculated gate rules the option out by a wide margin.")
    assert len(side_by_side.verdicts(case)) == 3


def test_the_one_level_is_no_choice_in_tables_and_figures(case, aloud):
    assert [aloud(case, head) for head in option_page.level_heads(case, "watch")] == ["Without help"]
    caption = gate_matrix.caption(case)
    assert aloud(case, caption.subtitle) == "Chance of passing each gate, given a truce"
    assert aloud(case, caption.alt).startswith("Table of chances by option and gate. Watch, without help:")
