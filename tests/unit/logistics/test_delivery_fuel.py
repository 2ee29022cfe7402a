"""Fuel that delivery burns: the closed form, the loop, and where neither can be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.demand.delivery_fuel import added_fuel, burn_per_tonne, converged, fuel_with_delivery

FEW_KG_PER_TONNE = st.floats(0, 200)


@given(fuel=st.floats(1, 60), rest=st.floats(1, 60), line_haul=FEW_KG_PER_TONNE, last_mile=FEW_KG_PER_TONNE)
def test_the_closed_form_is_where_the_loop_settles(fuel, rest, line_haul, last_mile):
    share = (line_haul + last_mile) / 1000
    looped, _ = converged(lambda added: share * (fuel + rest + added), tolerance=1e-9)
    closed = fuel_with_delivery(fuel=fuel, delivered=fuel + rest, line_haul=line_haul, last_mile=last_mile)
    assert fuel + looped == pytest.approx(closed, rel=1e-6)


def test_the_loop_of_an_ordinary_delivery_settles_in_two_or_three_passes():
    # 20 kg a tonne of 21 kg a person and day; a tenth of a kilogramme a tonne is the limit.
    _, passes = converged(lambda added: 20 * (1 + added / 1000), tolerance=0.1)
    assert 2 <= passes <= 3


def test_a_loop_that_never_settles_is_told():
    with pytest.raises(ValueError, match="does not settle"):
        converged(lambda added: 2 * added + 1, tolerance=0.1)


@pytest.mark.parametrize("burnt", [1000.0, np.array([10.0, 2000.0])])
def test_delivery_that_burns_all_it_carries_is_told(burnt):
    with pytest.raises(ValueError, match="burns as much fuel as it carries"):
        fuel_with_delivery(fuel=1.0, delivered=2.0, line_haul=burnt, last_mile=0.0)


@given(distance=st.floats(0, 2000), further=st.floats(0, 2000))
def test_a_longer_way_never_burns_less(distance, further):
    told = {"payload_t": 15.0, "load_factor": 0.8, "litres_per_100km": 50.0, "kg_per_litre": 0.82}
    near, far = (burn_per_tonne(distance_km=km, **told) for km in (distance, distance + further))
    assert near <= far


def test_no_delivery_adds_no_fuel():
    after = fuel_with_delivery(fuel=12.0, delivered=20.0, line_haul=0.0, last_mile=0.0)
    assert added_fuel(before=12.0, after=after) == 0
