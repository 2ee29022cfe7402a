"""The exact paired test, against scipy and against every way of setting signs."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from peacebrief.sizing.history.paired_test import paired_chance
from peacebrief.sizing.history.past_mission import Mission
from peacebrief.sizing.history.skill import on_kind

MISSES = st.integers(0, 12).map(lambda tenths: tenths / 10)
PAIRS = st.lists(st.tuples(MISSES, MISSES), min_size=1, max_size=8)


def split(pairs):
    own, other = zip(*pairs, strict=True)
    return np.array(own), np.array(other)


@pytest.mark.parametrize("seed", range(6))
def test_without_ties_it_is_the_signed_rank_test_of_scipy(seed):
    rng = np.random.default_rng(seed)
    own, other = rng.random(5 + 4 * seed), 0.2 * seed / 5 + rng.random(5 + 4 * seed)
    expected = stats.wilcoxon(other, own, alternative="greater", method="exact").pvalue
    assert paired_chance(own, other) == pytest.approx(expected, rel=1e-12)


@given(PAIRS)
def test_with_ties_it_is_the_share_of_all_signs_whose_ranks_add_up_to_as_much(pairs):
    own, other = split(pairs)
    gained = np.round(other - own, 9)
    gained = gained[gained != 0]
    ranks = stats.rankdata(np.abs(gained))
    observed = ranks[gained > 0].sum()
    signs = list(product((0, 1), repeat=len(gained)))
    reached = sum(float(np.dot(ways, ranks)) >= observed - 1e-9 for ways in signs)
    assert paired_chance(own, other) == pytest.approx(reached / len(signs), rel=1e-12)


@given(PAIRS)
def test_what_speaks_for_one_speaks_against_the_other(pairs):
    own, other = split(pairs)
    assert paired_chance(own, other) + paired_chance(other, own) >= 1 - 1e-12


def test_where_nothing_differs_luck_explains_everything():
    assert paired_chance(np.ones(9), np.ones(9)) == 1.0


def test_a_smaller_typical_miss_alone_is_no_skill():
    """Defect d: the median of the misses is smaller by six per cent, and the difference is noise."""
    own = np.array([0.05, 0.2015, 0.9, 0.19, 0.6, 0.21, 0.3])
    other = np.array([0.06, 0.2131, 0.5, 0.15, 0.5, 0.26, 0.33])
    assert np.median(own) < np.median(other)
    assert paired_chance(own, other) > 0.3


def missions_along_a_line(count):
    return [
        Mission(id=f"M{place}", name=f"M{place}", held_out=False, type="observer", mandate_level=0.0,
                state_adversary=1.0, sizing_driver="line", strength=100.0 * 2**place, line_km=20.0 * 2**place,
                population=None, lead="UN")
        for place in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("count", [6, 8, 10])
def test_a_rule_that_fits_every_mission_of_a_kind_has_the_least_chance_that_there_is(count):
    found = on_kind("per_line_km", missions_along_a_line(count), "observer")
    assert found.shows_skill
    assert found.luck == pytest.approx(0.5**count)


def test_four_missions_of_a_kind_score_nothing():
    assert on_kind("per_line_km", missions_along_a_line(4), "observer") is None
    assert on_kind("per_line_km", missions_along_a_line(9), "enforcement") is None
