"""Answers of experts as facts: on the made-up case each moves with exactly the rows that it names."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from peacebrief.elicitation.panel import ANSWERS, QUESTIONS
from peacebrief.facts.basis import row_key
from peacebrief.facts.elicitation import elicitation_facts, with_answers
from peacebrief.facts.fact import Fact
from peacebrief.inputs import resolve_case

INPUTS = Path(__file__).parents[2] / "fixtures/miniature/inputs"


@pytest.fixture(scope="module")
def evidence():
    return resolve_case(INPUTS, "island").evidence


def facts_of(evidence):
    return {fact.id: fact for fact in elicitation_facts(evidence["tables"], evidence["replaced"])}


def test_both_ways_of_putting_answers_together_are_told(evidence):
    """0.6 less, and more, 0.18: nine tenths of the fifth that each is from the best in full."""
    found = facts_of(evidence)
    idea = found["elicitation.idea.assent"]
    assert (idea.p5, idea.p50, idea.p95) == pytest.approx((0.42, 0.6, 0.78))
    assert found["elicitation.cooke.assent"].p5 > 0
    assert found["elicitation.judged.assent"].value == 0.6
    counts = {name: found[f"elicitation.{name}"].value for name in ("replaced", "experts", "rounds", "seeds")}
    assert counts == {"replaced": 2, "experts": 3, "rounds": 2, "seeds": 3}
    assert sum(found[f"elicitation.weight.{name}"].value for name in ("heron", "plover", "teal")) == pytest.approx(1)


def changed(row, table):
    if table == ANSWERS:
        row["lowest"], row["best"], row["highest"] = (row[part] * 0.9 for part in ("lowest", "best", "highest"))
    elif row["seed"] == "yes":
        row["answer"] *= 0.3


# What an answer to a question whose answer is known moves: scores and what they weigh.
SCORED = "cooke", "calibration", "information", "weight"


def test_facts_move_with_rows_that_they_name_and_with_no_others(evidence):
    before = facts_of(evidence)
    for table in (ANSWERS, QUESTIONS):
        for place, row in enumerate(evidence["tables"][table]):
            other = copy.deepcopy(evidence)
            changed(other["tables"][table][place], table)
            origin = f"table:{table}.csv#{row_key(table, row)}"
            after = facts_of(other)
            moved = {name for name in before if before[name] != after[name]}
            assert all(origin in before[name].because for name in moved), (origin, moved)
            named = {name for name, fact in before.items() if origin in fact.because} - counts()
            last = table == ANSWERS and row["round"] == 2
            assert moved >= {name for name in named if name.startswith("elicitation.idea.")} if last else True
            if table == ANSWERS and row["round"] == 1 and row["question"] in {"length", "dwellers", "openings"}:
                assert moved, origin
                assert {name.split(".")[1] for name in moved} <= set(SCORED)


def counts():
    return {f"elicitation.{name}" for name in ("replaced", "experts", "rounds", "seeds")}


def made(name, *because, family=""):
    return Fact(id=name, label="made up", unit="count", kind="number", method="", value=1.0, because=because,
                family=family)  # fmt: skip


def test_what_rests_on_a_replaced_row_rests_on_the_answers(evidence):
    row = "table:gate_chances.csv#law/separation/helped"
    facts = [
        made("a", row),
        made("b", "table:gate_chances.csv#law/separation/alone"),
        made("evidence.basis.elicited", row, family="evidence.basis.{basis}"),
        made("evidence.comparators.judged", row),
    ]
    told = {fact.id: fact.because for fact in with_answers(facts, evidence["tables"])}
    assert told["a"] == (row, "fact:elicitation.idea.assent")
    assert told["b"] == facts[1].because
    assert told["evidence.basis.elicited"] == told["evidence.comparators.judged"] == (row,)


def test_without_answers_there_are_no_facts(evidence):
    tables = {**evidence["tables"], ANSWERS: []}
    assert elicitation_facts(tables, ()) == []
    assert with_answers([made("a", "assumption:x")], {}) == [made("a", "assumption:x")]
