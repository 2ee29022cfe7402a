"""Demand: the published bands, and properties of the formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.demand.daily_demand import daily_tonnes, demand_steps, item_demand, summed
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.sampled_supply import sampled_inputs
from peacebrief.reasoning.simulate import simulate

POSITIVE = st.floats(0.01, 1e4)
# Tonnes a day of 30,000 and 100,000 troops at p5, p50 and p95: triangular, independent factors, bulk water local.
# Source: the Monte Carlo of the logistics evidence, 20,000 draws of NumPy's own triangular distribution.
PUBLISHED = {
    "garrison": {30_000: (516, 680, 850), 100_000: (1_720, 2_265, 2_832)},
    "elevated": {30_000: (857, 1_080, 1_355), 100_000: (2_856, 3_600, 4_517)},
    "high_intensity": {30_000: (2_366, 3_000, 3_790), 100_000: (7_886, 10_000, 12_635)},
}


@pytest.fixture(scope="module")
def tally(real):
    inputs = LogisticsInputs.from_record(real.record | {"draws": 2**15})
    steps = {step.id: step for step in demand_steps(inputs)}
    return simulate(inputs, steps, sampled_inputs(inputs)).tally


@pytest.mark.parametrize("posture", PUBLISHED)
def test_independent_rates_give_the_published_bands(tally, posture):
    spread = tally.spread(f"independent.{posture}")
    for persons, published in PUBLISHED[posture].items():
        tonnes = [daily_tonnes(persons=persons, kg_per_person_day=kg) for kg in (spread.p5, spread.p50, spread.p95)]
        assert tonnes == pytest.approx(published, rel=0.05)


@pytest.mark.parametrize("posture", PUBLISHED)
def test_rates_that_move_together_give_a_wider_band_about_the_same_middle(tally, posture):
    together, apart = tally.spread(f"demand.{posture}"), tally.spread(f"independent.{posture}")
    assert together.p5 < apart.p5
    assert together.p95 > apart.p95
    assert together.p50 == pytest.approx(apart.p50, rel=0.02)


def test_draws_agree_with_a_plain_simulation_in_numpy(tally, real):
    """An independent Monte Carlo with NumPy's own triangular distribution."""
    rng = np.random.default_rng(11)
    kg = np.zeros(200_000)
    for row in real.record["consumption"]:
        if row["posture"] == "garrison":
            low, central, high = row["low"], row["central"], row["high"]
            kg += rng.triangular(low, central, high, kg.size) * row["kg_per_unit"] * row["cross_border_share"]
    spread = tally.spread("independent.garrison")
    assert [spread.p5, spread.p50, spread.p95] == pytest.approx(np.quantile(kg, [0.05, 0.5, 0.95]), rel=0.005)


@given(rate=POSITIVE, share=st.floats(0, 1), less=st.floats(0, 1))
def test_buying_more_in_the_theatre_never_raises_what_crosses_the_border(rate, share, less):
    usual = item_demand(rate=rate, kg_per_unit=1.0, cross_border_share=share)
    assert item_demand(rate=rate, kg_per_unit=1.0, cross_border_share=share * less) <= usual


def test_nothing_adds_up_to_nothing():
    assert summed() == 0
