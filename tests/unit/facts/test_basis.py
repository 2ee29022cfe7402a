"""How many rows of the inputs are found, recalled or judged: over all tables, and behind each verdict."""

import pytest

from peacebrief.facts.basis import basis_facts, behind_verdicts, origins, row_key, rows_by_origin
from peacebrief.facts.fact import Fact, fact_about, sources_of
from peacebrief.inputs.reading.case_tables import CASE_TABLES, REFERENCE_TABLES
from peacebrief.reasoning.subject import Named, word

EVIDENCE = {
    "assumptions": [{"id": "pace", "basis": "judgement"}, {"id": "reach", "basis": "found"}],
    "tables": {
        "links": [{"id": "L1", "basis": "recalled"}, {"id": "L2", "basis": "recalled"}],
        "gate_chances": [
            {"gate": "G1", "option": "a", "support_level": "none", "basis": "judgement"},
            {"gate": "G1", "option": "b", "support_level": None, "basis": "claim"},
        ],
        "options": [
            {"id": "a", "support_level": "none", "basis": "derived"},
            {"id": "b", "support_level": "most", "basis": "derived"},
        ],
    },
}


def made(family, about, *because):
    return fact_about(
        family, about, label="made up", unit="count", kind="number", method="", because=because, value=1.0
    )


def verdict(option, level, *because):
    about = {"option": Named(option, f"option {option}"), "level": word(level)}
    return made("feasibility.verdict.{option}.{level}", about, *because)


def by_id(facts):
    return {fact.id: fact for fact in facts}


@pytest.fixture
def known():
    own = "table:gate_chances.csv#G1/a/none", "assumption:pace", "table:case.yaml#draws"
    facts = [
        made("x.supply", {}, "table:links.csv#L1", "table:links.csv#L2", "fact:x.pace"),
        made("x.pace", {}, "assumption:pace"),
        # Two ways lead to the pace, which is one row all the same.
        verdict("a", "none", "fact:x.supply", "fact:x.pace", *own),
        verdict("a", "most", "table:links.csv#L1"),
        verdict("b", "none", "assumption:reach"),
    ]
    return by_id(facts)


def test_every_row_of_every_table_is_counted_once_by_how_it_is_known():
    found = {name.rpartition(".")[2]: fact.value for name, fact in by_id(basis_facts(EVIDENCE)).items()}
    assert found == {"judgement": 2, "found": 1, "recalled": 2, "claim": 1, "derived": 2, "computed": 0, "elicited": 0}


def test_rows_behind_a_verdict_are_those_it_leads_to_each_once_and_settings_are_no_rows(known):
    found = {
        name.removeprefix("evidence."): fact.value for name, fact in by_id(behind_verdicts(known, EVIDENCE)).items()
    }
    assert found == {
        "rows_behind_verdict.a": 4,
        "behind_verdict.a.found": 0,
        "behind_verdict.a.computed": 0,
        "behind_verdict.a.derived": 0,
        "behind_verdict.a.recalled": 2,
        "behind_verdict.a.elicited": 0,
        "behind_verdict.a.judgement": 2,
    }


def test_an_option_is_counted_with_the_support_it_is_planned_with_and_only_once_it_is_ruled_on(known):
    known["feasibility.verdict.b.most"] = verdict("b", "most", "assumption:reach")
    told = by_id(behind_verdicts(known, EVIDENCE))
    assert told["evidence.behind_verdict.b.found"].value == told["evidence.rows_behind_verdict.b"].value == 1
    assert behind_verdicts({}, EVIDENCE) == []


def test_what_stands_behind_a_fact_is_found_by_another_walk_too(known):
    one = known["feasibility.verdict.a.none"]
    assert {name for name in origins(one, known) if not name.startswith("fact:")} == sources_of(one.id, known)


@pytest.mark.parametrize("changed", sorted(rows_by_origin(EVIDENCE)))
def test_exactly_the_counts_move_that_lead_to_a_row_known_in_another_way(known, changed):
    before = by_id([*basis_facts(EVIDENCE), *behind_verdicts(known, EVIDENCE)])
    row = rows_by_origin(EVIDENCE)[changed]
    kept, row["basis"] = row["basis"], "computed"
    try:
        after = by_id([*basis_facts(EVIDENCE), *behind_verdicts(known, EVIDENCE)])
    finally:
        row["basis"] = kept
    moved = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    facts = {**known, **before, **after}
    assert moved
    assert moved <= {name for name in facts if changed in sources_of(name, facts)}


def test_a_row_is_called_as_the_models_of_the_inputs_call_it():
    for table, model in {**CASE_TABLES, **REFERENCE_TABLES}.items():
        row = {column: column.upper() for column in model.KEY}
        assert row_key(table, row) == "/".join(column.upper() for column in model.KEY), table


def test_an_empty_part_of_a_key_is_left_out():
    row = {"gate": "G1", "option": "b", "support_level": None}
    assert row_key("gate_chances", row) == "G1/b"


def test_a_verdict_keeps_what_its_option_is_called(known):
    told = by_id(behind_verdicts(known, EVIDENCE))["evidence.behind_verdict.a.judgement"]
    assert isinstance(told, Fact)
    assert told.called == "Option a: rows of the inputs behind the verdict that are judged"
