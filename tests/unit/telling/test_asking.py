"""The sheet for experts asks about each judged row in its own words, or what the case asks."""

from __future__ import annotations

import pytest

from peacebrief.telling.compared import asking

CASE = {"question": "Would it work?", "support_levels": {"alone": {"label": "alone"}}}
TABLES = {
    "options": [{"id": "watch", "short_label": "Watch"}],
    "gates": [{"id": "law", "label": "Mandate"}],
    "risks": [{"id": "raid", "title": "A raid", "horizon_months": 12.0}],
    "gate_chances": [{"gate": "law", "option": "watch", "support_level": "alone"}],
    "position_chances": [{"position": "yes", "support_level": "alone"}],
    "carry_over": [{"option": "watch", "support_level": ""}],
    "risk_chances": [{"risk": "raid", "option": "watch", "support_level": ""}],
}


@pytest.fixture
def case(known):
    return known(case=CASE, **TABLES)


def test_each_judged_row_is_asked_about_by_what_it_is_of(case, aloud):
    found = asking.questions(case)
    assert [(one.id, one.table, one.row, one.unit) for one in found] == [
        ("gate_law_watch_alone", "gate_chances", "law/watch/alone", "probability"),
        ("position_yes_alone", "position_chances", "yes/alone", "probability"),
        ("carry_watch", "carry_over", "watch", "share"),
        ("risk_raid_watch", "risk_chances", "raid/watch", "probability"),
    ]
    gate, position, carry, risk = (aloud(case, one.wording) for one in found)
    assert gate == "How likely is the option “Watch” to pass the gate “Mandate”? Support: alone."
    assert position.startswith("How likely is a state with the position “")
    assert carry.endswith("carries over to the option “Watch”? Support: any.")
    assert risk.startswith("How likely is the risk “A raid” to come about within 12 months under the option “Watch”?")


def test_a_case_with_questions_of_its_own_asks_those(known, case, aloud):
    own = {"id": "q", "wording": "How long is it?", "unit": "km", "replaces_table": "", "replaces_row": ""}
    case = known(case=CASE, **TABLES, elicitation_questions=[own])
    assert [one.id for one in asking.questions(case)] == ["q"]
    assert [aloud(case, said) for said in asking.sheet(case, "here.csv")][-1] == "q: How long is it? (km)"


def test_the_sheet_asks_lowest_and_highest_before_best_and_how_sure_last(case, phrases):
    order = [name for said in asking.sheet(case, "here.csv") for name in phrases(said)]
    steps = ["asking.lowest", "asking.highest", "asking.best", "asking.sure"]
    assert [name for name in order if name in steps] == steps
    assert order[0] == "asking.head"
