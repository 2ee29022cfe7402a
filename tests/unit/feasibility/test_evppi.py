"""What it would be worth to know a driver."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import ndtr, ndtri
from unit.feasibility.passed_by_chance import judged_gates

from peacebrief.feasibility.gates.gate_model import GateModel
from peacebrief.feasibility.gates.option_gates import margin_passes
from peacebrief.feasibility.turning_points.worth_of_knowing import information_values, statement_value
from peacebrief.feasibility.verdict_rule import Thresholds
from peacebrief.uncertainty import Quantity, Tie

SHARE = st.floats(0, 1)


def number(name, low=0.0, high=1.0):
    return Quantity(id=name, origin="x", distribution="uniform", low=low, high=high)


def margin(required):
    """One gate: x + y must reach `required`; z plays no part."""

    def passes(values, *_):
        return {"gate": margin_passes(available=values["x"] + values["y"], required=required)}

    return GateModel(order=("gate",), passes=passes, quantities=(number("x"), number("y", 0, 0.5), number("z")))


def values(model, drivers, draws=2**17, **more):
    return {one.driver: one for one in information_values(model, drivers=drivers, draws=draws, seed=2, **more)}


def test_the_worth_of_knowing_is_that_of_the_closed_form():
    # P(x + y >= 0.75) = 0.5, worth nothing to state; P(gate | x) rises in a line from 0 at 0.25 to 1 at 0.75.
    expected, _ = quad(
        lambda x: float(statement_value(np.clip(2 * x - 0.5, 0, 1))), 0, 1, points=[0.25, 0.35, 0.625, 0.75]
    )
    given_y, _ = quad(lambda y: float(statement_value(0.25 + y)), 0, 0.5)
    found = values(margin(0.75), ["x", "y", "z"])
    assert found["x"].gain == pytest.approx(expected, abs=0.002)
    assert found["y"].gain == pytest.approx(2 * given_y, abs=0.002)
    assert found["z"].gain == pytest.approx(0.0, abs=1e-4)
    assert list(found) == ["x", "y", "z"]


def test_the_chance_that_the_ruling_changes_is_that_of_the_closed_form():
    # Indeterminate now. Given x it is feasible from 2 x - 0.5 = 0.745 on and ruled out below 0.195.
    found = values(margin(0.75), ["x", "z"])
    assert found["x"].changed == pytest.approx((1 - 0.6225) + 0.3475, abs=0.02)
    assert found["z"].changed == 0


def test_knowing_the_factor_behind_a_gate_is_worth_what_the_normal_says():
    chance = Quantity(id="chance", origin="x", distribution="fixed", central=0.5)
    model = GateModel(
        order=("gate",),
        passes=judged_gates({"gate": ("chance", "event")}),
        quantities=(chance,),
        events=("event",),
        ties={"event": Tie(factor="moscow", loading=0.8, origin="x")},
    )
    expected, _ = quad(lambda u: float(statement_value(ndtr(-0.8 * ndtri(u) / 0.6))), 0, 1, limit=200)
    assert values(model, ["factor:moscow"])["factor:moscow"].gain == pytest.approx(expected, abs=0.002)


def test_knowing_one_gate_is_worth_what_it_says_of_all_of_them():
    # Gates a and b open by chance 0.9 and 0.8, apart: the option works in 0.72. Once a is known it works in 0.8 or not
    # at all, so the best statement is worth 0.9 x 0.05 + 0.1 x 0.2; once b is known, 0.8 x 0.15 + 0.2 x 0.2.
    model = GateModel(
        order=("a", "b"),
        passes=judged_gates({"a": ("ca", "a"), "b": ("cb", "b")}),
        quantities=tuple(
            Quantity(id=name, origin="x", distribution="fixed", central=chance)
            for name, chance in (("ca", 0.9), ("cb", 0.8))
        ),
        events=("a", "b"),
    )
    found = values(model, ["a", "b"])
    assert found["a"].gain == pytest.approx(0.9 * 0.05 + 0.1 * 0.2, abs=0.004)
    assert found["b"].gain == pytest.approx(0.8 * 0.15 + 0.2 * 0.2, abs=0.004)


@settings(max_examples=15, deadline=None)
@given(
    first=SHARE,
    second=SHARE,
    loading=st.floats(-0.95, 0.95),
    thresholds=st.sampled_from([(0.75, 0.4, 0.2), (0.5, 0.5, 0.5)]),
)
def test_knowing_is_never_harmful_and_never_worth_more_than_knowing_all(first, second, loading, thresholds):
    limits = Thresholds(feasible=thresholds[0], conditional=thresholds[1], not_feasible=thresholds[2])
    fixed = [Quantity(id=f"c{place}", origin="x", distribution="fixed", central=chance)
             for place, chance in enumerate((first, second))]  # fmt: skip
    model = GateModel(
        order=("a", "b"),
        passes=judged_gates({"a": ("c0", "a"), "b": ("c1", "b")}),
        quantities=tuple(fixed),
        events=("a", "b"),
        ties={name: Tie(factor="f", loading=loading, origin="x") for name in ("a", "b")},
    )
    found = values(model, ["a", "b", "factor:f"], draws=2**13, thresholds=limits)
    # Knowing everything, the option works or it does not: the best statement is then worth 1 - upper, or lower.
    most = max(1 - limits.feasible, limits.not_feasible)
    assert all(0 <= one.gain <= most for one in found.values())
    assert all(0 <= one.changed <= 1 for one in found.values())


@pytest.mark.parametrize(("chance", "expected"), [(0.9, 0.15), (0.75, 0), (0.5, 0), (0.2, 0), (0.05, 0.15), (1, 0.25)])
def test_the_worth_of_a_statement_by_hand(chance, expected):
    assert statement_value(chance) == pytest.approx(expected)


def test_values_are_the_same_however_the_draws_are_cut():
    assert values(margin(0.75), ["x", "y"], 2**14) == values(margin(0.75), ["x", "y"], 2**14, rows=333)


def test_unknown_drivers_and_too_few_draws_are_refused():
    with pytest.raises(ValueError, match="called elsewhere"):
        values(margin(0.75), ["elsewhere"], 2**13)
    with pytest.raises(ValueError, match="at least 8000 draws"):
        values(margin(0.75), ["x"], 2**12)
