"""The curve of durations against another library, a textbook and a calculation by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, chi2, ecdf, weibull_min

from peacebrief.feasibility.duration.survival import (
    at_risk,
    kaplan_meier,
    median_years,
    still_there,
    still_there_high,
    still_there_low,
)
from peacebrief.feasibility.duration.weibull import weibull_fit

# Remission of leukaemia under 6-mercaptopurine in weeks (Freireich and others 1963), the example of the textbooks.
REMISSION = np.array([6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35], dtype=float)
RELAPSED = np.array([1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0], dtype=float)
SPELLS = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=40)


def random_spells(seed, count=80):
    rng = np.random.default_rng(seed)
    years = np.round(rng.weibull(0.6, count) * 9 + 0.05, 1)
    return years, (rng.uniform(size=count) < 0.7).astype(float)


def censored(years, ended):
    return CensoredData(uncensored=years[ended == 1], right=years[ended == 0])


def test_the_curve_of_the_textbook():
    curve = kaplan_meier(years=REMISSION, ended=RELAPSED)
    after = np.array([6.0, 7, 10, 13, 16, 22, 23])
    shown = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    low, high = [0.620, 0.563, 0.503, 0.432, 0.368, 0.268, 0.188], [0.952, 0.923, 0.889, 0.849, 0.805, 0.747, 0.680]
    assert still_there(curve=curve, after=after) == pytest.approx(shown, abs=0.0006)
    assert still_there_low(curve=curve, after=after) == pytest.approx(low, abs=0.0006)
    assert still_there_high(curve=curve, after=after) == pytest.approx(high, abs=0.0006)
    assert at_risk(curve=curve, after=after).tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert median_years(curve=curve) == 23


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@pytest.mark.parametrize("level", [0.90, 0.95])
@pytest.mark.parametrize("seed", range(5))
def test_another_library_draws_the_same_curve_and_band(seed, level):
    years, ended = random_spells(seed)
    curve = kaplan_meier(years=years, ended=ended, level=level)
    other = ecdf(censored(years, ended)).sf
    band = other.confidence_interval(level, method="log-log")
    after = np.unique(years[ended == 1])[:-1]
    assert still_there(curve=curve, after=after) == pytest.approx(other.evaluate(after))
    assert still_there_low(curve=curve, after=after) == pytest.approx(band.low.evaluate(after))
    assert still_there_high(curve=curve, after=after) == pytest.approx(band.high.evaluate(after))


@given(SPELLS)
def test_a_curve_falls_from_one_and_stays_inside_its_band(spells):
    years, ended = np.array(spells, dtype=float).T
    curve = kaplan_meier(years=years, ended=ended)
    there = still_there(curve=curve, after=np.arange(0.0, 40.0))
    assert there[0] == 1
    assert (np.diff(there) <= 0).all()
    banded = ~np.isnan(curve.low)
    assert (curve.low[banded] <= curve.survival[banded]).all()
    assert (curve.survival[banded] <= curve.high[banded]).all()


@given(SPELLS)
def test_without_open_spells_the_curve_is_the_share_that_lasted_longer(spells):
    years = np.array(spells, dtype=float)[:, 0]
    curve = kaplan_meier(years=years, ended=np.ones(len(years)))
    expected = [(years > after).mean() for after in range(32)]
    assert still_there(curve=curve, after=np.arange(32.0)) == pytest.approx(expected)


def test_the_order_of_operations_does_not_matter():
    years, ended = random_spells(9)
    turned = np.random.default_rng(1).permutation(len(years))
    one, other = kaplan_meier(years=years, ended=ended), kaplan_meier(years=years[turned], ended=ended[turned])
    assert one.survival.tobytes() == other.survival.tobytes()
    assert one.low.tobytes() == other.low.tobytes()
    assert weibull_fit(years=years, ended=ended) == weibull_fit(years=years[turned], ended=ended[turned])


def test_garrisons_of_which_none_has_ended_have_no_band_and_no_median():
    curve = kaplan_meier(years=np.array([72.96, 81.12, 80.79]), ended=np.zeros(3))
    assert still_there(curve=curve, after=50.0) == 1
    assert np.isnan(still_there_low(curve=curve, after=50.0))
    assert median_years(curve=curve) is None


@pytest.mark.parametrize("seed", range(4))
def test_the_weibull_fit_is_that_of_another_library(seed):
    years, ended = random_spells(seed)
    fit = weibull_fit(years=years, ended=ended)
    shape, _, scale = weibull_min.fit(censored(years, ended), floc=0)
    assert fit.shape == pytest.approx(shape, rel=1e-3)
    assert fit.scale == pytest.approx(scale, rel=1e-3)


def test_the_test_of_a_constant_hazard_is_twice_the_gain_in_likelihood():
    years, ended = random_spells(7)
    fit = weibull_fit(years=years, ended=ended)

    def likelihood(shape, scale):
        over = ended == 1
        return (
            weibull_min.logpdf(years[over], shape, scale=scale).sum()
            + weibull_min.logsf(years[~over], shape, scale=scale).sum()
        )

    constant = likelihood(1.0, years.sum() / ended.sum())
    assert fit.p_value == pytest.approx(chi2.sf(2 * (likelihood(fit.shape, fit.scale) - constant), 1), rel=1e-6)


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("shape", [0.5, 0.6, 1.0, 2.0])
def test_a_known_shape_and_scale_are_found_again(shape):
    probabilities = (np.arange(20_000) + 0.5) / 20_000
    years = 10 * (-np.log(probabilities)) ** (1 / shape)
    fit = weibull_fit(years=years, ended=np.ones(20_000))
    assert (fit.shape, fit.scale) == pytest.approx((shape, 10), rel=0.005)


@pytest.mark.parametrize(
    ("years", "ended", "message"),
    [
        ([], [], "a curve needs operations"),
        ([1.0, 2.0], [1.0], "a curve needs operations"),
        ([1.0, 2.0], [1.0, 2.0], "1 for ended or 0 for going on"),
        ([1.0, 0.0], [1.0, 1.0], "years of an operation must be above zero, not 0"),
        ([1.0, -2.0], [1.0, 1.0], "years of an operation must be above zero, not -2"),
    ],
)
def test_impossible_operations_are_refused_in_one_sentence(years, ended, message):
    with pytest.raises(ValueError, match=message):
        kaplan_meier(years=np.array(years), ended=np.array(ended))


def test_a_time_before_the_start_and_a_level_beyond_one_are_refused():
    with pytest.raises(ValueError, match="cannot be negative"):
        still_there(curve=kaplan_meier(years=REMISSION, ended=RELAPSED), after=-1.0)
    with pytest.raises(ValueError, match="between 0 and 1, not at 95"):
        kaplan_meier(years=REMISSION, ended=RELAPSED, level=95)


def test_a_weibull_fit_needs_two_ages_of_ending():
    with pytest.raises(ValueError, match="two operations that ended at different ages"):
        weibull_fit(years=np.array([3.0, 3.0, 8.0]), ended=np.array([1.0, 1.0, 0.0]))
