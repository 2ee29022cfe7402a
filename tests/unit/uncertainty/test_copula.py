"""Dependence through common factors."""

import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import kstest

from peacebrief.uncertainty import Tie, design

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
