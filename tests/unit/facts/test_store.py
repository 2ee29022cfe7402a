"""The facts document is the same text for the same facts and lets nobody cheat with ids."""

import json

import pytest

from peacebrief.facts.fact import Fact, facts_document, read_facts, sources_of


def fact(fact_id: str, *because: str, value: float = 1 / 3) -> Fact:
    return Fact(id=fact_id, label="label", unit="persons", kind="number", value=value, method="m", because=because)


def test_facts_are_sorted_rounded_and_read_back() -> None:
    facts = [fact("b", "assumption:x"), fact("a", "fact:b")]
    text = facts_document(facts, case="island", edition="e")
    document = json.loads(text)
    assert text == facts_document(reversed(facts), case="island", edition="e")
    assert [record["id"] for record in document["facts"]] == ["a", "b"]
    assert document["facts"][0]["value"] == 0.333333333
    assert read_facts(document)["b"].because == ("assumption:x",)


def test_an_id_is_used_once() -> None:
    with pytest.raises(ValueError, match="share the id a"):
        facts_document([fact("a"), fact("a")], case="island", edition="e")


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        facts_document([fact("a", value=float("nan"))], case="island", edition="e")


def test_sources_are_found_through_facts_in_between() -> None:
    facts = {"a": fact("a", "fact:b", "assumption:y"), "b": fact("b", "assumption:x")}
    assert sources_of("a", facts) == {"assumption:x", "assumption:y"}


def test_a_circle_of_facts_is_refused() -> None:
    facts = {"a": fact("a", "fact:b"), "b": fact("b", "fact:a")}
    with pytest.raises(ValueError, match="circle: a -> b -> a"):
        sources_of("a", facts)
