"""Movements: properties, whatever the numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.demand.movement import loads, vehicle_trains, vehicles_by_road

POSITIVE = st.floats(0.1, 1e5)


@given(vehicles=POSITIVE, rail=st.floats(0, 1), per_train=st.floats(1, 60))
def test_every_vehicle_goes_by_rail_or_by_road(vehicles, rail, per_train):
    by_rail = vehicle_trains(vehicles=vehicles, rail_share=rail, vehicles_per_train=per_train) * per_train
    assert by_rail + vehicles_by_road(vehicles=vehicles, rail_share=rail) == pytest.approx(vehicles)


@given(tonnes=POSITIVE, payload=st.floats(1, 4000), filled=st.floats(0.1, 1))
def test_emptier_trains_are_more_trains(tonnes, payload, filled):
    full = loads(tonnes=tonnes, payload_t=payload, load_factor=1.0)
    assert loads(tonnes=tonnes, payload_t=payload, load_factor=filled) >= full
