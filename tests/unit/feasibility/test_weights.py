"""Weights: over the whole simplex, within bounds, in an order of importance."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from peacebrief.feasibility.ranking.criterion_weights import (
    WHOLE_SIMPLEX,
    Viewpoint,
    exponential,
    foremost,
    ordered,
    simplex,
    weight_chunks,
)

NAMES = ("a", "b", "c", "d")
# The ranges of the eleven scored criteria in the register of criteria.
LOW = (0.05, 0.10, 0.05, 0.03, 0.03, 0.08, 0.03, 0.03, 0.03, 0.02, 0.02)
HIGH = (0.20, 0.35, 0.25, 0.15, 0.15, 0.25, 0.15, 0.12, 0.15, 0.15, 0.12)
REGISTER = tuple(f"c{place:02d}" for place in range(1, 12))


def drawn(viewpoint, names=NAMES, draws=2**13, rows=8192):
    return np.concatenate(list(weight_chunks(viewpoint, criteria=names, draws=draws, seed=9, rows=rows)), axis=1)


def test_the_exponential_table_is_the_exponential():
    at = np.array([1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999])
    assert exponential()(at) == pytest.approx(stats.expon.ppf(at), rel=1e-4)


def test_weights_over_the_whole_simplex_have_the_margins_and_correlations_of_the_dirichlet():
    weights = drawn(WHOLE_SIMPLEX)
    assert weights.sum(axis=0) == pytest.approx(np.ones(2**13), abs=1e-12)
    for row in weights:
        assert stats.kstest(row, stats.beta(1, 3).cdf).statistic < 0.01
    # Any two weights of a uniform simplex of four correlate by -1/3.
    assert np.corrcoef(weights)[np.triu_indices(4, 1)] == pytest.approx([-1 / 3] * 6, abs=0.03)


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_order_of_the_criteria_does_not_change_a_bit(order):
    names = [NAMES[place] for place in order]
    assert drawn(WHOLE_SIMPLEX, names, 512).tobytes() == drawn(WHOLE_SIMPLEX, NAMES, 512)[list(order)].tobytes()


@pytest.mark.parametrize("viewpoint", [WHOLE_SIMPLEX, Viewpoint(id="v", high={"a": 0.3}, low={"b": 0.2})])
@pytest.mark.parametrize("rows", [77, 512])
def test_weights_are_the_same_however_the_draws_are_cut(viewpoint, rows):
    assert drawn(viewpoint).tobytes() == drawn(viewpoint, rows=rows).tobytes()


def test_bounded_weights_are_those_of_the_simplex_that_keep_to_the_bounds():
    low, high = {"a": 0.1, "c": 0.05}, {"a": 0.4, "b": 0.3}
    found = drawn(Viewpoint(id="v", low=low, high=high))
    rng = np.random.default_rng(2)
    plain = rng.dirichlet(np.ones(4), 300_000)
    inside = (plain[:, 0] >= 0.1) & (plain[:, 0] <= 0.4) & (plain[:, 1] <= 0.3) & (plain[:, 2] >= 0.05)
    for row, expected in zip(found, plain[inside].T, strict=True):
        assert stats.ks_2samp(row, expected).statistic < 0.02
    assert found[0].min() >= 0.1 - 1e-11
    assert found[1].max() <= 0.3 + 1e-11


@pytest.mark.parametrize("room", [0.01, 0.3])
def test_bounds_tight_from_above_are_met_as_well_as_those_tight_from_below(room):
    found = drawn(Viewpoint(id="v", high=dict.fromkeys(NAMES, (1 + room) / 4)), draws=1024)
    assert found.max() <= (1 + room) / 4 + 1e-11
    assert found.sum(axis=0) == pytest.approx(np.ones(1024))
    # The simplex that hangs from the upper bounds has its middle at equal weights.
    assert found.mean(axis=1) == pytest.approx([0.25] * 4, abs=0.01)


def test_the_bounds_of_the_register_are_met():
    low, high = dict(zip(REGISTER, LOW, strict=True)), dict(zip(REGISTER, HIGH, strict=True))
    found = drawn(Viewpoint(id="v", low=low, high=high), REGISTER)
    assert (found >= np.array(LOW)[:, None] - 1e-11).all()
    assert (found <= np.array(HIGH)[:, None] + 1e-11).all()
    assert found.sum(axis=0) == pytest.approx(np.ones(2**13))


def test_a_criterion_with_equal_bounds_keeps_its_weight_and_the_rest_share_evenly():
    found = drawn(Viewpoint(id="v", low={"b": 0.6}, high={"b": 0.6}))
    assert (found[1] == 0.6).all()
    assert stats.kstest(found[0] / 0.4, stats.beta(1, 2).cdf).statistic < 0.01


def test_bounds_that_leave_one_set_of_weights_give_that_set():
    found = drawn(Viewpoint(id="v", low=dict.fromkeys(NAMES, 0.25), high=dict.fromkeys(NAMES, 0.25)), draws=64)
    assert (found == 0.25).all()


def test_weights_in_a_full_order_have_the_means_of_the_rank_order_centroid():
    found = drawn(Viewpoint(id="v", tiers=(("c",), ("a",), ("d",), ("b",))))
    # Barron and Barrett 1996: the k-th of n weights has mean (1/n) * (1/k + ... + 1/n).
    centroid = [float(sum(Fraction(1, 4 * j) for j in range(k, 5))) for k in range(1, 5)]
    assert found[[2, 0, 3, 1]].mean(axis=1) == pytest.approx(centroid, abs=0.002)
    assert (np.diff(found[[2, 0, 3, 1]], axis=0) <= 0).all()


def test_weights_in_tiers_are_those_of_the_simplex_that_keep_to_the_order():
    tiers = (("b", "d"), ("a",))
    found = drawn(Viewpoint(id="v", tiers=tiers))
    plain = np.random.default_rng(3).dirichlet(np.ones(4), 100_000)
    keeps = plain[:, [1, 3]].min(axis=1) >= plain[:, 0]
    for row, expected in zip(found, plain[keeps].T, strict=True):
        assert stats.ks_2samp(row, expected).statistic < 0.02
    assert (found[[1, 3]].min(axis=0) >= found[0]).all()
    assert found.sum(axis=0) == pytest.approx(np.ones(2**13))


def test_an_order_within_bounds_keeps_to_both():
    found = drawn(Viewpoint(id="v", tiers=(("a",), ("b", "c", "d")), high={"a": 0.5}))
    assert (found[0] >= found[1:].max(axis=0)).all()
    assert found[0].max() <= 0.5 + 1e-11


def test_the_foremost_criterion_is_outweighed_by_none():
    found = drawn(foremost(viewpoint="deterrence_first", first=["c"], criteria=NAMES))
    assert (found[2] >= np.delete(found, 2, axis=0).max(axis=0)).all()
    # The largest of four uniform spacings has mean (1 + 1/2 + 1/3 + 1/4) / 4.
    assert found[2].mean() == pytest.approx(25 / 48, abs=0.002)


def test_putting_weights_in_order_only_deals_them_out_afresh():
    weights = simplex(np.random.default_rng(1).random((4, 100)))
    found = ordered(weights, [[0], [2, 3]])
    assert (np.sort(found, axis=0) == np.sort(weights, axis=0)).all()
    assert (found[1] == weights[1]).all()
    assert ((found[2] > found[3]) == (weights[2] > weights[3])).all()


@pytest.mark.parametrize(
    ("viewpoint", "says"),
    [
        (Viewpoint(id="v", high=dict.fromkeys(NAMES, 0.0)), "sum to 1"),
        (Viewpoint(id="v", high=dict.fromkeys(NAMES, 0.2)), "sum to 1"),
        (Viewpoint(id="v", low=dict.fromkeys(NAMES, 0.3)), "sum to 1"),
        (Viewpoint(id="v", low={"a": 0.5}, high={"a": 0.4}), "low below high"),
        (Viewpoint(id="v", low={"a": -0.1}), "between 0 and 1"),
        (Viewpoint(id="v", low={"z": 0.1}), "v: no criterion is called z"),
        (Viewpoint(id="v", tiers=(("a",), ("y",))), "v: no criterion is called y"),
        (Viewpoint(id="v", tiers=(("a",), ("a",))), "twice"),
        (Viewpoint(id="v", tiers=(("b",), ("a",)), low={"a": 0.6}), "hardly any weights"),
    ],
)
def test_bounds_and_orders_that_cannot_hold_are_refused(viewpoint, says):
    with pytest.raises(ValueError, match=says):
        drawn(viewpoint, draws=64)
