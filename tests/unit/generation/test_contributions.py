"""Whether those who are counted on can lead a force."""

import numpy as np
import pytest

from peacebrief.generation.supply.membership import Membership


@pytest.mark.parametrize(
    ("counted_on", "needed", "led"),
    [(["a", "c"], 1, True), (["b", "c"], 1, False), (["a", "b"], 2, False), ([], 0, True), (["a", "d"], 2, True)],
)
def test_a_force_is_led_where_framework_nations_enough_are_counted_on(counted_on, needed, led):
    four = np.ones(4)
    members = Membership(
        names=("a", "b", "c", "d"), armies=four, counted=four, committed=four, most=four, shares=four,
        positions=("yes",) * 4, framework=(True, False, False, True), needed=needed,
    )  # fmt: skip
    assert members.is_led_by(counted_on) is led
