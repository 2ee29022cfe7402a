"""The last mile: what the lorries of the force carry, and what hired ones add."""

import numpy as np
import pytest

from peacebrief.logistics.demand.last_mile import NO_LIMIT, last_mile_force, limiting_vehicle, own_cover, reached


def test_ten_lorries_a_thousand_that_carry_seven_tonnes_bring_seventy_kilogrammes_a_head():
    assert own_cover(own_per_1000=10, tonnes_each=7.0, needed_kg=50.0) == pytest.approx(1.4)


def test_hired_lorries_make_up_for_what_each_soldier_lacks():
    """A hundred soldiers lack ten kilogrammes each: a tonne a day, which one hired lorry brings."""
    found = reached(own_per_1000=5, tonnes_each=8.0, needed_kg=50.0, hired=1.0, hired_tonnes_each=1.0)
    assert found == pytest.approx(100)
    twice = reached(own_per_1000=5, tonnes_each=8.0, needed_kg=50.0, hired=2.0, hired_tonnes_each=1.0)
    assert twice == pytest.approx(200)


def test_a_force_that_carries_all_it_needs_has_no_limit_and_one_without_help_cannot_be_fed():
    enough, none = (
        reached(own_per_1000=own, tonnes_each=8.0, needed_kg=50.0, hired=hired, hired_tonnes_each=10.0)
        for own, hired in ((7.0, 5.0), (0.0, 0.0))
    )
    assert (enough, none) == (NO_LIMIT, 0.0)


def test_the_smaller_of_lorries_and_tankers_decides_in_every_draw():
    lorries, tankers = np.array([5.0, 20.0]), np.array([10.0, 10.0])
    assert last_mile_force(by_lorry=lorries, by_tanker=tankers).tolist() == [5.0, 10.0]


@pytest.mark.parametrize(("lorries", "tankers", "told"), [(5, 9, "lorries of"), (9, 5, "fuel tankers of")])
def test_the_vehicles_that_limit_are_named(lorries, tankers, told):
    central = {"reached.lorries.hard": lorries, "reached.tankers.hard": tankers}
    assert limiting_vehicle(central, "hard").startswith(told)
