"""Histograms, mixtures and Monte Carlo errors."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.uncertainty.histogram import Histogram, Mixture, merged
from peacebrief.uncertainty.replicates import REPLICATES, Tally, standard_error

POSITIVE = st.lists(st.floats(1e-3, 1e9), min_size=1, max_size=60)
# Half the width of a cell, 1/2048 of an octave.
ERROR = 2.4e-4


def same(first, second):
    return (first.first, first.zeros, first.counts.tolist()) == (second.first, second.zeros, second.counts.tolist())


@settings(max_examples=min(40, settings.default.max_examples))
@given(first=POSITIVE, second=POSITIVE)
def test_histograms_of_parts_merge_in_any_order_into_that_of_the_whole(first, second):
    whole = Histogram.of(np.array(first + second))
    parts = [Histogram.of(np.array(first)), Histogram.of(np.array(second))]
    assert same(merged(parts), whole)
    assert same(merged(parts[::-1]), whole)


def test_quantiles_are_within_half_a_cell_of_the_exact_ones():
    drawn = np.exp(np.random.default_rng(1).normal(9, 1.5, 200_000))
    probabilities = [0.001, 0.05, 0.5, 0.95, 0.999]
    found = Mixture([Histogram.of(drawn)], [1.0]).quantiles(probabilities)
    before, after = (np.quantile(drawn, [p + step for p in probabilities]) for step in (-1e-5, 1e-5))
    assert (np.array(found) >= before * (1 - 2 * ERROR)).all()
    assert (np.array(found) <= after * (1 + 2 * ERROR)).all()


def test_a_mixture_has_the_quantiles_of_samples_pooled_by_weight():
    few, many = np.random.default_rng(2).uniform(1, 100, (2, 30_000))
    many = many + 40
    found = Mixture([Histogram.of(few), Histogram.of(many)], [0.25, 0.75]).quantiles([0.05, 0.5, 0.95])
    pooled = np.concatenate([few, many, many, many])
    assert found == pytest.approx(np.quantile(pooled, [0.05, 0.5, 0.95]), rel=1e-3)


def test_parts_of_different_size_count_by_weight_alone():
    small, large = Histogram.of(np.full(10, 5.0)), Histogram.of(np.full(1000, 50.0))
    below, above = Mixture([small, large], [0.6, 0.4]).quantiles([0.59, 0.61])
    assert (below, above) == (pytest.approx(5, rel=1e-3), pytest.approx(50, rel=1e-3))


def test_a_part_without_weight_changes_nothing():
    part, other = Histogram.of(np.arange(1.0, 9.0)), Histogram.of(np.full(4, 1e6))
    assert Mixture([part, other], [2.0, 0.0]).quantiles([0.9]) == Mixture([part], [1.0]).quantiles([0.9])


@settings(max_examples=min(40, settings.default.max_examples))
@given(values=POSITIVE, more=POSITIVE, weight=st.floats(0.01, 0.99))
def test_quantiles_of_a_mixture_are_in_order_and_exceedance_falls(values, more, weight):
    mixture = Mixture([Histogram.of(np.array(values)), Histogram.of(np.array(more))], [weight, 1 - weight])
    found = mixture.quantiles([0.05, 0.25, 0.5, 0.75, 0.95])
    assert found == sorted(found)
    falling = mixture.exceedance(np.geomspace(1e-4, 1e10, 50))
    assert (np.diff(falling) <= 1e-12).all()
    assert falling[0] == pytest.approx(1)
    assert falling[-1] == pytest.approx(0)


def test_zeros_are_counted_apart():
    mixture = Mixture([Histogram.of(np.array([0.0, 0.0, 0.0, 8.0]))], [1.0])
    assert mixture.quantiles([0.5])[0] == 0
    assert mixture.quantiles([0.9])[0] == pytest.approx(8, rel=1e-3)
    assert mixture.exceedance(np.array([0.0, 4.0])).tolist() == pytest.approx([1.0, 0.25])


def test_all_zeros_are_zero():
    mixture = Mixture([Histogram.of(np.zeros(5))], [1.0])
    assert mixture.quantiles([0.05, 0.95]) == [0.0, 0.0]
    assert mixture.exceedance(np.array([0.0, 1.0])).tolist() == [1.0, 0.0]


@pytest.mark.parametrize("wrong", [[-1.0], [np.nan, 1.0], [np.inf]])
def test_numbers_below_zero_or_without_end_are_refused(wrong):
    with pytest.raises(ValueError, match="zero or more"):
        Histogram.of(np.array(wrong))


def test_weights_that_add_up_to_nothing_are_refused():
    with pytest.raises(ValueError, match="weights"):
        Mixture([Histogram.of(np.ones(3))], [0.0])


def test_the_standard_error_is_that_of_the_mean_of_replicates():
    replicated = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
    assert standard_error(replicated) == pytest.approx(np.std(replicated, ddof=1) / np.sqrt(8))


def test_the_error_of_a_median_is_honest():
    rng = np.random.default_rng(3)
    tally = Tally()
    for replicate in range(REPLICATES):
        tally.add(replicate, {"x": rng.normal(100, 10, 20_000)})
    # The median of n normal draws has a standard error of 1.2533 sigma / sqrt(n).
    expected = 1.2533 * 10 / np.sqrt(8 * 20_000)
    assert tally.spread("x").standard_error == pytest.approx(expected, rel=0.6)
