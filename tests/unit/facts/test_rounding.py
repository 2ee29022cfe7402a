"""Numbers are spelt with no more digits than the evidence bears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.facts.rounding import (
    brief_percent_of_draws,
    exact,
    percent,
    percent_of_draws,
    rounded,
    significant,
    spell_range,
)


@pytest.mark.parametrize(
    ("number", "spelt"),
    [
        (63_817, "64,000"),
        (38_599, "39,000"),
        (13.6, "14"),
        (0.324, "0.32"),
        (0.05, "0.050"),
        (99.6, "100"),
        (0, "0"),
        (10_500, "11,000"),
        (-0.083, "\u22120.083"),
    ],
)
def test_two_significant_digits_in_prose(number: float, spelt: str) -> None:
    assert significant(number) == spelt


def test_a_published_figure_keeps_its_digits() -> None:
    assert (exact(38_599), exact(13.26), exact(0.35)) == ("38,599", "13.26", "0.35")


def test_a_range_is_spelt_with_to_and_collapses_when_both_ends_round_alike() -> None:
    assert spell_range(15_120, 63_900) == "15,000 to 64,000"
    assert spell_range(15_010, 15_020) == "15,000"


@pytest.mark.parametrize(
    ("share", "spelt"),
    [(0.324, "32%"), (0.0001, "under 1%"), (0.9984, "over 99%"), (0, "0%"), (1, "100%"), (0.07, "7%")],
)
def test_per_cent_never_overstates_the_ends(share: float, spelt: str) -> None:
    assert percent(share) == spelt


@pytest.mark.parametrize(
    ("share", "spelt", "brief"), [(0, "under 1%", "<1%"), (1, "over 99%", ">99%"), (0.324, "32%", "32%")]
)
def test_a_share_of_draws_is_never_nothing_or_certainty(share: float, spelt: str, brief: str) -> None:
    assert (percent_of_draws(share), brief_percent_of_draws(share)) == (spelt, brief)


@given(st.floats(1e-6, 1e9), st.integers(1, 6))
def test_rounding_moves_a_number_by_at_most_half_a_unit_of_the_last_digit(number: float, digits: int) -> None:
    assert abs(rounded(number, digits) - number) <= 0.5 * 10 ** (1 - digits) * number * (1 + 1e-9)
