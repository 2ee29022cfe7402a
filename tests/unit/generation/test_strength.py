"""Trends of army strength and what would close a gap."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.generation.growth.recruiting import (
    army_after,
    recruits_needed,
    soldiers_missing,
    spending_per_year,
    year_closed,
)
from peacebrief.generation.growth.strength_trend import Strength, change

QUICK = settings(max_examples=min(60, settings.default.max_examples))


def counted(year, persons, series="World Bank", country="Germany"):
    return Strength(country=country, year=year, persons=persons, series=series)


def test_strengths_are_compared_within_a_series_only():
    # NATO: 545,000 in 1990 and 185,600 in 2024; World Bank: 251,000 in 2010 and 181,000 in 2018.
    found = [
        change(first=counted(1990, 545_000, "NATO"), last=counted(2024, 185_600, "NATO")),
        change(first=counted(2010, 251_000), last=counted(2018, 181_000)),
    ]
    assert [round(100 * one.share) for one in found] == [-66, -28]


def test_the_yearly_rate_leads_from_the_first_strength_to_the_last():
    found = change(first=counted(2010, 100.0), last=counted(2012, 121.0))
    assert found.rate == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (counted(2010, 1), counted(2018, 1, "NATO"), "two series"),
        (counted(2010, 1), counted(2010, 1), "does not come after"),
        (counted(2010, 0), counted(2018, 1), "above zero"),
    ],
)
def test_counts_that_do_not_compare_are_refused(first, last, said):
    with pytest.raises(ValueError, match=said):
        change(first=first, last=last)


def test_a_gap_of_7_500_at_three_to_one_and_a_tenth_takes_225_000_more_soldiers():
    assert soldiers_missing(gap=7500.0, share=0.05) == pytest.approx(150_000)


def test_an_army_loses_and_trains_year_by_year():
    # 1,000 less a tenth, and 200 recruits of whom a quarter fails: 1,050, then 1,095.
    assert army_after(army=1000.0, recruits=200.0, loss=0.1, wastage=0.25, years=2) == pytest.approx(1095)


@QUICK
@given(
    army=st.floats(1e3, 1e5),
    growth=st.floats(1, 2),
    loss=st.floats(0, 0.3),
    wastage=st.floats(0, 0.5),
    years=st.integers(1, 20),
)
def test_the_recruits_needed_bring_the_army_to_its_target_in_time(army, growth, loss, wastage, years):
    told = {"army": army, "loss": loss, "wastage": wastage, "years": years}
    recruits = recruits_needed(target=army * growth, **told)
    assert army_after(recruits=recruits, **told) == pytest.approx(army * growth)


def test_an_army_that_is_large_enough_needs_no_recruits():
    assert recruits_needed(army=2000.0, target=1000.0, loss=0.1, wastage=0.0, years=3) == 0
    with pytest.raises(ValueError, match="at least one year"):
        recruits_needed(army=1.0, target=2.0, loss=0.1, wastage=0.0, years=0)


def test_a_gap_is_closed_in_the_first_year_that_reaches_the_target_or_never():
    # 50 more a year: 1,000 in 2026, 1,100 in 2028; with a loss as large as the intake, never.
    found = year_closed(
        army=np.array([1000.0, 1000.0, 1200.0]),
        target=1100.0,
        recruits=np.array([50.0, 100.0, 0.0]),
        loss=np.array([0.0, 0.1, 0.0]),
        wastage=0.0,
        first_year=2026,
        last_year=2060,
    )
    assert found.tolist() == [2028, np.inf, 2026]
    with pytest.raises(ValueError, match="2025 comes before the first year 2026"):
        year_closed(army=1.0, target=2.0, recruits=1.0, loss=0.0, wastage=0.0, first_year=2026, last_year=2025)


def test_spending_is_soldiers_times_their_cost():
    assert spending_per_year(soldiers=1000.0, cost_per_soldier=140_000.0) == 140e6
