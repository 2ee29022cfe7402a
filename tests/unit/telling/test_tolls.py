"""What a risk would cost, how likely it is over all options, and what was counted beside it."""

import pytest

from peacebrief.telling.annex import outlook_tables
from peacebrief.telling.dangers import tolls

COST, CHANCE = "feasibility.risk_consequence.raid.", "feasibility.risk.raid."
OPTIONS = [{"id": "watch"}, {"id": "wall"}]


@pytest.mark.parametrize(
    ("toll", "span", "said"),
    [
        ("killed", (1.0, 15.0, 120.0), "15 (1 to 120) soldiers killed"),
        ("missing", (1000.0, 3000.0, 9000.0), "3,000 (1,000 to 9,000) soldiers missing"),
        ("days", (7.0, 30.0, 120.0), "30 (7 to 120) days of interruption"),
        ("euros", (1e9, 3e9, 15e9), "3 billion (1 billion to 15 billion) euros"),
        ("war", (1.0, 1.0, 1.0), "war"),
        ("war", (0.1, 0.25, 0.5), "war in 25% of cases"),
    ],
)
def test_a_cost_is_told_in_its_unit(known, aloud, toll, span, said):
    case = known({f"{COST}{toll}": span}, risk_consequences=[{"risk": "raid", "toll": toll, "counted": ""}])
    assert aloud(case, tolls.costs(case, "raid")) == said
    assert tolls.takes(case, "raid", toll)
    assert not tolls.takes(case, "storm", toll)


@pytest.mark.parametrize(
    ("watch", "wall", "said"),
    [
        (0.12, 0.12, "highly unlikely (12%)"),
        (0.18, 0.06, "highly unlikely (6% to 18%)"),
        (0.03, 0.3, "a remote chance (3%) to unlikely (30%)"),
    ],
)
def test_a_chance_is_told_from_the_least_to_the_most(known, aloud, watch, wall, said):
    facts = {f"{CHANCE}{name}": (middle / 2, middle, 2 * middle)
             for name, middle in {"watch": watch, "wall": wall}.items()}  # fmt: skip
    case = known(facts, options=OPTIONS)
    assert aloud(case, tolls.likely(case, "raid")) == said


def test_what_was_counted_is_told_by_how_often_then_by_what_it_cost(known, aloud):
    facts = {"evidence.base_rate.bad": 0.25, "evidence.past_toll.camp": 15, "evidence.past_toll.rails": 0.125}
    rows = [{"table": "risk_chances", "subject": subject, "base_rate": rate}
            for subject, rate in (("raid", "bad"), ("raid", "bad"), ("storm", "bad"), ("raid", ""))]  # fmt: skip
    past = [{"id": "camp", "toll": "killed", "value": 15.0, "label": "A camp", "years": "2017"},
            {"id": "rails", "toll": "days", "value": 0.125, "label": "Rails", "years": "2022"}]  # fmt: skip
    case = known(facts, comparisons=rows, base_rates=[{"id": "bad", "label": "A bad year"}], past_tolls=past,
                 risk_consequences=[{"risk": "raid", "toll": "killed", "counted": "camp; rails"}])  # fmt: skip
    assert aloud(case, tolls.all_counted(case, "raid")) == (
        "25%: A bad year; 15 killed: A camp, 2017; 0.13 days: Rails, 2022"
    )
    assert aloud(case, tolls.first_counted(case, "raid")) == "25%: A bad year"


def test_where_nothing_was_counted_that_is_said(known, aloud):
    case = known(risk_consequences=[{"risk": "raid", "toll": "killed", "counted": ""}])
    assert aloud(case, tolls.all_counted(case, "raid")) == "nothing found"
    assert aloud(case, tolls.first_counted(case, "raid")) == "nothing found"


def test_judged_costs_say_whether_they_count_and_past_ones_how_many_were_there(known, cells):
    graded = {"basis": "judgement", "confidence": "low", "note": "So.", "source": "declared"}
    costs = [{"risk": "raid", "toll": "killed", "in_toll": 1, "counted": "", **graded},
             {"risk": "raid", "toll": "euros", "in_toll": 0, "counted": "", **graded}]  # fmt: skip
    past = [{"id": "camp", "toll": "killed", "value": 1500.0, "label": "A camp", "years": "2017", "present": 9500.0,
             **graded},
            {"id": "rails", "toll": "days", "value": 0.125, "label": "Rails", "years": "2022", "present": None,
             **graded, "note": ""}]  # fmt: skip
    facts = {f"{COST}killed": (1.0, 15.0, 120.0), f"{COST}euros": (1e9, 3e9, 15e9)}
    case = known(facts, risks=[{"id": "raid", "title": "Raid"}], risk_consequences=costs, past_tolls=past)
    assert cells(case, outlook_tables.judged_costs(case)) == [
        ["raid Raid", "15 (1 to 120) soldiers killed", "yes", "judgement (low)", "So."],
        ["raid Raid", "3 billion (1 billion to 15 billion) euros", "no, it would come later or before",
         "judgement (low)", "So."],
    ]  # fmt: skip
    assert cells(case, outlook_tables.past_tolls(case)) == [
        ["A camp", "1,500 soldiers killed", "2017", "9,500", "judgement (low)", "own judgement", "So."],
        ["Rails", "0.13 days of interruption", "2022", None, "judgement (low)", "own judgement", None],
    ]
    assert [row.anchor for row in outlook_tables.judged_costs(case)] == [f"row-risk_consequences-raid/{toll}"
                                                          for toll in ("killed", "euros")]  # fmt: skip
    assert outlook_tables.past_tolls(case)[0].anchor == "row-past_tolls-camp"
