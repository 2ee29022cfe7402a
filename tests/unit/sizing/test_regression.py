"""The regression against independent calculations."""

import math

import numpy as np
import pytest
from scipy import stats

from peacebrief.sizing import size_force
from peacebrief.sizing.history.regression import fitted, left_out


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(4)
    design = np.column_stack([np.ones(24), rng.integers(0, 3, 24), rng.integers(0, 2, 24)]).astype(float)
    return design, design @ [3.0, 0.4, 0.6] + rng.normal(0, 0.5, 24)


def test_coefficients_are_those_of_least_squares(data):
    design, response = data
    expected, *_ = np.linalg.lstsq(design, response, rcond=None)
    assert fitted(design, response).coefficients == pytest.approx(expected)


def test_the_prediction_interval_is_that_of_the_textbook(data):
    design, response = data
    row = np.array([[1.0, 2.0, 1.0]])
    fit = fitted(design, response)
    coefficients, squares, *_ = np.linalg.lstsq(design, response, rcond=None)
    variance = squares[0] / (24 - 3)
    spread = np.sqrt(variance * (1 + row @ np.linalg.inv(design.T @ design) @ row.T))[0, 0]
    expected = stats.t.interval(0.9, 24 - 3, loc=(row @ coefficients)[0], scale=spread)
    found = stats.t.interval(0.9, fit.degrees, loc=fit.predicted(row)[0], scale=fit.prediction_scale(row)[0])
    assert found == pytest.approx(expected)


def test_leaving_one_out_by_the_hat_matrix_is_fitting_again_without_it(data):
    design, response = data
    error, scale = left_out(design, response)
    for place in range(len(response)):
        others = np.arange(len(response)) != place
        again = fitted(design[others], response[others])
        row = design[[place]]
        assert error[place] == pytest.approx(response[place] - again.predicted(row)[0])
        assert scale[place] == pytest.approx(again.prediction_scale(row)[0])


def test_prediction_intervals_cover_as_often_as_they_say():
    rng = np.random.default_rng(5)
    inside = 0
    for _ in range(400):
        x = rng.normal(0, 1, 12)
        design = np.column_stack([np.ones(12), x])
        response = 1 + 2 * x + rng.normal(0, 1, 12)
        fit = fitted(design[:-1], response[:-1])
        half = stats.t.ppf(0.95, fit.degrees) * fit.prediction_scale(design[-1:])[0]
        inside += abs(response[-1] - fit.predicted(design[-1:])[0]) <= half
    assert inside / 400 == pytest.approx(0.9, abs=0.05)


def test_columns_that_depend_on_each_other_are_refused():
    with pytest.raises(ValueError, match="depend on each other"):
        fitted(np.ones((5, 2)), np.arange(5.0))


def test_as_many_coefficients_as_observations_are_refused():
    with pytest.raises(ValueError, match="cannot carry"):
        fitted(np.eye(3), np.ones(3))


def test_an_observation_that_is_the_only_one_of_its_kind_is_refused():
    design = np.column_stack([np.ones(4), [0.0, 0.0, 0.0, 1.0]])
    with pytest.raises(ValueError, match="only one of its kind"):
        left_out(design, np.arange(4.0))


def test_the_published_coefficients_are_those_of_another_least_squares(resolved):
    facts = {fact["id"]: fact.get("value") for fact in size_force(resolved)["facts"]}
    rows = [[1.0, row["mandate_level"], row["state_adversary"]] for row in resolved["missions"]]
    strength = np.log10([row["strength"] for row in resolved["missions"]])
    expected, residual, *_ = np.linalg.lstsq(np.array(rows, dtype=float), strength, rcond=None)
    names = ("intercept", "mandate_level", "state_adversary")
    assert [facts[f"sizing.regression.{name}"] for name in names] == pytest.approx(expected.tolist(), rel=1e-7)
    spread = math.sqrt(float(residual[0]) / (len(rows) - len(names)))
    assert facts["sizing.regression.residual"] == pytest.approx(spread, rel=1e-7)
