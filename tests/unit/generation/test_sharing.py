"""Quotas, the burden table and the rotation schedule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.generation.allocation.allocation_task import Contributor, Task
from peacebrief.generation.allocation.burden_sharing import burden_table, pool, rotation_schedule, tours_in
from peacebrief.generation.allocation.fair_allocation import allocated
from peacebrief.generation.allocation.option_task import capped_quotas, largest_remainder, quotas

QUICK = settings(max_examples=min(60, settings.default.max_examples))
WEIGHTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 1000), min_size=1)


def task(*, ratio=4, requirement=40):
    armies = {"A": (1000, 4), "B": (1000, 100), "C": (2000, 100)}
    contributors = tuple(
        Contributor(name=name, army=army, ratio=ratio, deployable=most, limits={"brigades": 100})
        for name, (army, most) in armies.items()
    )
    return Task(contributors=contributors, requirement={"brigades": requirement})


def test_largest_remainders_are_those_of_the_textbook():
    # Hamilton's method, the usual example: 47, 16, 15.9, 12, 6 and 3.1 per cent of the votes for ten seats.
    # Seven seats go by whole quotas; the other three to the remainders .7, .6 and .6, before .59.
    votes = {"yellows": 47_000, "whites": 16_000, "reds": 15_900, "greens": 12_000, "blues": 6_000, "pinks": 3_100}
    expected = {"yellows": 5, "whites": 2, "reds": 1, "greens": 1, "blues": 1, "pinks": 0}
    assert largest_remainder(total=10, weights=votes) == expected


@QUICK
@given(total=st.integers(0, 5000), weights=WEIGHTS)
def test_quotas_add_up_and_stay_within_one_of_proportion(total, weights):
    found = largest_remainder(total=total, weights=weights)
    assert sum(found.values()) == total
    whole = sum(weights.values())
    assert all(abs(found[name] * whole - total * weight) < whole for name, weight in weights.items())


@QUICK
@given(total=st.integers(0, 3000), weights=WEIGHTS, limits=st.lists(st.integers(0, 500), min_size=8, max_size=8))
def test_capped_quotas_keep_the_limits_and_share_all_that_the_limits_allow(total, weights, limits):
    most = dict(zip("abcdefgh", limits, strict=True))
    found = capped_quotas(total=total, weights=weights, limits=most)
    assert all(found[name] <= most[name] for name in weights)
    assert sum(found.values()) == min(total, sum(most[name] for name in weights))


def test_what_one_cannot_send_is_shared_among_the_others():
    # 40 by 1 : 1 : 2 asks 10 of A, which has 4; the other 36 go 1 : 2.
    assert capped_quotas(total=40, weights={"A": 1, "B": 1, "C": 2}, limits={"A": 4, "B": 99, "C": 99}) == {
        "A": 4,
        "B": 12,
        "C": 24,
    }


def test_something_to_share_among_nobody_is_refused():
    with pytest.raises(ValueError, match="10 cannot be shared"):
        largest_remainder(total=10, weights={"A": 0})
    with pytest.raises(ValueError, match="must be zero or more"):
        largest_remainder(total=-1, weights={"A": 1})


@QUICK
@given(requirement=st.integers(1, 250))
def test_the_allocation_never_ties_up_a_larger_share_of_any_army_than_the_quotas_do(requirement):
    asked = task(requirement=requirement)
    found, baseline = allocated(task=asked), quotas(task=asked)
    assert found.force == sum(row["brigades"] for row in baseline.values())
    largest = max(found.troops[one.name]["brigades"] / one.army for one in asked.contributors)
    assert largest <= max(baseline[one.name]["brigades"] / one.army for one in asked.contributors)


def test_the_burden_table_says_what_each_army_carries():
    asked = task()
    rows = burden_table(allocation=allocated(task=asked), quotas=quotas(task=asked))
    assert [(row.contributor, row.deployed, row.pool, row.quota) for row in rows] == [
        ("B", 12, 48, 12),
        ("C", 24, 96, 24),
        ("A", 4, 16, 4),
    ]
    assert [row.army_share for row in rows] == [0.048, 0.048, 0.016]
    assert [row.force_share for row in rows] == [0.3, 0.6, 0.1]
    assert [row.at_limit for row in rows] == [False, False, True]


def test_a_pool_counts_whole_soldiers():
    ratio = Contributor(name="A", army=1, ratio=2.5, deployable=0, limits={}).exact_ratio()
    assert pool(deployed=7, ratio=ratio) == 18


def test_a_horizon_of_two_years_holds_four_tours_of_six_months():
    assert tours_in(horizon_months=24, tour_months=6) == 4
    assert tours_in(horizon_months=24, tour_months=9) == 3
    with pytest.raises(ValueError, match="above zero months"):
        tours_in(horizon_months=24, tour_months=0)


@pytest.mark.parametrize("ratio", [1, 1.5, 2.5, 3, 4.2, 5])
def test_no_soldier_serves_again_before_the_whole_pool_has_served(ratio):
    asked = allocated(task=task(ratio=ratio))
    served, total = {}, {}
    for tour in rotation_schedule(allocation=asked, tours=9):
        held = tour.deployed + tour.resting
        counts = served.setdefault(tour.contributor, [0] * held)
        again = 0
        for place in range(tour.first, tour.first + tour.deployed):
            again += counts[place % held] > 0
            counts[place % held] += 1
        assert (tour.returning, tour.fresh) == (again, tour.deployed - again)
        assert max(counts) - min(counts) <= 1
        total[tour.number] = total.get(tour.number, 0) + tour.deployed
    assert total == dict.fromkeys(range(1, 10), 40)


def test_at_four_to_one_four_tours_use_the_whole_pool_once():
    tours = rotation_schedule(allocation=allocated(task=task(ratio=4)), tours=4)
    assert {tour.returning for tour in tours} == {0}
    assert sum(tour.fresh for tour in tours) == 4 * 40


def test_a_schedule_without_a_tour_is_refused():
    with pytest.raises(ValueError, match="at least one tour, not 0"):
        rotation_schedule(allocation=allocated(task=task()), tours=0)
