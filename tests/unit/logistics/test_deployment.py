"""Deployment: properties of the stages and of the fan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.deployment.arrival import (
    arrived,
    deployment_days,
    first_day,
    network_rate,
    slowest,
    smaller_rate,
)

POSITIVE = st.floats(1, 1e4)


@given(persons=st.floats(1, 2e5), rate=POSITIVE, first=st.floats(0, 100))
def test_the_fan_reaches_the_force_on_the_day_of_the_deployment(persons, rate, first):
    days = deployment_days(persons=persons, rate=rate, first_day=first)
    assert arrived(day=days, persons=persons, rate=rate, first_day=first) == pytest.approx(persons)
    assert arrived(day=first, persons=persons, rate=rate, first_day=first) == 0
    assert arrived(day=days + 1000, persons=persons, rate=rate, first_day=first) == persons


@given(day=st.floats(0, 400), later=st.floats(0, 400), rate=POSITIVE)
def test_nobody_leaves_during_the_deployment(day, later, rate):
    told = {"persons": 30_000.0, "rate": rate, "first_day": 40.0}
    assert arrived(day=day + later, **told) >= arrived(day=day, **told)


@given(first=POSITIVE, second=POSITIVE, third=POSITIVE)
def test_the_slowest_stage_is_the_least(first, second, third):
    assert slowest(origin=first, trunk=third, border=second, onward=third) == min(first, second, third)
    assert smaller_rate(by_network=first, by_lines=second) == min(first, second)


@given(tonnes=POSITIVE, efficiency=st.floats(0.1, 1), mass=st.floats(1, 20), heavier=st.floats(0, 20))
def test_a_heavier_force_never_arrives_faster(tonnes, efficiency, mass, heavier):
    usual = network_rate(slowest=tonnes, deployment_efficiency=efficiency, deployment_mass=mass)
    heavy = network_rate(slowest=tonnes, deployment_efficiency=efficiency, deployment_mass=mass + heavier)
    assert heavy <= usual


def test_the_first_day_adds_up_what_comes_before_it():
    assert first_day(decision_days=14.0, readiness_days=30.0, pipeline_days=12.0) == 56
