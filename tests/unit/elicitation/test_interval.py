"""Intervals at one certainty, and their averages, as worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacebrief.elicitation.interval import at_certainty, quantile_average, whole_range, within


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        (0.9, [0.2, 0.4, 0.5]),
        # 0.4 - 0.2 x 0.9/0.6 = 0.1, and 0.4 + 0.1 x 1.5 = 0.55.
        (0.6, [0.1, 0.4, 0.55]),
        # Who is certain keeps nine tenths of the distance: 0.4 - 0.18 and 0.4 + 0.09.
        (1.0, [0.22, 0.4, 0.49]),
    ],
)
def test_ends_move_in_proportion_to_the_certainty(sure, expected):
    assert at_certainty(np.array([0.2, 0.4, 0.5]), sure) == pytest.approx(np.array(expected))


def test_many_answers_are_brought_at_once_as_each_by_itself():
    answers, sure = np.array([[0.2, 0.4, 0.5], [0.1, 0.1, 0.9]]), np.array([0.6, 0.5])
    alone = [at_certainty(one, float(how)) for one, how in zip(answers, sure, strict=True)]
    assert at_certainty(answers, sure) == pytest.approx(np.stack(alone))


def test_nobody_is_sure_of_nothing():
    with pytest.raises(ValueError, match="above 0"):
        at_certainty(np.array([0.2, 0.4, 0.5]), 0.0)


def test_percentiles_are_averaged_each_by_itself():
    """(0.1 + 0.3 + 0.5) / 3, (0.2 + 0.4 + 0.9) / 3, (0.6 + 0.6 + 0.9) / 3."""
    answers = np.array([[0.1, 0.2, 0.6], [0.3, 0.4, 0.6], [0.5, 0.9, 0.9]])
    assert quantile_average(answers) == pytest.approx([0.3, 0.5, 0.7])


def test_a_whole_range_reaches_on_to_full_certainty_and_stays_a_chance():
    """0.5 - 0.09/0.9 = 0.4, 0.5 + 0.27/0.9 = 0.8; 0.05 - 0.045/0.9 is nought, 0.05 + 0.9/0.9 above one."""
    assert whole_range((0.41, 0.5, 0.77), least=0, most=1) == (0.4, 0.5, 0.8)
    assert whole_range((0.005, 0.05, 0.95), least=0, most=1) == (0.0, 0.05, 1.0)
    assert within(np.array([-0.1, 0.5, 1.1]), least=0, most=1).tolist() == [0, 0.5, 1]


chances = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted)


@given(st.lists(chances, min_size=1, max_size=6), st.floats(0.5, 1))
def test_an_average_lies_within_the_answers_and_in_their_order(answers, sure):
    brought = at_certainty(np.array(answers), np.full(len(answers), sure))
    average = quantile_average(brought)
    assert (np.diff(average) >= -1e-12).all()
    assert (brought.min(axis=0) - 1e-9 <= average).all()
    assert (average <= brought.max(axis=0) + 1e-9).all()
