"""Past misses in the days of arrival, and a part of the force that waits next door."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts
from peacebrief.logistics.deployment.arrival import days_with_misses, deployment_days
from peacebrief.logistics.deployment.option_arrival import (
    option_arrival,
    option_arrival_from_home,
    option_arrival_with_misses,
    rate_from_next_door,
    staged_in_place,
)
from peacebrief.logistics.deployment.past_misses import miss_ratios
from peacebrief.logistics.given import LogisticsInputs

PERSONS, RATE, DAYS = st.floats(1e3, 2e5), st.floats(50, 5000), st.floats(1, 100)


@given(persons=PERSONS, rate=RATE, first=DAYS)
def test_a_move_that_misses_nothing_takes_the_days_at_the_rate(persons, rate, first):
    told = {"persons": persons, "rate": rate, "first_day": first}
    assert days_with_misses(**told, miss=1.0) == pytest.approx(deployment_days(**told))


def test_only_the_days_of_moving_are_missed():
    # 30,000 at 1,480 a day are 20.3 days; twice that, after 59 days of decision, readiness and way: by hand.
    assert days_with_misses(persons=30_000.0, rate=1480.0, miss=2.0, first_day=59.0) == pytest.approx(99.54, abs=0.01)


@given(persons=PERSONS, rate=RATE, first=DAYS, share=st.floats(0, 1), more=st.floats(0, 1))
def test_more_troops_next_door_never_make_the_rest_later(persons, rate, first, share, more):
    def arrived(staged):
        return option_arrival(persons=persons, staged=staged, rate=rate, first_day=first, staged_in_place=0.0)

    assert arrived(min(share + more, 1.0)) <= arrived(share) + 1e-9


@given(persons=PERSONS, rate=RATE, first=DAYS)
def test_with_nobody_next_door_all_come_from_home(persons, rate, first):
    home = option_arrival_from_home(persons=persons, rate=rate, first_day=first)
    told = {"persons": persons, "staged": 0.0, "first_day": first, "staged_in_place": 14.0}
    assert option_arrival(**told, rate=rate) == pytest.approx(max(home, 14.0))
    assert option_arrival_with_misses(**told, rate=rate, miss=1.0) == pytest.approx(max(home, 14.0))


def test_troops_next_door_skip_readiness_and_the_way():
    # KFOR: 14,000 of 19,300 staged next door were inside two days after entry, that is 7,000 a day.
    assert staged_in_place(persons=19_300.0, staged=1.0, rate=7000.0, decision_days=0.0) == pytest.approx(
        2.76, abs=0.01
    )
    assert rate_from_next_door(
        border=np.array([10.0, 40.0]), onward=np.array([20.0, 30.0]), deployment_efficiency=0.5, deployment_mass=5.0
    ).tolist() == [1.0, 3.0]


@pytest.fixture(scope="module")
def planned(island_stages):
    """The facts of the stage for the miniature, with some of its tables changed."""

    def of(**tables):
        record = copy.deepcopy(island_stages["logistics"]) | {"draws": 512}
        record |= {name: change(record[name]) for name, change in tables.items()}
        usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 8
        facts = {fact["id"]: fact for fact in plan_logistics(record)["facts"]}
        drawn_cuts.SAMPLE = usual
        return facts

    return of


@pytest.fixture(scope="module")
def facts(planned):
    return planned()


def test_the_misses_are_those_of_the_deployments_held_out(island_stages, facts):
    ratios = miss_ratios(LogisticsInputs.from_record(island_stages["logistics"]))
    # By hand: 18,000 over two lines at 300 a day are 30 days, as observed; 900 vehicles at 120 a day 7.5, 20 observed.
    assert ratios == pytest.approx({"second": 1.0, "third": 20 / 7.5})
    tests = {name: 1 / facts[f"logistics.loc_test.{name}.ratio"]["value"] for name in ratios}
    assert tests == pytest.approx(ratios)
    miss = facts["logistics.deployment_miss"]
    assert (miss["p5"], miss["p95"]) == pytest.approx((min(ratios.values()), max(ratios.values())), rel=0.01)


def test_every_size_has_its_days_with_misses_beside_it(island_stages, facts):
    for size in island_stages["logistics"]["logistics"]["sizes"]:
        missed = facts[f"logistics.deployment_days_with_misses.{size}"]
        rate, first = facts["logistics.deployment_rate.central"]["value"], facts["logistics.deployment_first_day"]
        # The longest of the two misses beyond the middle of the first day, and no miss before it.
        assert first["p5"] + size / rate < missed["p5"] < missed["p50"] < missed["p95"]
        assert missed["p95"] < first["p95"] + size / rate * 20 / 7.5 + 1


def test_with_a_single_test_there_is_no_band(planned):
    found = planned(deployments=lambda rows: [row for row in rows if row["case"] != "THIRD"])
    assert not [name for name in found if "with_misses" in name or "deployment_miss" in name]


def test_an_option_without_a_row_has_nobody_next_door(planned, facts):
    found = planned(staged=lambda _: [])
    assert not [name for name in found if "staged_share" in name]
    for option in ("observers", "separation"):
        home = found[f"logistics.option_arrival_from_home.{option}"]
        assert home["p50"] == facts[f"logistics.option_arrival_from_home.{option}"]["p50"]
        assert found[f"logistics.option_arrival.{option}"]["p50"] == home["p50"]
    assert facts["logistics.option_arrival.separation"]["p50"] < home["p50"]
