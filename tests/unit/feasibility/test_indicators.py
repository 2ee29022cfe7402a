"""Next steps: distance to a threshold."""

import pytest

from peacebrief.feasibility.next_step import distance


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [(15, "at_least", 10), (25, "at_least", 0), (30, "at_least", -5), (30, "at_most", 5), (15, "at_most", -10)],
)
def test_distance_is_what_is_missing_whichever_way_the_indicator_must_move(value, direction, expected):
    assert distance(value=value, threshold=25.0, direction=direction) == expected


def test_an_unknown_direction_is_refused():
    with pytest.raises(ValueError, match="wanted at_least or at_most at its threshold, not up"):
        distance(value=1.0, threshold=2.0, direction="up")
