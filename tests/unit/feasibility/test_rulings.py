"""Verdicts with the conditions that close them, confidence, and sizes that pass."""

import copy
from math import prod
from types import SimpleNamespace

import numpy as np
import pytest

from peacebrief.feasibility.enablers.enabler_chain import years_in_words
from peacebrief.feasibility.enablers.enabler_gap import EnablerGap
from peacebrief.feasibility.gates.available_troops import SupplyCounts
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.verdict.passing_size import HELD
from peacebrief.feasibility.verdict.ruling import ruling
from peacebrief.feasibility.verdict.smaller_force import closing_smaller
from peacebrief.feasibility.verdict.verdict_facts import verdict_confidence
from peacebrief.feasibility.verdict_rule import Ruling

OPTION, LEVEL = "separation", "helped"


@pytest.fixture(scope="module")
def inputs(island):
    return FeasibilityInputs.from_record(island["feasibility"])


def apart(gates):
    """The odds of gates of which none says anything of another, by all patterns of passing them."""
    chances = list(gates.values())
    patterns = tuple(
        prod(chance if code >> place & 1 else 1 - chance for place, chance in enumerate(chances))
        for code in range(2 ** len(chances))
    )
    return SimpleNamespace(gates=gates, joint=prod(chances), patterns=patterns)


def ruled(inputs, **chances):
    gates = {gate.id: 0.9 for gate in inputs.gates} | chances
    return ruling(inputs, apart(gates), option=OPTION, level=LEVEL)


def test_the_smallest_set_of_conditions_is_named(inputs):
    assert ruled(inputs, law=0.5, truce=0.8).closing == ("law_passed",)
    both = ruled(inputs, law=0.5, truce=0.5)
    assert both.verdict.ruling is Ruling.CONDITIONAL
    assert both.closing == ("law_passed", "treaty_signed")
    assert both.closing_words() == "the law is passed and the neighbour signs the treaty"


def test_a_gate_that_no_condition_touches_stays_open(inputs):
    found = ruled(inputs, relief=0.5)
    assert found.verdict.ruling is Ruling.INDETERMINATE
    assert found.closing is None
    assert found.closing_words() == "none of those looked at"


def test_a_feasible_option_needs_no_condition(inputs):
    found = ruled(inputs)
    assert (found.verdict.ruling, found.closing_words()) == (Ruling.FEASIBLE, "none needed")


def test_conditions_of_another_level_do_not_count(inputs):
    assert "help_signed" in {one.id for one in ruling_at(inputs, "alone").conditions}
    assert "help_signed" not in {one.id for one in ruling_at(inputs, "helped").conditions}


def ruling_at(inputs, level):
    return ruling(inputs, apart({gate.id: 0.9 for gate in inputs.gates}), option=OPTION, level=level)


def test_a_condition_never_makes_a_gate_less_likely(island):
    record = copy.deepcopy(island["feasibility"])
    for row in record["conditions"]:
        row |= {"low": 0.0, "central": 0.01, "high": 0.02}
    inputs = FeasibilityInputs.from_record(record)
    assert ruled(inputs).verdict.ruling is Ruling.FEASIBLE


def found_with(inputs, held=500.0, **chances):
    """Odds, rulings and sizes with the same gates, and the same size held, at every level."""
    gates = {gate.id: 0.95 for gate in inputs.gates} | chances
    levels = [(OPTION, level) for level in inputs.support_levels]
    odds = {place: SimpleNamespace(gates=gates) for place in levels}
    rulings = {place: ruling(inputs, apart(gates), option=OPTION, level=place[1]) for place in levels}
    return odds, rulings, {place: {HELD: held} if held else {} for place in levels}


@pytest.mark.parametrize(
    ("chances", "expected"),
    [({"troops": 0.05}, "medium"), ({"troops": 0.15}, "low"), ({"law": 0.05}, "low"), ({}, "medium"),
     ({"law": 0.8}, "low"), ({"troops": 0.5}, "low"), ({"law": 0.05, "relief": 0.02}, "medium")],
)  # fmt: skip
def test_confidence_is_medium_only_where_what_is_worked_out_decides_clearly(inputs, chances, expected):
    odds, rulings, _ = found_with(inputs, **chances)
    assert verdict_confidence(inputs, inputs.option(OPTION), odds=odds, rulings=rulings) == expected


@pytest.mark.parametrize(
    ("chances", "expected"),
    [({"troops": 0.01, "relief": 0.01}, "no further condition"),
     ({"relief": 0.01, "law": 0.5}, "the law is passed"),
     ({"truce": 0.5, "law": 0.5}, "the law is passed and the neighbour signs the treaty"),
     ({"supplies": 0.1}, "none of those looked at"),
     ({"law": 0.5, "held": 0.0}, "none of those looked at")],
)  # fmt: skip
def test_a_force_that_can_be_held_needs_conditions_for_the_other_gates_only(inputs, chances, expected):
    odds, rulings, sizes = found_with(inputs, **chances)
    fed = SimpleNamespace(chance=lambda *_: 0.0)
    option = inputs.option(OPTION)
    assert closing_smaller(inputs, option, LEVEL, odds=odds, rulings=rulings, sizes=sizes, fed=fed) == expected


@pytest.mark.parametrize(("chance", "expected"), [(0.9, "no further condition"), (0.6, "none of those looked at")])
def test_a_smaller_force_is_asked_for_the_supplies_of_its_own_size(inputs, chance, expected):
    """The whole force would pass supplies with one in ten; what counts is the chance at the size that is held."""
    asked = []

    def fed_at(posture, size):
        asked.append((posture, size))
        return chance

    odds, rulings, sizes = found_with(inputs, supplies=0.1)
    option, fed = inputs.option(OPTION), SimpleNamespace(chance=fed_at)
    assert closing_smaller(inputs, option, LEVEL, odds=odds, rulings=rulings, sizes=sizes, fed=fed) == expected
    assert asked == [(option.fighting_posture, min(sizes[OPTION, LEVEL][HELD], option.size))]


@pytest.mark.parametrize(("chance", "expected"), [(1.0, 100), (0.75, 300), (0.5, 600), (0.1, 1000)])
def test_the_size_that_a_share_of_draws_reaches(chance, expected):
    counts = SupplyCounts()
    draws = np.random.default_rng(1).permutation(np.arange(1.0, 11.0)) * 100
    for part in np.split(draws, [3, 8]):
        counts.add(("a", "b", "c"), part)
    assert counts.reached_with(("a", "b", "c"), chance) == expected
    assert (draws >= expected).mean() >= chance > (draws >= expected + 1).mean()


def test_a_share_counts_as_it_is_printed():
    counts = SupplyCounts()
    counts.add(("a", "b", "c"), np.repeat([10.0, 0.0], [897, 103]))
    assert counts.reached_with(("a", "b", "c"), 0.9) == 10
    assert counts.reached_with(("a", "b", "c"), 0.91) == 0


@pytest.mark.parametrize(
    ("coverage", "low", "high", "words"),
    [(1.0, 0, 0, "none"), (0.4, 5, 10, "5 to 10"), (0.4, 0, 3, "3 or less"), (0.4, 5, 5, "5"),
     (0.4, 5, float("inf"), "5 or more"), (0.4, 0, float("inf"), "not known")],
)  # fmt: skip
def test_years_to_close_a_gap_in_words(coverage, low, high, words):
    gap = EnablerGap(coverage=coverage, weakest=(), years_low=low, years_high=high)
    assert years_in_words(gap) == words
