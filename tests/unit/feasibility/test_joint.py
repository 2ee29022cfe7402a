"""All gates together: the factor that ties them, the bounds that hold whatever ties them, and judged ranges."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import ndtr, ndtri
from scipy.stats import beta, norm
from unit.feasibility.test_gates import gate_odds, judged

from peacebrief.feasibility.gates.joint_bounds import highest_joint, lowest_joint, share_reaching
from peacebrief.feasibility.gates.pass_patterns import opened_joint
from peacebrief.reasoning.attitude import ties_of
from peacebrief.uncertainty import Quantity, Tie

SHARE = st.floats(0, 1)
LOADING = Quantity(id="attitude_loading", origin="l", distribution="pert", low=0.5, central=0.7, high=0.9)


def attitude(loading=LOADING, **signs):
    return {name: Tie(factor="moscow", loading=sign, origin="x", drawn=loading) for name, sign in signs.items()}


def held(loading):
    return Quantity(id="attitude_loading", origin="l", distribution="fixed", central=loading)


def joint_at(chances, loading):
    """Gates that follow a factor, by integration over the factor: each is passed where its uniform is low."""

    def integrand(z):
        passed = [ndtr((ndtri(chance) - loading * z) / math.sqrt(1 - loading**2)) for chance in chances]
        return norm.pdf(z) * math.prod(passed)

    return quad(integrand, -8, 8, limit=200)[0]


def test_gates_that_follow_an_attitude_pass_together_as_integration_over_factor_and_loading_says():
    chances = {"vote": 0.3, "acquiescence": 0.55, "consent": 0.8}
    odds = gate_odds(judged(chances, attitude(vote=1.0, acquiescence=1.0)), draws=2**17, seed=7)
    weights = beta(3, 3, loc=0.5, scale=0.4)
    tied = quad(lambda loading: weights.pdf(loading) * joint_at([0.3, 0.55], loading), 0.5, 0.9)[0]
    assert odds.joint == pytest.approx(tied * 0.8, abs=0.003)
    assert odds.gates == pytest.approx(chances, abs=0.003)


@pytest.mark.parametrize("loading", [0.5, 0.7, 0.9])
def test_a_loading_without_a_range_gives_the_same_as_integration_over_the_factor(loading):
    chances = {"vote": 0.12, "acquiescence": 0.4}
    odds = gate_odds(judged(chances, attitude(held(loading), vote=1.0, acquiescence=1.0)), draws=2**16, seed=3)
    assert odds.joint == pytest.approx(joint_at([0.12, 0.4], loading), abs=0.003)


def test_without_a_loading_chances_multiply_and_with_all_of_it_the_weakest_gate_decides():
    chances = {"vote": 0.3, "acquiescence": 0.55}
    apart, one = (
        gate_odds(judged(chances, attitude(held(loading), vote=1.0, acquiescence=1.0)), draws=2**15, seed=3)
        for loading in (0.0, 1.0)
    )
    assert apart.joint == pytest.approx(0.3 * 0.55, abs=0.004)
    assert one.joint == pytest.approx(0.3, abs=0.015)


def test_a_stream_that_falls_with_the_attitude_fails_where_gates_pass():
    chances = {"vote": 0.5, "peace": 0.5}
    odds = gate_odds(judged(chances, attitude(held(0.7), vote=1.0, peace=-1.0)), draws=2**15, seed=3)
    assert odds.joint == pytest.approx(0.25 + math.asin(-(0.7**2)) / (2 * math.pi), abs=0.004)


RECORD = {
    "correlations": [{"factor": "will", "quantity": "position.x", "loading": 0.4, "origin": "c"}],
    "attitude": [
        {"factor": "moscow", "quantity": "gate.G1", "origin": "a1"},
        {"factor": "moscow", "quantity": "positions", "origin": "a2"},
    ],
}


def test_positions_of_all_contributors_follow_with_their_own_tie_beneath():
    ties = ties_of(RECORD, [LOADING], contributors=["x", "y"])
    assert set(ties) == {"gate.G1", "position.x", "position.y"}
    assert (ties["gate.G1"].loading, ties["position.y"].loading) == (1.0, -1.0)
    assert ties["position.x"].before.loading == 0.4
    assert ties["position.y"].before is None


def test_an_attitude_without_a_loading_is_refused():
    with pytest.raises(ValueError, match="needs attitude_loading"):
        ties_of(RECORD, [])


@given(chances=st.lists(SHARE, min_size=1, max_size=4), data=st.data())
def test_any_joint_chance_lies_within_its_bounds(chances, data):
    """Events with these chances, laid on a circle from any start: no way to lay them leaves the bounds."""
    starts = [data.draw(SHARE) for _ in chances]
    points = (np.arange(2000) + 0.5) / 2000
    passed = np.all([(points - start) % 1 < chance for start, chance in zip(starts, chances, strict=True)], axis=0)
    assert lowest_joint(chances) - 0.005 <= passed.mean() <= highest_joint(chances) + 0.005


def test_bounds_are_reached():
    assert lowest_joint([0.7, 0.6]) == pytest.approx(0.3)  # one fails just where the other passes
    assert lowest_joint([0.4, 0.5]) == 0
    assert highest_joint([0.7, 0.6]) == 0.6


@pytest.mark.parametrize(
    ("span", "threshold"),
    [((0.05, 0.12, 0.3), 0.2), ((0.1, 0.25, 0.5), 0.4), ((0.3, 0.5, 0.7), 0.2), ((0.1, 0.2, 0.3), 0.3),
     ((0.1, 0.2, 0.3), 0.31), ((0.2, 0.2, 0.2), 0.2)],
)  # fmt: skip
def test_the_share_of_a_judged_range_at_or_above_a_threshold_is_that_of_many_draws(span, threshold):
    low, central, high = span
    width = (high - low) or 1
    draws = low + (high - low) * np.random.default_rng(1).beta(
        1 + 4 * (central - low) / width, 1 + 4 * (high - central) / width, 200_000
    )
    found = Quantity(id="x", origin="x", distribution="pert", low=low, central=central, high=high)
    assert share_reaching(found, threshold=threshold) == pytest.approx((draws >= threshold).mean(), abs=0.004)


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any), st.lists(SHARE, min_size=3, max_size=3))
def test_gates_opened_by_conditions_pass_together_as_in_draws_that_conditions_open_at_random(weights, luck):
    """Draws counted one by one: each that failed a gate is opened with the chance that lifts the gate as judged."""
    total = sum(weights)
    passed = [sum(w for code, w in enumerate(weights) if code >> gate & 1) / total for gate in range(3)]
    opened = [before + (1 - before) * one for before, one in zip(passed, luck, strict=True)]
    expected = sum(
        w * math.prod(1 if code >> gate & 1 else (luck[gate] if passed[gate] < 1 else 0) for gate in range(3))
        for code, w in enumerate(weights)
    )
    shares = [w / total for w in weights]
    assert opened_joint(shares, opened=opened) == pytest.approx(expected / total, abs=1e-9)
    assert opened_joint(shares, opened=passed) == pytest.approx(shares[-1], abs=1e-9)
