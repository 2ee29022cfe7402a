"""The verdict by its fixed rule."""

from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import smaa
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.feasibility.verdict.ruling import closing_conditions
from peacebrief.feasibility.verdict_rule import Chances, Ruling, Thresholds, verdict
from peacebrief.uncertainty import Quantity

QUICK = settings(max_examples=min(60, settings.default.max_examples))
SHARE = st.floats(0, 1)
GATES = st.dictionaries(st.sampled_from(["mandate", "consent", "ceasefire", "generation", "supply"]), SHARE, min_size=1)
ORDER = [Ruling.NOT_FEASIBLE, Ruling.INDETERMINATE, Ruling.CONDITIONAL, Ruling.FEASIBLE]


def ruling(*chances, closed=None, **more):
    names = [f"g{place}" for place in range(len(chances))]
    given_closed = None if closed is None else apart(dict(zip(names, closed, strict=True)))
    return verdict(chances=apart(dict(zip(names, chances, strict=True))), closed=given_closed, **more).ruling


def apart(gates):
    """Gates of which none says anything of another."""
    return Chances(gates=gates, joint=prod(gates.values()))


@pytest.mark.parametrize(
    ("chances", "closed", "expected"),
    [
        ((0.75, 0.9), None, Ruling.FEASIBLE),
        ((0.74, 0.9), None, Ruling.INDETERMINATE),
        ((0.74, 0.9), (0.80, 0.9), Ruling.CONDITIONAL),
        ((0.40, 0.9), (0.75, 0.9), Ruling.CONDITIONAL),
        ((0.40, 0.9), (0.74, 0.9), Ruling.INDETERMINATE),
        ((0.39, 0.9), (0.99, 0.99), Ruling.INDETERMINATE),
        ((0.20, 0.9), None, Ruling.INDETERMINATE),
        ((0.19, 1.0), (1.0, 1.0), Ruling.NOT_FEASIBLE),
        ((0.0, 0.0), None, Ruling.NOT_FEASIBLE),
        ((1.0,), None, Ruling.FEASIBLE),
        # Printed as 75 and 20 per cent, so judged as such.
        ((0.7460, 0.9), None, Ruling.FEASIBLE),
        ((0.1960, 0.9), None, Ruling.INDETERMINATE),
        # All together 51 per cent, and 49.
        ((0.80, 0.80, 0.80), None, Ruling.FEASIBLE),
        ((0.79, 0.79, 0.79), None, Ruling.INDETERMINATE),
        ((0.60, 0.80, 0.80), (0.80, 0.80, 0.80), Ruling.CONDITIONAL),
        ((0.60, 0.79, 0.79), (0.79, 0.79, 0.79), Ruling.INDETERMINATE),
    ],
)
def test_the_rule_by_hand(chances, closed, expected):
    assert ruling(*chances, closed=closed) == expected


@pytest.mark.slow
@QUICK
@given(gates=GATES, closed=SHARE, values=st.lists(SHARE, min_size=3, max_size=3))
def test_an_option_that_fails_a_gate_is_never_feasible_whatever_its_score(gates, closed, values):
    gates = gates | {"rotation": min(0.74, gates[next(iter(gates))])}
    best = {("poor", f"c{place}"): Quantity(id=f"p{place}", origin="x", distribution="fixed", central=value)
            for place, value in enumerate(values)}  # fmt: skip
    best |= {("failing", f"c{place}"): Quantity(id=f"f{place}", origin="x", distribution="fixed", central=1.0)
             for place in range(3)}  # fmt: skip
    scores = Scores(measures=best, scales={f"c{place}": ValueFunction(((0.0, 0.0), (1.0, 1.0))) for place in range(3)})
    found = smaa(scores=scores, draws=64, seed=1)["whole_simplex"]
    assert found.ranks[found.options.index("failing"), 0] >= 0.5
    told = verdict(chances=apart(gates), closed=apart(dict.fromkeys(gates, closed)))
    assert told.ruling != Ruling.FEASIBLE
    assert "rotation" in told.short


