"""Rules that do not compensate."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods import PROMETHEE_II

from peacebrief.feasibility.ranking.cross_check import ahead_by_weakest_link, cross_check, net_flows, weakest_link
from peacebrief.feasibility.ranking.ranks import ahead
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import smaa
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity

QUICK = settings(max_examples=min(40, settings.default.max_examples))
UNIT = ValueFunction(((0.0, 0.0), (1.0, 1.0)))
COARSE = st.integers(0, 8).map(lambda eighths: eighths / 8)
matrices = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(COARSE, min_size=width, max_size=width), min_size=2, max_size=5)
)


def scores(rows):
    cells = {(option, f"c{place}"): Quantity(id=f"{option}{place}", origin="x", distribution="fixed", central=value)
             for option, row in zip("abcde", rows, strict=False) for place, value in enumerate(row)}  # fmt: skip
    return Scores(measures=cells, scales={f"c{place}": UNIT for place in range(len(rows[0]))})


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("name", "indifference", "preference"), [("usual", 0.0, 0.0), ("vshape_2", 0.1, 0.4)])
def test_net_flows_are_those_of_another_library(seed, name, indifference, preference):
    rng = np.random.default_rng(seed)
    values, weights = rng.random((5, 6)), rng.dirichlet(np.ones(6), 4)
    found = net_flows(values=values[:, :, None], weights=weights.T, indifference=indifference, preference=preference)
    for draw, weight in enumerate(weights):
        other = PROMETHEE_II(name, p=[preference] * 6, q=[indifference] * 6)
        assert found[:, draw] == pytest.approx(other(values, weight, np.ones(6)), abs=1e-6)


@QUICK
@given(values=matrices)
def test_net_flows_add_up_to_nothing(values):
    weights = np.random.default_rng(1).dirichlet(np.ones(len(values[0])), 5).T
    found = net_flows(values=np.array(values)[:, :, None], weights=weights, indifference=0.05, preference=0.3)
    assert found.sum(axis=0) == pytest.approx(np.zeros(5), abs=1e-12)
    assert np.abs(found).max() <= 1 + 1e-6


@QUICK
@given(values=matrices)
def test_the_weakest_link_compares_the_worst_criteria_first_then_the_next(values):
    found = ahead_by_weakest_link(np.array(values)[:, :, None])[:, :, 0]
    expected = [[sorted(mine) > sorted(theirs) for theirs in values] for mine in values]
    assert found.tolist() == expected


def test_the_weakest_link_is_the_lowest_value():
    values = np.array([[[0.9, 0.1], [0.2, 0.8]], [[0.5, 0.5], [0.5, 0.4]]])
    assert weakest_link(values).tolist() == [[0.2, 0.1], [0.5, 0.4]]


@QUICK
@given(values=matrices, option=st.integers(0, 4), criterion=st.integers(0, 4), gain=st.floats(0, 1))
def test_improving_a_criterion_never_worsens_a_rank_by_either_rule(values, option, criterion, gain):
    option, criterion = option % len(values), criterion % len(values[0])
    before = np.array(values)[:, :, None]
    after = before.copy()
    after[option, criterion] += gain * (1 - after[option, criterion])
    weights = np.random.default_rng(2).dirichlet(np.ones(len(values[0])), 10).T
    for rule in (
        ahead_by_weakest_link,
        lambda drawn: ahead(net_flows(values=drawn, weights=weights)),
        lambda drawn: ahead(net_flows(values=drawn, weights=weights, indifference=0.1, preference=0.5)),
    ):
        assert (rule(after)[:, option].sum(axis=0) <= rule(before)[:, option].sum(axis=0)).all()


def test_an_option_that_leads_only_by_compensation_is_found_out():
    rows = [[1.0, 1.0, 0.0], [0.6, 0.6, 0.5]]
    by_sum = smaa(scores=scores(rows), draws=1024, seed=1)["whole_simplex"]
    check = cross_check(scores=scores(rows), draws=1024, seed=1)
    assert by_sum.leader() == "a"
    assert check.leaders()[0] == "b"
    assert check.weakest_link.tolist() == [[0.0, 1.0], [1.0, 0.0]]


@QUICK
@given(values=matrices)
def test_shares_of_the_cross_check_add_up_to_one_both_ways(values):
    found = cross_check(scores=scores(values), draws=64, seed=1, indifference=0.1, preference=0.2)
    for ranks in (found.weakest_link, found.outranking):
        assert ranks.sum(axis=0) == pytest.approx(np.ones(len(values)))
        assert ranks.sum(axis=1) == pytest.approx(np.ones(len(values)))


@pytest.mark.parametrize(("indifference", "preference"), [(0.3, 0.2), (-0.1, 0.2)])
def test_thresholds_out_of_order_are_refused(indifference, preference):
    with pytest.raises(ValueError, match="thresholds"):
        net_flows(values=np.ones((2, 1, 1)), weights=np.ones((1, 1)), indifference=indifference, preference=preference)


def test_a_single_option_outranks_nobody_and_is_first():
    assert net_flows(values=np.ones((1, 1, 1)), weights=np.ones((1, 1))) == 0
    found = cross_check(scores=scores(np.ones((1, 2))), draws=64, seed=1)
    assert found.leaders() == (found.options[0],) * 2
