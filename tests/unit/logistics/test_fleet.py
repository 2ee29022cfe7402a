"""Fleets: properties, whatever the numbers."""

from hypothesis import given
from hypothesis import strategies as st

from peacebrief.logistics.demand.fleet import cycle_hours, fleet, tonnes_per_vehicle

POSITIVE = st.floats(0.1, 1e4)
SHARE = st.floats(0.05, 1)


def lorries(*, tonnes, distance, availability=0.75, hours=10.0):
    cycle = cycle_hours(last_mile_distance=distance, speed_kmh=35.0, handling_hours=4.0)
    each = tonnes_per_vehicle(
        cycle_hours=cycle, payload_t=15.0, load_factor=0.8, availability=availability, hours_per_day=hours
    )
    return fleet(tonnes_per_day=tonnes, tonnes_per_vehicle=each)


@given(tonnes=POSITIVE, distance=POSITIVE, further=POSITIVE)
def test_a_longer_last_mile_never_needs_fewer_lorries(tonnes, distance, further):
    assert lorries(tonnes=tonnes, distance=distance + further) >= lorries(tonnes=tonnes, distance=distance)


@given(tonnes=POSITIVE, distance=POSITIVE, availability=SHARE)
def test_lorries_in_the_workshop_are_replaced(tonnes, distance, availability):
    assert lorries(tonnes=tonnes, distance=distance, availability=availability) >= lorries(
        tonnes=tonnes, distance=distance, availability=1.0
    )


@given(tonnes=POSITIVE, distance=POSITIVE)
def test_a_double_shift_halves_the_fleet(tonnes, distance):
    usual = lorries(tonnes=tonnes, distance=distance)
    assert abs(2 * lorries(tonnes=tonnes, distance=distance, hours=20.0) - usual) <= 1e-9 * usual
