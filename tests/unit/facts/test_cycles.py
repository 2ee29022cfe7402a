"""A fact that rests on itself explains nothing."""

import pytest

from peacebrief.errors import AnalystError
from peacebrief.facts import Fact
from peacebrief.facts.collect import refuse_cycles

CIRCLES = tuple(" rests on ".join(steps) for steps in ("abca", "bcab", "cabc"))


def fact(fact_id, *because):
    return Fact(id=fact_id, label=fact_id, unit="count", kind="number", method="As told.", because=because, value=1.0)


def test_facts_that_rest_on_inputs_and_earlier_facts_pass():
    refuse_cycles([fact("c", "fact:a", "fact:b"), fact("b", "fact:a"), fact("a", "assumption:line", "table:t.csv#1")])


def test_a_circle_is_named_in_one_sentence():
    with pytest.raises(AnalystError) as told:
        refuse_cycles([fact("a", "fact:b"), fact("b", "fact:c"), fact("c", "fact:a"), fact("d", "fact:a")])
    (problem,) = told.value.problems
    assert any(f" rests on {circle}" in f" rests on {problem.partition(': ')[2]}" for circle in CIRCLES)
    assert problem.endswith(".")


def test_a_fact_may_not_rest_on_itself():
    with pytest.raises(AnalystError, match="a rests on a"):
        refuse_cycles([fact("a", "fact:a")])
