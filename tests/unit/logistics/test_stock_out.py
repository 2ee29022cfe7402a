"""Stocks against a missing share, by hand."""

import numpy as np
import pytest

from peacebrief.logistics.stocks.stock_out import share_arriving, stock_days_equivalent, stock_out

DEMAND = np.array([4.0, 10.0, 0.5, 4.0])
STOCK_DAYS = np.array([14.0, 10.0, 40.0, 20.0])


def test_a_force_within_reach_gets_everything_and_a_larger_one_its_share():
    assert share_arriving(largest_force=120_000, persons=100_000) == 1
    assert share_arriving(largest_force=25_000, persons=100_000) == 0.25
    assert share_arriving(largest_force=0, persons=100_000) == 0


def test_ammunition_laid_in_for_a_battle_lasts_longer_in_peace():
    days = stock_days_equivalent(
        policy_days=np.array([14.0, 14.0, 7.0, 14.0]),
        demand_kg_per_person_day=DEMAND,
        ammunition_kg_per_person_day=20.0,
    )
    assert days == pytest.approx([14, 14, 7 * 20 / 0.5, 14])


def test_a_class_nobody_uses_never_runs_out():
    days = stock_days_equivalent(
        policy_days=np.full(4, 7.0),
        demand_kg_per_person_day=np.array([1.0, 1.0, 0.0, 1.0]),
        ammunition_kg_per_person_day=0,
    )
    assert days.tolist() == [7, 7, float("inf"), 7]


def test_with_nothing_arriving_the_smallest_stock_decides():
    found = stock_out(arriving=0.0, stock_days=STOCK_DAYS, persons=1000, horizons_days=(7, 30))
    assert found.days == 10
    assert found.person_days.tolist() == [[0, 0, 0, 0], [16_000, 20_000, 0, 10_000]]


def test_half_arriving_makes_stocks_last_twice_as_long_and_half_the_force_go_without():
    found = stock_out(arriving=0.5, stock_days=STOCK_DAYS, persons=1000, horizons_days=(7, 30))
    assert found.days == 20
    assert found.person_days[1] == pytest.approx([0.5 * 1000 * 2, 0.5 * 1000 * 10, 0, 0])


@pytest.mark.parametrize("arriving", [1.0, 0.9])
def test_what_outlasts_the_longest_horizon_counts_as_never(arriving):
    found = stock_out(arriving=arriving, stock_days=STOCK_DAYS, persons=1000, horizons_days=(7, 90))
    assert found.days == 90
    assert not found.person_days.any()
