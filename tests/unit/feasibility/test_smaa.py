"""SMAA-2 against hand calculation, against pymcdm, and by its properties."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods import WSM
from scipy import stats

from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, Viewpoint, foremost, weight_chunks
from peacebrief.feasibility.ranking.option_ranking import left_out_of
from peacebrief.feasibility.ranking.ranks import RankCounts, ahead
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import smaa, utilities
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity

QUICK = settings(max_examples=25, deadline=None)
UNIT = ValueFunction(((0.0, 0.0), (1.0, 1.0)))


def table(values, spread=0.0):
    """Options a, b, ... on criteria c0, c1, ...: fixed values, or PERT of that spread around them."""
    cells = {}
    for option, row in zip("abcdefgh", values, strict=False):
        for place, value in enumerate(row):
            low, high = max(value - spread, 0.0), min(value + spread, 1.0)
            kind = "pert" if spread else "fixed"
            cells[option, f"c{place}"] = Quantity(
                id=f"{option}/c{place}", origin="x", distribution=kind, low=low, central=value, high=high
            )
    return Scores(measures=cells, scales={f"c{place}": UNIT for place in range(len(values[0]))})


def result(values, *, draws=2**13, spread=0.0, viewpoint=WHOLE_SIMPLEX, **more):
    found = smaa(scores=table(values, spread), draws=draws, seed=4, viewpoints=[viewpoint], **more)
    return found[viewpoint.id]


matrices = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=2, max_size=5)
)


def test_two_options_on_two_criteria_by_hand():
    # a leads where w > (1 - w) / 2, so above one third; its mean winning weight is the middle of 1/3 and 1.
    found = result([[1.0, 0.0], [0.0, 0.5]], draws=2**15)
    assert found.ranks == pytest.approx(np.array([[2 / 3, 1 / 3], [1 / 3, 2 / 3]]), abs=0.001)
    assert found.central_weights == pytest.approx(np.array([[2 / 3, 1 / 3], [1 / 6, 5 / 6]]), abs=0.001)
    assert found.confidence.tolist() == [1.0, 1.0]
    assert found.leader() == "a"


def test_a_criterion_left_out_leaves_the_case_of_the_others_by_hand():
    # Without c1, on which b is far ahead, this is the case of two options on two criteria above.
    values = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.5]]
    found = result(values, draws=2**15, viewpoint=left_out_of("c1"))
    assert found.ranks == pytest.approx(np.array([[2 / 3, 1 / 3], [1 / 3, 2 / 3]]), abs=0.001)
    assert found.central_weights[:, 1].tolist() == [0, 0]
    assert result(values).leader() != found.leader() == "a"


def test_three_options_each_best_on_its_own_criterion_share_the_simplex():
    found = result(np.eye(3).tolist(), draws=2**15)
    assert found.ranks == pytest.approx(np.full((3, 3), 1 / 3), abs=0.01)
    assert (np.abs(found.ranks - 1 / 3) < 6 * found.errors).all()
    # The largest of three uniform spacings has mean (1 + 1/2 + 1/3) / 3.
    assert np.diag(found.central_weights) == pytest.approx([11 / 18] * 3, abs=0.003)


@QUICK
@given(values=matrices, spread=st.sampled_from([0.0, 0.2]))
def test_acceptabilities_add_up_to_one_both_ways(values, spread):
    found = result(values, draws=512, spread=spread)
    assert found.ranks.sum(axis=0) == pytest.approx(np.ones(len(values)), abs=1e-12)
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(len(values)), abs=1e-12)
    assert found.ranks.min() >= 0


@pytest.mark.parametrize("seed", range(20))
def test_ranks_are_those_of_the_weighted_sum_of_another_library(seed):
    rng = np.random.default_rng(seed)
    options, criteria = int(rng.integers(2, 7)), int(rng.integers(2, 12))
    values, weights = rng.random((options, criteria)), rng.dirichlet(np.ones(criteria), 40)
    other = WSM(lambda column, **_: column)
    beats = ahead(utilities(values=values[:, :, None], weights=weights.T))
    for draw, weight in enumerate(weights):
        expected = other.rank(other(values, weight, np.ones(criteria)))
        assert (1 + beats[:, :, draw].sum(axis=0)).tolist() == expected.tolist()


def test_acceptabilities_and_central_weights_are_those_of_a_loop_over_another_library():
    values = np.random.default_rng(7).random((4, 5))
    weights = np.concatenate(list(weight_chunks(WHOLE_SIMPLEX, criteria=tuple("abcde"), draws=512, seed=4)), axis=1)
    other = WSM(lambda column, **_: column)
    places = np.array([other.rank(other(values, weight, np.ones(5))) for weight in weights.T])
    cells = {(option, name): Quantity(id=option + name, origin="x", distribution="fixed", central=float(value))
             for option, row in zip("abcd", values, strict=True)
             for name, value in zip("abcde", row, strict=True)}  # fmt: skip
    scores = Scores(measures=cells, scales=dict.fromkeys("abcde", UNIT))
    found = smaa(scores=scores, draws=512, seed=4)["whole_simplex"]
    for option in range(4):
        shares = [float(np.mean(places[:, option] == rank)) for rank in range(1, 5)]
        assert found.ranks[option].tolist() == pytest.approx(shares)
        if shares[0]:
            mean = weights.T[places[:, option] == 1].mean(axis=0)
            assert found.central_weights[option] == pytest.approx(mean, abs=1e-6)


@QUICK
@given(values=matrices, option=st.integers(0, 4), criterion=st.integers(0, 4), gain=st.floats(0, 1))
def test_improving_a_criterion_never_worsens_a_rank(values, option, criterion, gain):
    option, criterion = option % len(values), criterion % len(values[0])
    better = [list(row) for row in values]
    better[option][criterion] += gain * (1 - better[option][criterion])
    before, after = (np.cumsum(result(rows, draws=512).ranks, axis=1) for rows in (values, better))
    assert (after[option] >= before[option] - 1e-12).all()
    others = [other for other in range(len(values)) if other != option]
    assert (after[others] <= before[others] + 1e-12).all()


@QUICK
@given(values=matrices)
def test_equal_options_share_their_ranks_evenly(values):
    found = result([*values, values[0]], draws=512)
    assert found.ranks[0].tolist() == found.ranks[-1].tolist()


def test_options_level_on_everything_each_take_every_rank_alike():
    found = result([[0.3, 0.6]] * 4, draws=512)
    assert found.ranks == pytest.approx(np.full((4, 4), 0.25))
    assert found.central_weights == pytest.approx(np.full((4, 2), 0.5), abs=0.01)
    assert found.confidence == pytest.approx(np.full(4, 0.25))


@QUICK
@given(values=matrices, entrant=st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_an_option_that_enters_never_changes_who_of_the_others_is_ahead(values, entrant):
    grown = [*values, entrant[: len(values[0])]]
    weights = np.random.default_rng(1).dirichlet(np.ones(len(values[0])), 50).T
    before, after = (
        ahead(utilities(values=table(rows).central()[:, :, None], weights=weights)) for rows in (values, grown)
    )
    assert (after[:-1, :-1] == before).all()


@QUICK
@given(values=matrices, seed=st.integers(0, 99))
def test_the_order_of_options_and_criteria_decides_no_rank(values, seed):
    rng = np.random.default_rng(seed)
    values, weights = np.array(values), rng.dirichlet(np.ones(len(values[0])), 30).T
    rows, columns = rng.permutation(len(values)), rng.permutation(values.shape[1])
    plain = ahead(utilities(values=values[:, :, None], weights=weights))
    turned = ahead(utilities(values=values[rows][:, columns, None], weights=weights[columns]))
    assert (turned == plain[rows][:, rows]).all()


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("rows", [60, 512])
@pytest.mark.parametrize("spread", [0.0, 0.3])
def test_results_are_the_same_however_the_draws_are_cut(rows, spread):
    values = np.random.default_rng(3).random((4, 6)).round(2).tolist()
    viewpoint = Viewpoint(id="v", high={"c0": 0.3})
    whole, cut = (result(values, spread=spread, viewpoint=viewpoint, rows=size) for size in (8192, rows))
    for part in ("ranks", "errors", "central_weights", "confidence"):
        assert getattr(whole, part).tobytes() == getattr(cut, part).tobytes()


def test_a_dominated_option_is_never_first_and_has_no_central_weights():
    found = result([[0.9, 0.9], [0.1, 0.1]])
    assert found.ranks.tolist() == [[1.0, 0.0], [0.0, 1.0]]
    assert np.isnan(found.central_weights[1]).all()
    assert np.isnan(found.confidence[1])


def test_confidence_is_the_chance_of_being_first_under_the_central_weights():
    # Both options are alike, so the central weights are even and the chance of winning is one half; the difference of
    # two independent uniforms exceeds 0.25 with probability (1 - 0.25)**2 / 2.
    cells = {("a", "x"): Quantity(id="a", origin="x", distribution="uniform", low=0, high=1),
             ("b", "x"): Quantity(id="b", origin="x", distribution="uniform", low=0, high=1),
             ("a", "y"): Quantity(id="ay", origin="x", distribution="fixed", central=0.0),
             ("b", "y"): Quantity(id="by", origin="x", distribution="fixed", central=0.25)}  # fmt: skip
    half = Viewpoint(id="half", low={"x": 0.5}, high={"x": 0.5})
    scores = Scores(measures=cells, scales={"x": UNIT, "y": UNIT})
    found = smaa(scores=scores, draws=2**15, seed=1, viewpoints=[half])["half"]
    assert found.confidence == pytest.approx([0.75**2 / 2, 1 - 0.75**2 / 2], abs=0.005)
    assert found.ranks[:, 0] == pytest.approx(found.confidence)


def test_uncertain_scores_blur_the_ranking():
    sure, unsure = (result([[0.6, 0.6], [0.5, 0.5]], spread=spread).ranks[0, 0] for spread in (0.0, 0.3))
    assert sure == 1
    assert 0.6 < unsure < 0.95


def test_a_viewpoint_favours_the_option_that_is_best_on_what_it_puts_first():
    criteria = ["c0", "c1", "c2"]
    views = [foremost(viewpoint=name, first=[name], criteria=criteria) for name in criteria]
    found = smaa(scores=table(np.eye(3).tolist()), draws=1024, seed=1, viewpoints=[WHOLE_SIMPLEX, *views])
    assert [found[name].leader() for name in criteria] == ["a", "b", "c"]
    assert [found[name].ranks[:, 0].max() for name in criteria] == [1.0, 1.0, 1.0]
    assert found["whole_simplex"].ranks[:, 0].max() < 0.4


@pytest.mark.slow
def test_standard_errors_are_as_large_as_shares_differ_from_seed_to_seed():
    found = []
    for seed in range(60):
        one = smaa(scores=table([[1.0, 0.0, 0.2], [0.0, 0.5, 0.3]], 0.3), draws=512, seed=seed)["whole_simplex"]
        found.append((one.ranks[0, 0], one.errors[0, 0]))
    shares, errors = np.array(found).T
    # The ratio of the two variances follows an F distribution with 59 and 60 x 7 degrees of freedom.
    low, high = stats.f.interval(0.999, 59, 420)
    assert low < shares.var(ddof=1) / np.mean(errors**2) < high


def test_ties_are_shared_by_hand():
    # One draw: a alone first, b and c level behind it.
    counts = RankCounts(options=3, criteria=1)
    for replicate in range(8):
        counts.add(replicate, ahead(np.array([[2.0], [1.0], [1.0]])), np.ones((1, 1)))
    assert counts.acceptability()[0].tolist() == [[1, 0, 0], [0, 0.5, 0.5], [0, 0.5, 0.5]]
    assert [counts.first(option) for option in range(3)] == [1, 0, 0]


def test_more_weight_never_lowers_the_share_of_the_option_that_is_best_there():
    shares = [
        result([[1.0, 0.2, 0.1], [0.3, 0.7, 0.8]], draws=1024, viewpoint=Viewpoint(id="v", low={"c0": w})).ranks[0, 0]
        for w in (0.0, 0.2, 0.4, 0.6)
    ]
    assert all(after >= before for before, after in pairwise(shares))
    assert shares[-1] == 1
