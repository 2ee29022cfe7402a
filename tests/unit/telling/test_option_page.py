"""The tables on one option: whom they name, in which order, and how many."""

import pytest

from peacebrief.telling.pages import option_page
from peacebrief.telling.saying.said import Cited, Number, Ruling

OPTION = {
    "id": "watch",
    "label": "Watch: who looks on",
    "in_sentence": "a watch",
    "support_level": "helped",
    **dict.fromkeys(option_page.LEADING, "told"),
}
CASE = {
    "support_levels": {"alone": {"phrase": "alone"}, "helped": {"phrase": "with help"}},
    "feasibility": {"critical_from": 4},
}


def sender(name, deployed=10.0, *, likely=True, level="helped"):
    return {"option": "watch", "support_level": level, "contributor": name, "country": name.capitalize(),
            "position": "yes", "likely": likely, "deployed": deployed}  # fmt: skip


def risk(name, chance, *, in_gate=0):
    return {"option": "watch", "support_level": "helped", "risk": name, "title": name, "p50": chance,
            "in_gate": in_gate}  # fmt: skip


@pytest.fixture
def case(known):
    def of(burden=(), risks=()):
        judged = [{"id": row["risk"], "horizon_months": 12, "mitigation": "care"} for row in risks]
        gates = [{"id": "law", "label": "A mandate"}]
        tolls = {"mild": "days", "rare5": "war"}
        costs = [{"risk": row["risk"], "toll": tolls.get(row["risk"], "killed"), "counted": ""} for row in risks]
        facts = {f"feasibility.risk_consequence.{row['risk']}.{row['toll']}": (1.0, 1.0, 1.0) for row in costs}
        return known(facts, case=CASE, options=[OPTION], burden=burden, gates=gates, risk_results=risks, risks=judged,
                     risk_consequences=costs)  # fmt: skip

    return of


def test_the_cover_asks_whether_the_option_is_feasible(case, aloud):
    known = case()
    assert aloud(known, option_page.about(known, "watch")) == "Option: Watch: who looks on"
    assert aloud(known, option_page.question(known, "watch")) == "Is a watch feasible?"
    assert option_page.ruling(known, "watch") == Ruling("feasibility.verdict.watch.helped")


def test_key_numbers_are_those_of_the_option_as_planned(case):
    judged, kept, enough, cost = option_page.key_numbers(case(), "watch")
    assert judged.cells[0] == Number("generation.size.watch", "exact")
    assert kept.cells[2] == Number("generation.sustainable.watch.helped", "range")
    assert enough.cells[2] == Number("generation.probability.watch.helped", "likelihood")
    assert cost.cells[0] == Number("logistics.cost_per_year.watch", "p50")


def test_the_option_is_told_question_by_question(case):
    rows = option_page.lead(case(), "watch")
    asked = [cell for cell in option_page.LEADING if cell != option_page.ARTICLE_SAYS]
    assert [row.cells[0].id for row in rows] == [f"option_page.{cell}" for cell in asked]
    assert {row.cells[1] for row in rows} == {"told"}


def test_what_the_article_says_is_told_where_there_is_one(known, aloud):
    called = {"vocabulary": {"article": {"name": "the letter"}}}
    case = known(case=called, options=[OPTION])
    assert "The letter says" in [aloud(case, row.cells[0]) for row in option_page.lead(case, "watch")]


def test_only_those_who_are_likely_to_send_are_counted_the_largest_first(case, aloud):
    burden = [sender("small", 5.0), sender("large", 50.0), sender("none", 0.0), sender("no", likely=False),
              sender("elsewhere", 99.0, level="alone")]  # fmt: skip
    known = case(burden)
    assert [row.cells[0] for row in option_page.contributors(known, "watch")] == ["Large", "Small"]
    assert aloud(known, option_page.not_counted(known, "watch")) == "Not counted on: No."
    assert option_page.not_counted(case(burden[:2]), "watch") == ""
    assert option_page.burden(known, "watch").id == "option_page.burden"


def test_the_table_of_contributors_ends_where_the_page_does(case):
    known = case([sender(f"state{number}", float(number)) for number in range(1, 12)])
    assert len(option_page.contributors(known, "watch")) == option_page.MOST_CONTRIBUTORS
    assert option_page.burden(known, "watch").id == "option_page.burden_of_the_largest"


def test_each_gate_then_all_and_the_verdict_are_told_at_every_level(case):
    rows = option_page.gates(case(), "watch")
    assert [list(row.cells[1:]) for row in rows] == [
        [Number(f"feasibility.{fact}.watch.{level}", form) for level in ("alone", "helped")]
        for fact, form in (("gate.law", "percent"), ("joint", "percent"), ("verdict", "words"))
    ]


def test_a_gate_that_no_draw_fails_at_any_level_has_no_row(known):
    chances = {"feasibility.gate.law.watch.alone": 1.0, "feasibility.gate.law.watch.helped": 1.0}
    gates = [{"id": "law", "label": "A mandate"}]

    def rows(**changed):
        case = known(chances | changed, case=CASE, options=[OPTION], gates=gates)
        return len(option_page.gates(case, "watch"))

    assert rows() == 2
    assert rows(**{"feasibility.gate.law.watch.alone": 0.9999}) == 3


def test_the_planned_level_says_that_it_is_planned(case, aloud):
    known = case()
    assert [aloud(known, head) for head in option_page.level_heads(known, "watch")] == [
        "Alone",
        "With help (as planned)",
    ]


def test_the_likeliest_of_the_risks_that_cost_lives_are_told_but_for_gates(case):
    known = case(risks=[risk("likely", 0.5), risk("mild", 0.9), risk("gate", 0.8, in_gate=1),
                        *(risk(f"rare{number}", number / 100) for number in range(6))])  # fmt: skip
    told = [row.cells[0] for row in option_page.risks(known, "watch")]
    assert told == ["likely", "rare5", "rare4", "rare3"]


def test_the_rule_of_the_verdict_is_told_with_its_marks(known, aloud):
    case = known({"feasibility.threshold.feasible": 0.75, "feasibility.threshold.conditional": 0.5,
                  "feasibility.threshold.not_feasible": 0.2, "feasibility.threshold.joint": 0.6})  # fmt: skip
    told = aloud(case, option_page.rule_of_the_verdict(case))
    for mark in (
        "feasible from 75% at every gate and 60% at all together",
        "conditional from 50% where",
        "not feasible below 20% at any",
    ):
        assert mark in told


@pytest.mark.parametrize(("source", "told"), [("book;declared", Cited("book;declared")), ("declared", "own_judgement")])
def test_the_table_on_an_option_names_its_sources_or_our_judgement(known, phrases, source, told):
    said = option_page.lead_source(known(options=[OPTION | {"source": source}]), "watch")
    assert said.slots["sources"] == told if isinstance(told, Cited) else f"option_page.{told}" in phrases(said)
