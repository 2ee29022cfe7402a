"""Next steps: distance to a threshold."""

import numpy as np
import pytest

from peacebrief.feasibility.indicators import chance_reached, distance, times_to_go


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [(15, "at_least", 10), (25, "at_least", 0), (30, "at_least", -5), (30, "at_most", 5), (15, "at_most", -10)],
)
def test_distance_is_what_is_missing_whichever_way_the_indicator_must_move(value, direction, expected):
    assert distance(value=value, threshold=25.0, direction=direction) == expected


def test_the_chance_counts_the_draws_at_the_threshold_as_reached():
    assert chance_reached(value=np.array([1.0, 2.0, 3.0, 4.0]), threshold=2.0) == 0.75
    assert chance_reached(value=np.array([1.0, 2.0, 3.0, 4.0]), threshold=2.0, direction="at_most") == 0.5


def test_an_unknown_direction_and_a_value_of_nothing_are_refused():
    with pytest.raises(ValueError, match="wanted at_least or at_most at its threshold, not up"):
        distance(value=1.0, threshold=2.0, direction="up")
    with pytest.raises(ValueError, match="value of the indicator must be above zero"):
        times_to_go(value=0.0, threshold=2.0)
