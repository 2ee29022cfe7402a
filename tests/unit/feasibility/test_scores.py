"""Values between fixed anchors, and their draws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from peacebrief.feasibility.ranking.scores import Scores, score_chunks
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity, Tie

UNIT = ValueFunction(((0.0, 0.0), (1.0, 1.0)))
FALLING = ValueFunction(((0.0, 1.0), (5.0, 0.0)))


def measure(name, low, central, high):
    return Quantity(id=name, origin="x", distribution="pert", low=low, central=central, high=high)


def drawn(scores, rows=8192, draws=2**13, **more):
    return np.concatenate(
        [values for _, values in score_chunks(scores, draws=draws, seed=3, rows=rows, **more)], axis=2
    )


@pytest.mark.parametrize(("at", "expected"), [(-1, 1), (0, 1), (1, 0.8), (5, 0), (9, 0)])
def test_a_falling_value_function_by_hand(at, expected):
    # Cost and affordability in the register of criteria: 100 at 0 per cent of budgets, 0 at 5 per cent.
    assert FALLING(at) == pytest.approx(expected)


def test_a_value_function_may_have_anchors_between():
    # Mandate in the register of criteria: one state 0, a wide coalition 50, all of the United Nations 100.
    mandate = ValueFunction(((1.0, 0.0), (30.0, 0.5), (193.0, 1.0)))
    assert mandate(np.array([1.0, 30.0, 193.0, 15.5])).tolist() == pytest.approx([0, 0.5, 1, 0.25])


@settings(max_examples=min(40, settings.default.max_examples))
@given(first=st.floats(-10, 10), second=st.floats(-10, 10))
def test_less_is_never_worse_where_less_is_better(first, second):
    low, high = sorted((first, second))
    assert FALLING(low) >= FALLING(high)


@pytest.mark.parametrize(
    "anchors",
    [((1.0, 0.0), (0.0, 1.0)), ((0.0, 0.0), (1.0, 0.6), (2.0, 0.5), (3.0, 1.0)), ((0.0, 0.0), (1.0, 0.9)),
     ((0.0, 0.0), (0.0, 1.0)), ((0.0, 0.0), (float("nan"), 1.0))],
)  # fmt: skip
def test_anchors_out_of_order_or_without_ends_are_refused(anchors):
    with pytest.raises(ValueError, match="anchors"):
        ValueFunction(anchors)


def test_values_follow_the_pert_distribution_of_the_measure():
    scores = Scores(measures={("a", "cost"): measure("a/cost", 1, 2, 4)}, scales={"cost": FALLING})
    expected = 1 - stats.beta(1 + 4 / 3, 1 + 8 / 3, loc=1, scale=3).ppf([0.05, 0.5, 0.95]) / 5
    assert np.quantile(drawn(scores), [0.95, 0.5, 0.05]) == pytest.approx(expected, abs=0.002)


def test_options_and_criteria_stand_in_the_order_of_their_names():
    cells = {(option, name): measure(f"{option}/{name}", 0, at, 1)
             for option, at in (("b", 0.2), ("a", 0.7)) for name in ("y", "x")}  # fmt: skip
    scores = Scores(measures=cells, scales={"y": UNIT, "x": UNIT})
    turned = Scores(measures=dict(reversed(cells.items())), scales={"x": UNIT, "y": UNIT})
    assert scores.central().tolist() == [[0.7, 0.7], [0.2, 0.2]]
    assert drawn(scores).tobytes() == drawn(turned).tobytes()


def test_draws_are_the_same_however_they_are_cut():
    scores = Scores(measures={("a", "x"): measure("a/x", 0, 0.3, 1)}, scales={"x": UNIT})
    assert drawn(scores).tobytes() == drawn(scores, rows=300).tobytes()


def test_one_unknown_shared_by_two_options_is_drawn_once():
    cells = {("a", "x"): measure("public", 0, 0.3, 1), ("b", "x"): measure("public", 0, 0.3, 1)}
    first, second = drawn(Scores(measures=cells, scales={"x": UNIT}))
    assert (first == second).all()


def test_scores_tied_to_a_factor_move_together():
    cells = {("a", "x"): measure("a/x", 0, 0.5, 1), ("b", "x"): measure("b/x", 0, 0.5, 1)}
    ties = {name: Tie(factor="us", loading=0.9, origin="x") for name in ("a/x", "b/x")}
    first, second = drawn(Scores(measures=cells, scales={"x": UNIT}), ties=ties)
    assert np.corrcoef(first[0], second[0])[0, 1] == pytest.approx(0.81, abs=0.02)


def test_scores_without_uncertainty_are_one_draw():
    cells = {("a", "x"): Quantity(id="a/x", origin="x", distribution="fixed", central=0.25)}
    chunks = list(score_chunks(Scores(measures=cells, scales={"x": UNIT}), draws=64, seed=1))
    assert [values.tolist() for _, values in chunks] == [[[[0.25]]]] * 8


def test_a_missing_score_is_refused():
    with pytest.raises(ValueError, match="b/y"):
        Scores(
            measures={(o, c): measure(o + c, 0, 0, 1) for o, c in (("a", "x"), ("a", "y"), ("b", "x"))},
            scales={"x": UNIT, "y": UNIT},
        )
