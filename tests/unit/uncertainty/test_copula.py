"""Dependence through common factors."""

import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import kstest

from peacebrief.uncertainty import Quantity, Tie, design
from peacebrief.uncertainty.draws import Retied

TIES = {
    "a": Tie(factor="weather", loading=0.6, origin="x"),
    "b": Tie(factor="weather", loading=0.9, origin="x"),
    "c": Tie(factor="weather", loading=-0.5, origin="x"),
}


@pytest.fixture(scope="module")
def drawn():
    parts = {}
    for _, uniforms in design(["a", "b", "c", "d"], 2**15, 11, ties=TIES).chunks():
        for name, values in uniforms.items():
            parts.setdefault(name, []).append(values)
    return {name: np.concatenate(values) for name, values in parts.items()}


def correlation(drawn, first, second):
    return np.corrcoef(ndtri(drawn[first]), ndtri(drawn[second]))[0, 1]


@pytest.mark.parametrize(("first", "second", "expected"), [("a", "factor:weather", 0.6), ("a", "b", 0.54),
                                                           ("b", "c", -0.45), ("a", "d", 0.0)])  # fmt: skip
def test_inputs_correlate_by_the_product_of_their_loadings(drawn, first, second, expected):
    assert correlation(drawn, first, second) == pytest.approx(expected, abs=0.01)


def test_every_margin_stays_uniform(drawn):
    for name in ("a", "b", "c"):
        assert kstest(drawn[name], "uniform").statistic < 0.005


def test_a_loading_beyond_one_is_taken_as_nearly_one():
    ties = {"a": Tie(factor="weather", loading=60.0, origin="x")}
    _, uniforms = next(design(["a"], 2**13, 1, ties=ties).chunks())
    assert np.isfinite(uniforms["a"]).all()
    assert np.abs(uniforms["a"] - uniforms["factor:weather"]).max() < 0.1


def quantity(low, central, high):
    return Quantity(id="loading", origin="y", distribution="pert", low=low, central=central, high=high)


def drawn_tie(span, sign=1.0, before=None):
    return Tie(factor="attitude", loading=sign, origin="z", drawn=quantity(*span), before=before)


def all_drawn(ties, draws=2**16):
    parts = {}
    for _, uniforms in design(list(ties), draws, 11, ties=ties).chunks():
        for name, values in uniforms.items():
            parts.setdefault(name, []).append(values)
    return {name: np.concatenate(values) for name, values in parts.items()}


SPAN = (0.5, 0.7, 0.9)


def test_a_drawn_loading_leaves_margins_uniform_and_correlates_by_its_mean_square():
    found = all_drawn({"gate": drawn_tie(SPAN), "state": drawn_tie(SPAN, sign=-1.0)})
    for name in ("gate", "state", "own:gate"):
        assert kstest(found[name], "uniform").statistic < 0.004
    # A PERT on 0.5 to 0.9 about 0.7 is a beta with both shapes 3: its variance is the width squared over 28.
    mean, variance = 0.7, 0.4**2 / 28
    assert correlation(found, "gate", "factor:attitude") == pytest.approx(mean, abs=0.01)
    assert correlation(found, "gate", "state") == pytest.approx(-(mean**2 + variance), abs=0.01)
    assert correlation(found, "own:gate", "factor:attitude") == pytest.approx(0, abs=0.01)


def test_a_tie_that_was_there_before_holds_for_the_part_that_the_attitude_does_not_move():
    will = Tie(factor="will", loading=0.6, origin="x")
    found = all_drawn({name: drawn_tie((0.7, 0.7, 0.7), before=will) for name in ("a", "b")})
    assert correlation(found, "a", "b") == pytest.approx(0.7**2 + (1 - 0.7**2) * 0.6**2, abs=0.01)
    assert correlation(found, "own:a", "own:b") == pytest.approx(0.36, abs=0.01)


def test_all_rows_behind_a_tie_are_named():
    will = Tie(factor="will", loading=0.6, origin="x")
    assert drawn_tie(SPAN, before=will).origins == ("x", "z", "y")


@pytest.mark.parametrize("loading", [0.0, 0.3, 0.7])
def test_a_loading_that_is_held_is_one_that_is_drawn_without_a_range(loading):
    ties = {"a": drawn_tie((loading,) * 3), "b": drawn_tie(SPAN, sign=-1.0)}
    found = all_drawn(ties, draws=2**10)
    assert Retied(found, ties).at("a", loading=loading) == pytest.approx(found["a"], abs=1e-4)
    assert Retied(found, {}).at("b", loading=loading) is found["b"]


def test_with_no_loading_inputs_are_apart_and_with_all_of_it_they_are_one():
    ties = {"a": drawn_tie(SPAN), "b": drawn_tie(SPAN)}
    found = all_drawn(ties, draws=2**13)
    apart, one = ([Retied(found, ties).at(name, loading=loading) for name in "ab"] for loading in (0.0, 1.0))
    assert np.corrcoef(*apart)[0, 1] == pytest.approx(0, abs=0.03)
    assert np.abs(one[0] - one[1]).max() < 0.1
