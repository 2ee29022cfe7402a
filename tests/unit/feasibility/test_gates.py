"""Gates one by one and together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import multivariate_normal
from unit.feasibility.passed_by_chance import judged_gates

from peacebrief.feasibility.gates.gate_model import GateModel, passed, samples
from peacebrief.feasibility.gates.gate_odds import all_gate_odds
from peacebrief.feasibility.gates.option_gates import event_passes, margin_passes
from peacebrief.uncertainty import Quantity, Tie

QUICK = settings(max_examples=25, deadline=None)
SHARE = st.floats(0, 1)


def gate_odds(model, **settings):
    return all_gate_odds({"": model}, **settings)[""]


def fixed(name, value):
    return Quantity(id=name, origin="x", distribution="fixed", central=value)


def judged(chances, ties=None, order=None):
    """A model of gates passed by chance, each with its own stream."""
    gates = order or tuple(chances)
    quantities = tuple(
        chance if isinstance(chance, Quantity) else fixed(f"chance.{gate}", chance) for gate, chance in chances.items()
    )
    names = {gate: one.id for gate, one in zip(chances, quantities, strict=True)}
    return GateModel(
        order=gates,
        passes=judged_gates({gate: (names[gate], gate) for gate in gates}),
        quantities=quantities,
        events=tuple(gates),
        ties=ties or {},
    )


def tied(**loadings):
    return {name: Tie(factor="moscow", loading=loading, origin="x") for name, loading in loadings.items()}


@QUICK
@given(
    chances=st.lists(SHARE, min_size=1, max_size=6),
    loadings=st.lists(st.floats(-0.99, 0.99), min_size=6, max_size=6),
    seed=st.integers(0, 100),
)
def test_the_joint_pass_is_never_above_any_gate_and_every_failure_has_one_first_gate(chances, loadings, seed):
    names = [f"gate{place}" for place in range(len(chances))]
    ties = tied(**dict(zip(names, loadings, strict=False)))
    odds = gate_odds(judged(dict(zip(names, chances, strict=True)), ties), draws=1024, seed=seed)
    assert all(odds.joint <= chance for chance in odds.gates.values())
    assert odds.joint >= sum(odds.gates.values()) - (len(names) - 1) - 1e-12  # Frechet's lower bound
    assert sum(odds.first_to_fail.values()) + odds.joint == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(("first", "second"), [(0.9, 0.8), (0.6, -0.7), (0.0, 0.9)])
def test_two_tied_gates_pass_together_as_often_as_the_bivariate_normal_says(first, second):
    chances = {"consent": 0.7, "ceasefire": 0.4}
    odds = gate_odds(judged(chances, tied(consent=first, ceasefire=second)), draws=2**16, seed=5)
    covariance = [[1, first * second], [first * second, 1]]
    expected = multivariate_normal(mean=[0, 0], cov=covariance).cdf(ndtri(list(chances.values())))
    assert odds.joint == pytest.approx(expected, abs=0.004)
    assert odds.gates == pytest.approx(chances, abs=0.002)
    assert abs(odds.joint - expected) < 6 * odds.joint_error


def test_an_uncertain_probability_counts_by_its_mean():
    chance = Quantity(id="chance", origin="x", distribution="pert", low=0.1, central=0.3, high=0.8)
    odds = gate_odds(judged({"mandate": chance}), draws=2**15, seed=3)
    assert odds.gates["mandate"] == pytest.approx((0.1 + 4 * 0.3 + 0.8) / 6, abs=0.002)


def test_gates_with_a_shared_parent_fail_together():
    troops = Quantity(id="troops", origin="x", distribution="uniform", low=0, high=100)

    def passes(values, *_):
        return {
            "generation": margin_passes(available=values["troops"], required=40.0),
            "rotation": margin_passes(available=values["troops"], required=60.0),
        }

    model = GateModel(order=("generation", "rotation"), passes=passes, quantities=(troops,))
    odds = gate_odds(model, draws=2**13, seed=1)
    assert odds.gates == pytest.approx({"generation": 0.6, "rotation": 0.4}, abs=0.001)
    assert odds.joint == odds.gates["rotation"]
    assert odds.first_to_fail == pytest.approx({"generation": 0.4, "rotation": 0.2}, abs=0.001)


def test_the_order_of_the_gates_decides_only_which_fails_first():
    chances = {"a": 0.5, "b": 0.5}
    forward = gate_odds(judged(chances), draws=2**12, seed=1)
    backward = gate_odds(judged(chances, order=("b", "a")), draws=2**12, seed=1)
    assert (forward.gates, forward.joint) == (backward.gates, backward.joint)
    assert forward.first_to_fail["a"] == pytest.approx(0.5, abs=0.01)
    assert backward.first_to_fail["a"] == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("rows", [37, 100, 512])
def test_odds_are_the_same_however_the_draws_are_cut(rows):
    model = judged({"a": 0.5, "b": 0.3}, tied(a=0.5, b=0.9))
    assert gate_odds(model, draws=4096, seed=2, rows=rows) == gate_odds(model, draws=4096, seed=2)


@QUICK
@given(chance=st.floats(0.1, 0.9), more=st.floats(0, 0.1), other=SHARE)
def test_on_common_draws_a_better_chance_never_lowers_a_gate_or_the_joint_pass(chance, more, other):
    model = judged({"a": chance, "b": other}, tied(a=0.7, b=0.7))
    low = gate_odds(model, draws=1024, seed=1)
    high = gate_odds(model, draws=1024, seed=1, held={"chance.a": chance + more})
    assert high.gates["a"] >= low.gates["a"]
    assert high.gates["b"] == low.gates["b"]
    assert high.joint >= low.joint


def test_a_held_quantity_leaves_every_other_draw_as_it_was():
    model = judged({"a": Quantity(id="c", origin="x", distribution="uniform", low=0.2, high=0.9), "b": 0.5})
    sample = next(samples([model], draws=1024, seed=1))
    free, held = passed(model, sample), passed(model, sample, held={"c": 1.0})
    assert (free["b"] == held["b"]).all()
    assert held["a"].all()
    assert not free["a"].all()


def test_a_gate_that_is_sure_or_hopeless_is_so_in_every_draw():
    odds = gate_odds(judged({"sure": 1.0, "hopeless": 0.0}, tied(sure=0.9, hopeless=0.9)), draws=1024, seed=1)
    assert odds.gates == {"sure": 1.0, "hopeless": 0.0}
    assert (odds.joint, odds.first_to_fail["hopeless"]) == (0.0, 1.0)


def test_formulas_give_the_same_one_by_one_and_on_an_array():
    rng = np.random.default_rng(1)
    first, second = rng.random((2, 50))
    together = event_passes(uniforms=first, probability=second)
    assert together.tolist() == [
        bool(event_passes(uniforms=u, probability=p)) for u, p in zip(first, second, strict=True)
    ]
    together = margin_passes(available=first, required=second)
    assert together.tolist() == [
        bool(margin_passes(available=u, required=p)) for u, p in zip(first, second, strict=True)
    ]


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_a_probability_outside_zero_to_one_is_refused(chance):
    with pytest.raises(ValueError, match="between 0 and 1"):
        event_passes(uniforms=np.array([0.5]), probability=np.array([chance]))


def test_a_margin_without_a_number_is_refused():
    with pytest.raises(ValueError, match="as numbers"):
        margin_passes(available=np.array([1.0, np.nan]), required=1.0)


def test_unknown_and_doubled_names_are_refused():
    model = judged({"a": 0.5})
    with pytest.raises(ValueError, match="no quantity of the gates is called elsewhere"):
        gate_odds(model, draws=64, seed=1, held={"elsewhere": 1.0})
    with pytest.raises(ValueError, match="named twice"):
        GateModel(order=("a",), passes=model.passes, quantities=(fixed("a", 0.5),), events=("a",))
    with pytest.raises(ValueError, match="at least one"):
        GateModel(order=(), passes=model.passes)


def test_a_gate_that_is_not_decided_is_refused():
    model = judged({"a": 0.5})
    more = GateModel(order=("a", "b"), passes=model.passes, quantities=model.quantities, events=("a", "b"))
    with pytest.raises(ValueError, match="the gates are a, b, but a were decided"):
        gate_odds(more, draws=64, seed=1)
