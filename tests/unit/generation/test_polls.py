"""Polls, their intervals, and the link from net support to a position."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.generation.supply.contribution import drawn_net, position_probability
from peacebrief.generation.support.comparable_poll import Poll, comparable
from peacebrief.generation.support.net_support import by_country, each_poll
from peacebrief.uncertainty import design

HOUSE = 6.0


def poll(name, support, opposed, *, house="h", country="Farland", group="A", sample=1000):
    return Poll(id=name, country=country, group=group, house=house, support=support, opposed=opposed, sample=sample)


def only(polls, **given):
    (found,) = by_country(polls, group="A", **{"house_points": HOUSE} | given)
    return found


def test_the_variance_of_net_support_is_that_of_repeated_samples():
    shares = np.random.default_rng(4).multinomial(1009, [0.49, 0.44, 0.07], 200_000) / 10.09
    expected = (shares[:, 0] - shares[:, 1]).std()
    (found,) = each_poll([poll("P02", 49, 44, sample=1009)], group="A", house_points=0.0)
    assert found.deviation == pytest.approx(expected, rel=0.01)
    assert found.net == 5


def test_a_house_effect_of_six_points_widens_the_interval_as_by_hand():
    (found,) = each_poll([poll("P02", 49, 44, sample=1009)], group="A", house_points=HOUSE)
    # 10,000 x (0.93 - 0.05 squared) / 1,009 = 9.19 and 2 x 6 squared = 72: sd 9.01, and 1.645 of them are 14.8.
    assert (found.low, found.high) == pytest.approx((-9.8, 19.8), abs=0.05)


def test_only_comparable_wordings_are_pooled():
    others = [poll("W", 23, 76, group="B"), poll("L", 5.8, None)]
    assert only([poll("P", 50, 30), *others]) == only([poll("P", 50, 30)])
    assert [found.id for found in comparable([poll("P", 50, 30), *others], group="A")] == ["P"]


def test_polls_of_one_house_do_not_pool_away_its_effect():
    one = [poll(f"P{k}", 50, 30, house="same", sample=100_000) for k in range(9)]
    nine = [poll(f"P{k}", 50, 30, house=f"house {k}", sample=100_000) for k in range(9)]
    assert only(one).deviation == pytest.approx(HOUSE * sqrt(2), rel=0.001)
    assert only(nine).deviation == pytest.approx(HOUSE * sqrt(2) / 3, rel=0.01)


def test_houses_that_disagree_widen_the_interval_until_they_fit():
    # Two equal weights: half the squared difference over the variance of one, and the mean varies by half of that.
    found = only([poll("P08", 36, 45, house="a"), poll("P20", 20, 61, house="b")])
    assert found.deviation == pytest.approx((41 - 9) / 2, rel=0.02)
    assert found.net == pytest.approx(-25, abs=0.3)


def test_a_larger_sample_weighs_more():
    found = only(
        [poll("a", 60, 20, house="a", sample=10_000), poll("b", 40, 40, house="b", sample=100)], house_points=0.0
    )
    weights = [10_000 / (0.8 - 0.16), 100 / 0.8]
    assert found.net == pytest.approx(40 * weights[0] / sum(weights))


def test_a_missing_sample_counts_as_the_smallest_comparable_one():
    polls = [
        poll("a", 50, 30, sample=None),
        poll("b", 50, 30, country="Smallest", sample=800),
        poll("c", 50, 30, country="Largest", sample=2000),
        poll("d", 50, 30, group="F", sample=5),
    ]
    found = {one.name: one.deviation for one in by_country(polls, group="A", house_points=HOUSE)}
    assert found["Farland"] == found["Smallest"] > found["Largest"]


def test_the_order_of_rows_does_not_matter():
    polls = [poll(f"P{k}", 40 + k, 30, house=f"h{k % 3}", country=f"c{k % 2}") for k in range(9)]
    turned = polls[5:] + polls[:5][::-1]
    assert by_country(polls, group="A", house_points=HOUSE) == by_country(turned, group="A", house_points=HOUSE)


def test_unanimous_polls_without_a_house_effect_are_certain():
    assert only([poll("a", 100, 0), poll("b", 40, 40, house="b")], house_points=0.0).low == 100


def test_drawn_net_support_has_the_pooled_mean_and_deviation():
    parts = [drawn_net(net=20.0, deviation=8.0, uniforms=u["net"]) for _, u in design(["net"], 2**16, 1).chunks()]
    drawn = np.concatenate(parts)
    assert (drawn.mean(), drawn.std()) == pytest.approx((20, 8), rel=0.005)


def test_drawn_net_support_stays_a_percentage():
    parts = [drawn_net(net=95.0, deviation=30.0, uniforms=u["net"]) for _, u in design(["net"], 2**13, 1).chunks()]
    assert np.concatenate(parts).max() == 100


@given(st.floats(0, 1), st.floats(-100, 100), st.floats(-100, 100), st.floats(5, 60))
def test_more_support_never_lowers_the_chance_of_a_position(stated, one, other, points):
    low, high = (
        position_probability(stated=stated, net=net, points_to_three_quarters=points) for net in sorted((one, other))
    )
    assert 0 <= low <= high + 1e-12 <= 1 + 2e-12


def test_a_certain_position_is_not_moved_by_polls_and_an_even_net_leaves_any_as_it_was():
    for certain in (0.0, 1.0):
        assert position_probability(stated=certain, net=-80.0, points_to_three_quarters=20.0) == certain
    found = position_probability(stated=np.array([0.1, 0.6]), net=np.zeros(2), points_to_three_quarters=20.0)
    assert found == pytest.approx([0.1, 0.6])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: poll("P1", 70, 40), "P1: 70 per cent for and 40 per cent against .* add up to more than 100"),
        (lambda: poll("P1", -1, 40), "poll P1: -1 per cent for"),
        (lambda: poll("P1", 50, 40, sample=0), "poll P1 asked 0 persons"),
        (lambda: comparable([poll("P1", 50, 40, group="B")], group="A"), "no poll of the group A publishes"),
        (lambda: only([poll("P1", 50, 40, sample=None)]), "no comparable poll publishes how many people it asked"),
        (lambda: position_probability(stated=1.1, net=0.0, points_to_three_quarters=20.0), "must be between 0 and 1"),
        (lambda: position_probability(stated=0.5, net=0.0, points_to_three_quarters=0.0), "must be above zero"),
    ],
)  # fmt: skip
def test_impossible_polls_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
