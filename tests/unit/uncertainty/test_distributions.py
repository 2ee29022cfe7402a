"""Distributions against their textbook inverses, far into both tails."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.distributions import choice, inverse_cdf, pert, triangular
from peacebrief.uncertainty.inverse_table import log_student_t, normal

TAIL = 2.0 ** -np.arange(1.0, 33.0, 0.013)
UNIFORMS = np.unique(np.concatenate([TAIL, 1 - TAIL, np.linspace(0.001, 0.999, 999)]))
# Measured bound of the tables, as a share of the scale of the distribution.
ERROR = 1.3e-5


def quantity(distribution, low=None, central=None, high=None, choices=()):
    return Quantity(id="x", origin="assumption:x", distribution=distribution, low=low, central=central, high=high,
                    choices=choices)  # fmt: skip


@pytest.mark.parametrize(("low", "mode", "high"), [(0, 5, 10), (950, 1150, 1290), (1.6, 1.6, 2), (20, 20, 25),
                                                    (2393, 2400, 2400), (0.05, 0.4, 3.1), (39, 50, 107)])  # fmt: skip
def test_pert_agrees_with_the_beta_distribution_it_is(low, mode, high):
    rise = 1 + 4 * (mode - low) / (high - low)
    expected = stats.beta.ppf(UNIFORMS, rise, 6 - rise, loc=low, scale=high - low)
    assert np.abs(pert(low=low, mode=mode, high=high)(UNIFORMS) - expected).max() < ERROR * (high - low)


def test_normal_agrees_with_its_textbook_inverse():
    assert np.abs(normal()(UNIFORMS) - stats.norm.ppf(UNIFORMS)).max() < 1e-4


def test_lognormal_passes_through_its_two_quantiles():
    inverse = inverse_cdf(quantity("lognormal", 2.0, None, 50.0))
    spread = np.log(25.0) / (2 * stats.norm.ppf(0.95))
    expected = stats.lognorm.ppf(UNIFORMS, s=spread, scale=10.0)
    assert inverse(np.array([0.05, 0.95])) == pytest.approx([2.0, 50.0], rel=1e-4)
    assert inverse(UNIFORMS) == pytest.approx(expected, rel=2e-4)


@pytest.mark.parametrize(("p5", "p95"), [(0.1, 0.9), (0.02, 0.3), (0.6, 0.99), (0.45, 0.55)])
def test_beta_passes_through_its_two_quantiles(p5, p95):
    found = inverse_cdf(quantity("beta", p5, None, p95))(np.array([0.05, 0.95]))
    assert found == pytest.approx([p5, p95], abs=2e-5)


def test_triangular_agrees_with_its_textbook_inverse():
    expected = stats.triang.ppf(UNIFORMS, 0.25, loc=10, scale=40)
    assert triangular(low=10, mode=20, high=50)(UNIFORMS) == pytest.approx(expected, abs=1e-9)


def test_uniform_spreads_evenly():
    assert inverse_cdf(quantity("uniform", 10, None, 30))(np.array([0.25, 0.5])) == pytest.approx([15, 20])


@pytest.mark.parametrize("degrees", [6, 42])
def test_logarithm_of_a_forecast_is_a_scaled_student_t(degrees):
    inside = UNIFORMS[(UNIFORMS > 1e-5) & (UNIFORMS < 1 - 1e-5)]
    found = np.log10(log_student_t(degrees=degrees, middle=3.5, scale=0.4)(inside))
    assert found == pytest.approx(3.5 + 0.4 * stats.t.ppf(inside, degrees), abs=2e-3)


def test_a_forecast_from_hardly_any_missions_stays_finite_and_above_zero():
    found = log_student_t(degrees=1, middle=3.5, scale=2.0)(UNIFORMS)
    assert np.isfinite(found).all()
    assert found.min() > 0


def test_a_choice_takes_each_value_as_often_as_its_weight_says():
    drawn = choice(((2.5, 1), (3, 2), (5, 1)))((np.arange(1000) + 0.5) / 1000)
    assert {value: int((drawn == value).sum()) for value in (2.5, 3, 5)} == {2.5: 250, 3: 500, 5: 250}


@settings(max_examples=min(40, settings.default.max_examples))
@given(low=st.floats(-1e6, 1e6), rise=st.floats(1e-3, 1e6), fall=st.floats(1e-3, 1e6))
def test_pert_has_the_mean_its_name_stands_for(low, rise, fall):
    mode, high = low + rise, low + rise + fall
    even = (np.arange(4096) + 0.5) / 4096
    mean = pert(low=low, mode=mode, high=high)(even).mean()
    assert mean == pytest.approx((low + 4 * mode + high) / 6, abs=1e-4 * (high - low))


@settings(max_examples=min(40, settings.default.max_examples))
@given(mode=st.floats(0, 1), u=st.lists(st.floats(2.0**-33, 1 - 2.0**-33), min_size=2, max_size=20))
def test_pert_rises_with_its_uniforms_and_stays_in_its_range(mode, u):
    found = pert(low=0.0, mode=mode, high=1.0)(np.sort(np.array(u)))
    assert np.diff(found).min() >= -1e-12
    assert found.min() >= -1e-12
    assert found.max() <= 1 + 1e-12


def test_a_range_without_width_and_a_fixed_number_never_vary():
    assert inverse_cdf(quantity("pert", 3, 3, 3))(UNIFORMS).tolist() == [3.0] * len(UNIFORMS)
    assert inverse_cdf(quantity("fixed", None, 60))(UNIFORMS).tolist() == [60.0] * len(UNIFORMS)


@pytest.mark.parametrize("wrong", [quantity("pert", 5, 2, 9), quantity("pear", 1, 2, 3), quantity("pert", None, 2, 3),
                                   quantity("lognormal", -1, None, 4), quantity("beta", 0.2, None, 1.4),
                                   quantity("choice")])  # fmt: skip
def test_a_distribution_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        inverse_cdf(wrong)


def test_the_central_point_is_stated_or_the_weighted_middle():
    assert quantity("pert", 1, 2, 9).central_point() == 2
    assert quantity("uniform", 1, None, 9).central_point() == 5
    assert quantity("choice", choices=((2.5, 1), (3, 1), (4, 1), (5, 1))).central_point() == 3
