"""Cost: properties, whatever the numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.cost.carriage import leg_cost
from peacebrief.logistics.cost.mission_cost import camp_cost, deployment_cost, fuel_burden_cost, soldier_cost

POSITIVE = st.floats(0.1, 1e6)


@given(persons=POSITIVE, each=POSITIVE, ratio=st.floats(1, 5))
def test_a_tenser_posture_never_costs_less(persons, each, ratio):
    calm = soldier_cost(persons=persons, per_person_year=each, posture_ratio=1.0)
    assert soldier_cost(persons=persons, per_person_year=each, posture_ratio=ratio) >= calm


@given(persons=POSITIVE, burden=st.floats(0, 1))
def test_a_burden_below_the_price_is_no_gain(persons, burden):
    told = {"persons": persons, "kg_per_person_day": 12.3, "kg_per_litre": 0.82, "per_litre": 0.85}
    assert fuel_burden_cost(**told, burden=burden) == 0


@given(km=POSITIVE, price=POSITIVE, ratio=st.floats(1, 5))
def test_war_risk_never_makes_a_leg_cheaper(km, price, ratio):
    usual = leg_cost(km_per_tonne=km, per_tkm=price, ratio=1.0)
    assert leg_cost(km_per_tonne=km, per_tkm=price, ratio=ratio) >= usual


@given(persons=POSITIVE, more=POSITIVE)
def test_what_is_paid_once_is_in_proportion_to_the_force(persons, more):
    def once(size):
        carried = deployment_cost(persons=size, mass_t_per_person=6.0, per_tonne=100.0, convoy_ratio=3.0)
        return carried + camp_cost(persons=size, per_person=4e4, camp_t_per_person=1.5, per_tonne=100.0)

    assert once(persons + more) == pytest.approx(once(persons) + once(more))