@QUICK
@given(gates=GATES, gain=SHARE, data=st.data())
def test_a_better_gate_never_worsens_the_verdict(gates, gain, data):
    gate = data.draw(st.sampled_from(sorted(gates)))
    better = gates | {gate: gates[gate] + gain * (1 - gates[gate])}
    for closed in (None, apart(dict.fromkeys(gates, 0.9))):
        before, after = (
            ORDER.index(verdict(chances=apart(chosen), closed=closed).ruling) for chosen in (gates, better)
        )
        assert after >= before


@QUICK
@given(gates=GATES)
def test_a_further_gate_never_betters_the_verdict(gates):
    more = gates | {"another": 0.5}
    assert ORDER.index(verdict(chances=apart(more)).ruling) <= ORDER.index(verdict(chances=apart(gates)).ruling)


def test_gates_in_the_way_are_named_weakest_first():
    found = verdict(chances=apart({"supply": 0.5, "consent": 0.9, "ceasefire": 0.1, "mandate": 0.5}))
    assert found.short == ("ceasefire", "mandate", "supply")


def test_thresholds_are_arguments():
    strict = Thresholds(feasible=0.9, conditional=0.6, not_feasible=0.5)
    assert ruling(0.8, thresholds=strict) == Ruling.INDETERMINATE
    assert ruling(0.8, closed=(0.9,), thresholds=strict) == Ruling.CONDITIONAL
    assert ruling(0.4, thresholds=strict) == Ruling.NOT_FEASIBLE


def lifted(lifts):
    """Whether every gate has the conditions that it needs."""
    return lambda chosen: all(need <= chosen for need in lifts.values())


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ({"a": {"x"}, "b": {"x"}}, ("x",)),
        ({"a": {"x"}, "b": {"z"}}, ("x", "z")),
        ({"a": set()}, ()),
        ({"a": {"elsewhere"}}, None),
    ],
)
def test_the_smallest_set_of_conditions_that_closes_every_gate(needs, expected):
    frozen = {gate: frozenset(need) for gate, need in needs.items()}
    assert closing_conditions(conditions=["z", "y", "x"], closes=lifted(frozen)) == expected


def test_too_many_conditions_are_refused():
    with pytest.raises(ValueError, match="at most 10"):
        closing_conditions(conditions=[str(one) for one in range(11)], closes=lambda _: True)


@pytest.mark.parametrize("chance", [-0.01, 1.01, float("nan")])
def test_what_is_no_probability_is_refused(chance):
    with pytest.raises(ValueError, match=r"g1: .* is not a probability"):
        ruling(0.5, chance)
    with pytest.raises(ValueError, match="is not a probability"):
        ruling(0.5, closed=(chance,))


@pytest.mark.parametrize(("joint", "expected"), [(0.495, Ruling.FEASIBLE), (0.494, Ruling.INDETERMINATE)])
def test_all_gates_together_count_as_printed_however_likely_each_is(joint, expected):
    likely = Chances(gates={"a": 0.75, "b": 0.75}, joint=joint)
    assert verdict(chances=likely).ruling is expected
    assert verdict(chances=likely, thresholds=Thresholds(joint=0.4)).ruling is Ruling.FEASIBLE


def test_a_threshold_of_all_gates_together_is_a_share():
    with pytest.raises(ValueError, match="between 0 and 1"):
        Thresholds(joint=1.5)


@pytest.mark.parametrize("three", [(0.4, 0.75, 0.2), (0.75, 0.4, 0.0), (1.2, 0.4, 0.2), (0.75, 0.1, 0.2)])
def test_thresholds_out_of_order_are_refused(three):
    with pytest.raises(ValueError, match="rise from not feasible"):
        Thresholds(feasible=three[0], conditional=three[1], not_feasible=three[2])


def test_thresholds_finer_than_what_is_printed_are_refused():
    with pytest.raises(ValueError, match="whole percentages"):
        Thresholds(feasible=0.755)


def test_no_gate_and_other_gates_are_refused():
    with pytest.raises(ValueError, match="at least one gate"):
        verdict(chances=Chances(gates={}, joint=1.0))
    with pytest.raises(ValueError, match="same gates"):
        verdict(chances=apart({"a": 0.5}), closed=apart({"b": 0.5}))


def test_every_random_table_gets_exactly_one_of_the_four_rulings():
    rng = np.random.default_rng(1)
    seen = {ruling(*rng.beta(4, 1.5, 3), closed=rng.beta(8, 1, 3)) for _ in range(400)}
    assert seen == set(Ruling)
