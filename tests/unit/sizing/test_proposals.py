"""Published proposals as one method among others."""

import numpy as np
import pytest

from peacebrief.sizing.history.published_proposal import Proposal, middle_proposal, published_sizes

EVEN = (np.arange(6000) + 0.5) / 6000


def proposal(name, low, central, high):
    return Proposal.from_record({"id": name, "role_class": "watch", "low": low, "central": central, "high": high})


def test_a_missing_end_is_the_central_number():
    found = proposal("P1", None, 40_000, 100_000)
    assert (found.low, found.central, found.high) == (40_000, 40_000, 100_000)


def test_a_proposal_without_a_number_is_left_out():
    assert proposal("P1", None, None, None) is None


def test_every_proposal_is_taken_equally_often():
    sizes = published_sizes([proposal("P1", None, 30_000, None), proposal("P2", None, 10_000, None),
                             proposal("P3", None, 20_000, None)])(EVEN)  # fmt: skip
    assert {size: int((sizes == size).sum()) for size in (10_000, 20_000, 30_000)} == dict.fromkeys(
        (10_000, 20_000, 30_000), 2000
    )


def test_a_size_is_drawn_from_the_range_its_proposal_names():
    sizes = published_sizes([proposal("P1", 10_000, 25_000, 100_000)])(EVEN)
    assert sizes.min() >= 10_000
    assert sizes.max() <= 100_000
    assert sizes.mean() == pytest.approx((10_000 + 4 * 25_000 + 100_000) / 6, rel=1e-3)


def test_the_order_of_the_rows_does_not_matter():
    rows = [proposal("P1", 5_000, 6_000, 9_000), proposal("P2", None, 6_000, None), proposal("P3", 1, 2, 3)]
    assert (published_sizes(rows)(EVEN) == published_sizes(rows[::-1])(EVEN)).all()


def test_the_middle_proposal_is_the_median_of_the_central_numbers():
    assert middle_proposal([proposal("P1", None, 6_000, None), proposal("P2", None, 15_000, None)]) == 10_500
