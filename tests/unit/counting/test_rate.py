"""A counted rate: its interval is that of others' libraries, narrows with cases, and over another time is a power."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from peacebrief.counting.rate import Rate, counted_rate, wilson

CASES = st.integers(1, 5000)


@pytest.mark.parametrize(
    ("events", "cases"), [(0, 8), (1, 15), (13, 68), (6, 29), (40, 40), (3, 167), (31, 1999), (189, 2713)]
)
def test_the_interval_is_the_one_that_scipy_finds(events, cases):
    there = binomtest(events, cases).proportion_ci(confidence_level=0.9, method="wilson")
    assert wilson(share=events / cases, cases=cases) == pytest.approx((there.low, there.high), abs=1e-12)


@given(CASES, st.data())
def test_the_interval_of_any_count_is_the_one_that_scipy_finds(cases, data):
    events = data.draw(st.integers(0, cases))
    there = binomtest(events, cases).proportion_ci(confidence_level=0.9, method="wilson")
    assert wilson(share=events / cases, cases=cases) == pytest.approx((there.low, there.high), abs=1e-9)


def test_the_ends_solve_the_equation_they_are_defined_by():
    """Wilson: the ends are the true rates from which what was counted is just 1.645 standard errors away."""
    share, cases = 13 / 68, 68
    for end in wilson(share=share, cases=cases):
        assert abs(share - end) / (end * (1 - end) / cases) ** 0.5 == pytest.approx(norm.ppf(0.95))


@given(st.floats(0, 1), st.floats(0.5, 5000), st.floats(1.01, 100))
def test_more_cases_narrow_the_interval(share, cases, times):
    low, high = wilson(share=share, cases=cases)
    narrower = wilson(share=share, cases=cases * times)
    assert narrower[1] - narrower[0] < high - low
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


def row(**told):
    return {"events": None, "out_of": None, "share": None, "clusters": None, **told}


def test_a_rate_is_events_by_cases_and_its_interval_that_of_the_independent_ones():
    plain = counted_rate(row(events=13.0, out_of=68.0))
    held = counted_rate(row(events=13.0, out_of=68.0, clusters=17.0))
    assert plain.share == held.share == 13 / 68
    assert held.low < plain.low < plain.high < held.high


def test_a_published_share_has_an_interval_only_where_its_cases_are_known():
    assert counted_rate(row(share=0.22)) == Rate(0.22)
    assert not Rate(0.22).outside(0.9)
    assert counted_rate(row(share=0.784, clusters=21.0)).low == pytest.approx(wilson(share=0.784, cases=21)[0])


def test_over_a_shorter_time_less_happens():
    """13 of 68 in five years are 1 - (55 / 68) ** 0.2 in one, and five such years give it back."""
    five = counted_rate(row(events=13.0, out_of=68.0))
    one = five.over(12, counted_over=60)
    assert one.share == pytest.approx(0.04154, abs=1e-5)
    assert 1 - (1 - one.share) ** 5 == pytest.approx(five.share)
    assert one.low < one.share < one.high < five.high
    assert Rate(0.3).over(12, counted_over=60).low is None


def test_the_opposite_mirrors_the_interval():
    assert Rate(0.1, 0.05, 0.3).opposite() == Rate(0.9, 0.7, 0.95)
    assert Rate(0.25).opposite() == Rate(0.75)


def test_a_chance_at_an_end_lies_within():
    rate = Rate(0.2, 0.1, 0.3)
    assert [rate.outside(chance) for chance in (0.09, 0.1, 0.3, 0.31)] == [True, False, False, True]
