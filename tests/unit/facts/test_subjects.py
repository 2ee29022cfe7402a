"""A fact is named by its family and its subjects; its label is a pattern, and what a subject is called stands once."""

import json

import pytest
from published import label_faults

from peacebrief.facts.collect import collect_facts
from peacebrief.facts.fact import Fact, fact_about, facts_as_rows, facts_document, read_facts
from peacebrief.inputs.handing_on.resolving import resolved
from peacebrief.reasoning.record import record, stage_document
from peacebrief.reasoning.subject import Named
from peacebrief.sizing import size_force

TOLD = {"unit": "persons", "method": "Counted.", "because": ()}


def troops(role, name):
    return fact_about("size.{role}", {"role": Named(role, name)}, label="{role}: troops", kind="number", **TOLD)


@pytest.fixture(scope="module")
def facts(ukraine):
    real = resolved(ukraine)
    return collect_facts(stages=[size_force(real.sizing | {"draws": 64})], evidence=real.evidence)


def test_no_label_holds_a_subject_and_every_id_is_its_family_filled(facts):
    assert label_faults(facts) == []
    assert sum(bool(fact.subjects) for fact in facts) > sum(not fact.subjects for fact in facts)


def test_a_label_is_printed_with_the_names_there_is_room_for():
    one = troops("guard", "A guard of honour")
    assert one.called == "A guard of honour: troops"
    assert one.renamed({"role": {"guard": "guard"}, "option": {"guard": "none"}}).called == "Guard: troops"
    assert one.renamed({"role": {"other": "x"}}) == one


def test_braces_in_a_name_are_only_letters():
    assert troops("guard", "{role} {0}").called == "{role} {0}: troops"


def test_the_names_stand_once_in_the_document_and_come_back(facts):
    document = json.loads(facts_document(facts, case="ukraine", edition="1"))
    back = read_facts(document)
    assert {fact.id: (fact.as_record(), fact.called) for fact in facts} == {
        name: (fact.as_record(), fact.called) for name, fact in back.items()
    }
    assert all("names" not in one for one in document["facts"])
    rows = {row["id"]: row for row in facts_as_rows(document)}
    force = next(fact for fact in facts if fact.family == "sizing.force.{role}")
    assert rows[force.id]["label"] == force.called
    assert rows[force.id]["subjects"] == [f"role={force.subjects['role']}"]


def test_a_subject_with_two_names_is_refused():
    facts = [troops("guard", "Guard"), fact_about("other.{role}", {"role": Named("guard", "Watch")}, label="{role}",
                                                  kind="number", **TOLD)]  # fmt: skip
    with pytest.raises(ValueError, match="role guard is called both"):
        facts_document(facts, case="a", edition="1")
    records = [record(f"{name.lower()}.{{role}}", {"role": Named("guard", name)}, label="{role}", value=1.0, **TOLD)
               for name in ("Guard", "Watch")]  # fmt: skip
    with pytest.raises(ValueError, match="role guard is called both Guard and Watch"):
        stage_document(records, {})


def test_a_slot_without_a_subject_is_refused():
    with pytest.raises(KeyError, match="role"):
        record("size.{role}", label="troops", value=1.0, **TOLD)
    with pytest.raises(KeyError, match="role"):
        record("size", label="{role}: troops", value=1.0, **TOLD)


def test_a_fact_written_and_read_is_the_same():
    one = troops("guard", "Guard")
    assert Fact.from_record(one.as_record(), {"role": {"guard": "Guard"}}) == one
