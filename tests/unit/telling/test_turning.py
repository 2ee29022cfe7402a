"""The tables on what turns each verdict have a cell for each option as planned, and none for what was not found."""

from dataclasses import replace

import pytest

from peacebrief.facts.fact import Fact
from peacebrief.telling.versions import standing, turning

OPTIONS = [
    {"id": "watch", "short_label": "Watch", "support_level": "alone"},
    {"id": "wall", "short_label": "Wall", "support_level": "helped"},
]
CASE = {
    "feasibility": {"thresholds": {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2, "joint": 0.5}},
    "vocabulary": {"adversary": {"adjective": "Northern"}},
}
PLACES = ("watch.alone", "wall.helped")


@pytest.fixture
def case(known):
    def of(facts=None, **tables):
        return known(facts, case=CASE, options=OPTIONS, **tables)

    return of


def test_every_word_has_its_share_of_versions(case, cells):
    facts = {"feasibility.versions": 192.0}
    for at, stands in zip(PLACES, (0.5, 1.0), strict=True):
        facts |= {f"feasibility.version_word.{word}.{at}": place / 10 for place, word in enumerate(standing.WORDS, 1)}
        facts |= {f"feasibility.stands.{at}": stands, f"feasibility.turns.{at}": "the ratio"}
        facts[f"feasibility.versions_of.{at.partition('.')[0]}"] = 96.0
    assert turning.words(case()) == []
    one = case(facts)
    assert cells(one, turning.words(one)) == [
        ["Watch", "96", "10%", "20%", "30%", "40%", "50%: hangs", "the ratio"],
        ["Wall", "96", "10%", "20%", "30%", "40%", "100%: firm", ""],
    ]


def turned(factor, name, option, level, share):
    fact = f"feasibility.turned_by.{factor}.{option}.{level}"
    return Fact(id=fact, label=fact, unit="share", kind="probability", method="made up", because=(), value=share,
                subjects={"factor": factor}, names={"factor": name})  # fmt: skip


def test_every_factor_has_a_row_that_which_turns_most_first(case, cells):
    facts = [turned("ratio", "the ratio", "watch", "alone", 0.3), turned("ratio", "the ratio", "wall", "helped", 0.0),
             turned("ties", "the ties", "watch", "alone", 0.5)]  # fmt: skip
    one = case()
    assert turning.factors(one) == []
    one = replace(one, facts={fact.id: fact for fact in facts})
    assert cells(one, turning.factors(one)) == [["The ties", "50%", ""], ["The ratio", "30%", "0%"]]


def test_all_gates_are_told_from_the_least_to_the_most_that_they_allow(case, cells):
    facts = {}
    for at in PLACES:
        facts |= {f"feasibility.joint_by_loading.{tie}.{at}": place / 10 for place, tie in enumerate(turning.TIES, 1)}
        facts |= {f"feasibility.frechet_low.{at}": 0.05, f"feasibility.frechet_high.{at}": 0.6}
    one = case(facts)
    assert cells(one, turning.ties(one))[0] == ["Watch", "5%", "10%", "20%", "30%", "40%", "60%"]


def test_a_judged_gate_is_told_at_every_mark_that_some_range_leaves_open(case, cells):
    gates = [
        {"id": "law", "label": "A mandate", "kind": "judged"},
        {"id": "troops", "label": "Troops", "kind": "generation"},
    ]
    chances = {20: 0.9, 75: 0.1}
    facts = {f"feasibility.gate_at_least.{mark}.law.watch.alone": chance for mark, chance in chances.items()}
    facts |= {f"feasibility.threshold.{name}": share for name, share in CASE["feasibility"]["thresholds"].items()}
    facts |= {"feasibility.gate_at_least.20.law.wall.helped": 0.5, "feasibility.gate_at_least.40.law.wall.helped": 1.0}
    facts["feasibility.gate_at_least.40.law.watch.alone"] = 0.001
    one = case(facts, gates=gates)
    assert cells(one, turning.reached(one)) == [["A mandate", "20%", "90%", "50%"], ["A mandate", "75%", "10%", ""]]
