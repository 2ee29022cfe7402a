"""Distances from what was counted, as facts: on the real case each moves with exactly what it names."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from peacebrief.facts.comparisons import base_rate_facts, comparison_facts, past_toll_facts, weak_leg_facts
from peacebrief.facts.fact import sources_of
from peacebrief.inputs import resolve_case

INPUTS = Path(__file__).parents[3] / "inputs"
COUNTS = "evidence.comparators."


@pytest.fixture(scope="module")
def evidence():
    return resolve_case(INPUTS, "ukraine").evidence


def facts_of(evidence):
    tables = evidence["tables"]
    told = [
        *base_rate_facts(tables["base_rates"]),
        *comparison_facts(tables, levels=evidence["case"]["support_levels"]),
        *weak_leg_facts(tables["weak_legs"]),
    ]
    return {fact.id: fact for fact in told}


@pytest.fixture(scope="module")
def facts(evidence):
    return facts_of(evidence)


def test_a_distance_is_the_judged_chance_less_the_rate(facts):
    """The layered gate of a ceasefire with a backstop: 0.45, less 6 of 29."""
    fact = facts["evidence.distance.gate_chances.G3_layered_backstop"]
    assert fact.value == pytest.approx(0.45 - 6 / 29)
    assert fact.called.startswith("Gate chances: Uncontested ceasefire, Layered, American backstop: judged chance less")


def test_a_risk_of_a_year_is_compared_with_a_year(facts):
    """A renewed offensive, coalition alone: 0.06, less 13 of 68 in five years taken to one."""
    value = facts["evidence.distance.risk_chances.R02_european_coalition_none"].value
    assert value == pytest.approx(0.06 - (1 - (55 / 68) ** 0.2))


def test_the_counts_add_up(facts, evidence):
    count = {name.removeprefix(COUNTS): fact.value for name, fact in facts.items() if name.startswith(COUNTS)}
    distances = [fact for name, fact in facts.items() if name.startswith("evidence.distance.")]
    tables = ("gate_chances", "position_chances", "carry_over", "risk_chances")
    assert count["judged"] == sum(len(evidence["tables"][name]) for name in tables)
    assert count["compared"] == len(distances)
    assert count["above"] + count["below"] == count["outside"] < count["spanned"] < count["compared"] < count["judged"]
    assert count["compared"] + count["beside"] < count["judged"]
    ordered = sorted(abs(fact.value) for fact in distances)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    assert count["median_distance"] == pytest.approx(middle)
    assert (count["weak_legs"], count["weak_legs_compared"]) == (25, 12)


def test_a_case_that_compares_nothing_has_no_such_facts(evidence):
    assert comparison_facts({**evidence["tables"], "comparisons": []}, levels={}) == []
    assert weak_leg_facts([]) == []


def nudged(evidence, table, key, **cells):
    changed = copy.deepcopy(evidence)
    row = next(row for row in changed["tables"][table] if all(row[name] == cell for name, cell in key.items()))
    row.update(cells)
    return facts_of(changed)


NUDGES = {
    "table:base_rates.csv#armed_force_accepted": ("base_rates", {"id": "armed_force_accepted"}, {"events": 7.0}),
    "table:base_rates.csv#war_again_5y": ("base_rates", {"id": "war_again_5y"}, {"events": 14.0, "months": 50.0}),
    "table:base_rates.csv#alliance_honoured": ("base_rates", {"id": "alliance_honoured"}, {"share": 0.3}),
    "table:gate_chances.csv#G3/layered/none": (
        "gate_chances", {"gate": "G3", "option": "layered", "support_level": "none"}, {"central": 0.31}),
    "table:position_chances.csv#yes/none": (
        "position_chances", {"position": "yes", "support_level": "none"}, {"central": 0.7}),
    "table:risks.csv#R02": ("risks", {"id": "R02"}, {"horizon_months": 24}),
    "table:comparisons.csv#gate_chances/G2/layered": (
        "comparisons", {"table": "gate_chances", "subject": "G2", "option": "layered"},
        {"base_rate": "operation_ended_by_veto"}),
}  # fmt: skip


@pytest.mark.parametrize("origin", NUDGES)
def test_exactly_the_facts_that_name_a_row_move_with_it(evidence, facts, origin):
    table, key, cells = NUDGES[origin]
    after = nudged(evidence, table, key, **cells)
    numbers = ("value", "p5", "p50", "p95")
    moved = {name for name in facts if any(getattr(facts[name], n) != getattr(after[name], n) for n in numbers)}
    naming = {name for name in facts if origin in sources_of(name, facts)}
    assert moved
    assert moved <= naming
    # The median and the counts over all move by jumps.
    assert {name for name in naming - moved if not name.startswith(COUNTS)} == set()


def test_a_base_rate_is_told_with_its_interval_where_the_cases_are_known(facts):
    counted, published = facts["evidence.base_rate.war_again_5y"], facts["evidence.base_rate.alliance_honoured"]
    assert (counted.kind, counted.p50) == ("quantiles", 13 / 68)
    assert counted.p5 < counted.p50 < counted.p95
    assert (published.kind, published.value) == ("number", 0.22)


def test_a_toll_of_the_past_is_told_in_its_unit_with_its_years(evidence):
    found = {fact.id: fact for fact in past_toll_facts(evidence["tables"]["past_tolls"])}
    worst, cables = found["evidence.past_toll.attack_of_2017"], found["evidence.past_toll.rail_cables_2022"]
    assert (worst.value, worst.unit, worst.called[-6:]) == (15, "persons", ", 2017")
    assert cables.value == pytest.approx(3 / 24)
    assert cables.unit == "days"
    assert worst.because == ("table:past_tolls.csv#attack_of_2017",)
