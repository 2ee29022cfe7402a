"""Draws counted by the gates they pass."""

import numpy as np
import pytest

from peacebrief.feasibility.gates.pass_patterns import pattern, patterns


def test_every_pattern_says_which_gates_it_stands_for():
    table = np.random.default_rng(1).random((5, 200)) < 0.5
    assert (patterns(5)[:, pattern(table)] == table).all()


def test_too_many_gates_are_refused():
    with pytest.raises(ValueError, match="at most 16 gates"):
        pattern(np.ones((17, 1), dtype=bool))
