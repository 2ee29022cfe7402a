"""Numbers are spelt with no more digits than the evidence bears."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.facts.rounding import (
    brief_percent_of_draws,
    exact,
    middle_and_range,
    percent,
    percent_of_draws,
    plain,
    quantity,
    significant,
    spell_range,
    together,
    with_range,
)
from peacebrief.reasoning.digits import rounded, whole_percent


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


def test_a_number_of_a_table_is_a_quantity_or_plain() -> None:
    assert [quantity(number) for number in (38_599.0, 1234.56, 0.25)] == ["38,599", "1,230", "0.250"]
    assert [plain(number) for number in (2024.0, 1234.56)] == ["2024", "1234.56"]


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


def test_numbers_side_by_side_have_as_many_digits_each():
    """By hand, from the fault reported: "0.63, 0.87, 1" and "3 billion, 4.3 billion"."""
    assert together(0.63, 0.87, 1.0) == ["0.63", "0.87", "1.0"]
    assert middle_and_range(2.4e9, 3.0e9, 4.3e9) == ("3.0 billion", "2.4 billion to 4.3 billion")
    assert together(1, 2, 7) == ["1", "2", "7"]
    assert together(-1.0, 0.0, 0.5) == ["\u22121.0", "0", "0.50"]
    assert with_range(9.6, 12.0, 17.4) == "12 (9.6 to 17)"


def test_every_number_is_rounded_by_one_rule():
    """Halves away from zero, as they are written: what is 12.5 per cent as a share is 12.5 per cent as a number."""
    for tenths in range(1, 1000, 2):
        share = tenths / 1000
        assert whole_percent(share) == int(Decimal(tenths).scaleb(-1).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    assert (percent(0.125), significant(12.5), percent(0.145), significant(14.5)) == ("13%", "13", "15%", "15")
