"""Trends of army strength."""

import pytest

from peacebrief.generation.growth.strength_trend import Strength, change


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
