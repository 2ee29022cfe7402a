"""Clipping: what is inside stays, what is outside goes, by hand and by area."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.geography import Rectangle, clipped_ring, clipped_segment

FRAME = Rectangle(0, 0, 10, 10)
SPOTS = st.tuples(st.floats(-20, 30), st.floats(-20, 30))


def area(ring):
    return abs(float(np.sum(ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1]))) / 2 if len(ring) else 0.0


def box(left, bottom, right, top):
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return np.array(corners, dtype=float)


@pytest.mark.parametrize(
    ("ring", "left_over"),
    [(box(2, 2, 4, 4), 4), (box(-5, -5, 5, 5), 25), (box(-5, -5, 15, 15), 100), (box(20, 0, 30, 10), 0)],
)
def test_the_area_left_is_that_of_the_overlap(ring, left_over):
    assert area(clipped_ring(ring, FRAME)) == pytest.approx(left_over)


@given(st.lists(SPOTS, min_size=3, max_size=3))
def test_a_clipped_triangle_is_closed_inside_the_frame_and_no_larger(corners):
    ring = np.array([*corners, corners[0]])
    left = clipped_ring(ring, FRAME)
    assert area(left) <= min(area(ring), 100) + 1e-6
    if len(left):
        assert np.array_equal(left[0], left[-1])
        assert (left >= -1e-9).all()
        assert (left <= 10 + 1e-9).all()


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        ((-5, 5), (5, 5), ((0, 5), (5, 5))),
        ((2, 2), (3, 7), ((2, 2), (3, 7))),
        ((-10, 0), (10, 20), None),
        ((-5, 12), (15, 12), None),
        ((5, -5), (5, 15), ((5, 0), (5, 10))),
    ],
)
def test_a_line_is_cut_where_it_leaves_the_frame(start, end, left):
    found = clipped_segment(start, end, FRAME)
    if left is None:
        assert found is None or found[0] == pytest.approx(found[1])
    else:
        np.testing.assert_allclose(found, left)


@given(SPOTS, SPOTS)
def test_a_cut_line_has_no_part_outside_and_loses_none_inside(start, end):
    found = clipped_segment(start, end, FRAME)
    for share in np.linspace(0, 1, 41):
        spot = [first + share * (last - first) for first, last in zip(start, end, strict=True)]
        if FRAME.widened(-1e-6).holds(*spot):
            assert found is not None
    if found:
        assert all(FRAME.widened(1e-6).holds(*spot) for spot in found)
