"""First-order indices from the draws already made."""

import numpy as np
import pytest

from peacebrief.uncertainty import design
from peacebrief.uncertainty.sensitivity import Classes, Moments

NAMES = ("a", "b", "c")


def indices(draws, rows, result):
    classes, moments = Classes(draws=draws), Moments()
    for _, uniforms in design(NAMES, draws, 4).chunks(rows):
        values = result(uniforms)
        classes.add("y", classes.labels(uniforms), values)
        moments.add("y", values)
    variance = moments.mean_square("y") - moments.mean("y") ** 2
    return {name: classes.variance_of_means("y", name) / variance for name in NAMES}


def test_indices_of_a_sum_are_the_shares_of_its_variance():
    found = indices(2**15, 8192, lambda u: 3 * u["a"] + 4 * u["b"])
    assert found == pytest.approx({"a": 9 / 25, "b": 16 / 25, "c": 0}, abs=0.01)


def test_indices_of_the_ishigami_function_agree_with_its_formula():
    def ishigami(u):
        a, b, c = (2 * np.pi * u[name] - np.pi for name in NAMES)
        return 20 + np.sin(a) + 7 * np.sin(b) ** 2 + 0.1 * c**4 * np.sin(a)

    found = indices(2**16, 8192, ishigami)
    # Ishigami and Homma 1990: 0.3139, 0.4424 and 0.
    assert found == pytest.approx({"a": 0.3139, "b": 0.4424, "c": 0}, abs=0.01)


@pytest.mark.parametrize("rows", [1000, 4096])
def test_indices_are_the_same_however_the_draws_are_cut(rows):
    def result(u):
        return np.exp(u["a"]) + u["b"] * u["c"]

    assert indices(2**15, rows, result) == indices(2**15, 8192, result)
