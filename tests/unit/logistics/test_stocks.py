"""Stocks: properties, whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.stocks.stock_level import held_stock, outage_stock, safety_stock, stock

POSITIVE = st.floats(0.1, 1e4)


@given(daily=POSITIVE, days=POSITIVE, variation=st.floats(0, 1), transit=st.floats(0, 10), more=st.floats(0, 5))
def test_a_higher_service_factor_never_lowers_the_safety_stock(daily, days, variation, transit, more):
    told = {"daily": daily, "days": days, "demand_variation": variation, "transit_variation": transit}
    assert safety_stock(**told, service_factor=1.0 + more) >= safety_stock(**told, service_factor=1.0)


@given(daily=POSITIVE, days=POSITIVE)
def test_certain_demand_and_transit_need_no_safety_stock(daily, days):
    still = safety_stock(daily=daily, days=days, demand_variation=0.0, transit_variation=0.0, service_factor=2.05)
    assert still == 0


def test_the_safety_stock_covers_its_share_of_a_simulated_lead_time():
    """A factor of 1.645 covers 95 per cent of normal demand over a normal lead time (Silver, Pyke and Thomas)."""
    rng = np.random.default_rng(3)
    daily, days, variation, transit = 100.0, 14.0, 0.2, 1.5
    lead = rng.normal(days, transit, 400_000)
    demand = lead * daily + rng.normal(0, 1, lead.size) * variation * daily * np.sqrt(np.maximum(lead, 0))
    safety = safety_stock(
        daily=daily, days=days, demand_variation=variation, transit_variation=transit, service_factor=1.6449
    )
    covered = np.mean(demand <= held_stock(daily=daily, days=days) + safety)
    assert covered == pytest.approx(0.95, abs=0.003)


@given(daily=POSITIVE, outage=POSITIVE, reroute=POSITIVE)
def test_an_outage_shorter_than_the_way_round_needs_no_stock(daily, outage, reroute):
    bridged = outage_stock(daily=daily, outage_days=outage, reroute_days=outage + reroute)
    assert bridged == 0
    assert stock(held=1.0, safety=2.0, outage=bridged) == 3
