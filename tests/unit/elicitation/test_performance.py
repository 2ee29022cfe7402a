"""Cooke's scores against anduryl (TU Delft, HKV), against scipy, and against what can be said by hand."""

import sys
from math import log
from unittest.mock import MagicMock

import numpy as np
import pytest
from scipy.stats import chi2

from peacebrief.elicitation.performance import (
    EXPECTED,
    OVERSHOOT,
    PERCENTILES,
    calibration,
    information,
    pooled,
    range_asked,
    scored,
)

SEEDS, TARGETS = 12, 3


def made_up(experts, seed):
    """Answers of experts, some vain, some timid, and the truths of the first questions."""
    random = np.random.default_rng(seed)
    truths = random.uniform(20, 80, SEEDS)
    middle = np.concatenate([truths, random.uniform(20, 80, TARGETS)])
    best = middle + random.normal(0, 8, (experts, SEEDS + TARGETS))
    reach = random.uniform(0.5, 3, (experts, 1)) * random.uniform(3, 9, best.shape)
    answers = np.stack([best - reach, best, best + 1.4 * reach], axis=2)
    return answers, truths


@pytest.fixture(scope="module")
def project():
    """A project of anduryl, which asks for windows when it is imported and opens none here."""
    names = [f"PyQt5{part}" for part in ("", ".QtCore", ".QtGui", ".QtWidgets", ".QtPrintSupport")]
    names += [f"matplotlib.backends.backend_qt5agg{part}" for part in ("",)]
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setitem(sys.modules, name, MagicMock())
        main = pytest.importorskip("anduryl.core.main")
    return main.Project


def anduryl_on(project, answers, truths):
    experts, items, _ = answers.shape
    found = project()
    found.items.ids[:], found.items.scales[:] = [f"q{n}" for n in range(items)], ["uni"] * items
    found.items.realizations = np.concatenate([truths, np.full(items - truths.size, np.nan)])
    found.items.bounds = np.full((items, 2), np.nan)
    found.items.overshoots = np.full((items, 2), np.nan)
    found.items.use_quantiles = np.ones((items, 3), dtype=bool)
    found.assessments.array = np.swapaxes(answers, 1, 2).copy()
    found.experts.ids[:] = found.experts.names[:] = [f"e{n}" for n in range(experts)]
    found.experts.actual_experts[:] = range(experts)
    for name in found.experts.arraynames:
        setattr(found.experts, name, np.full(experts, np.nan))
    found.experts.info_per_var = np.zeros((experts, items))
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("experts", [2, 5])
def test_scores_weights_and_mixtures_are_those_of_anduryl(project, experts, seed):
    answers, truths = made_up(experts, seed)
    other = anduryl_on(project, answers, truths)
    other.calculate_decision_maker("global", OVERSHOOT, "together")
    ours = scored(answers[:, :SEEDS], truths)
    assert ours.calibration == pytest.approx(other.experts.calibration[:experts], rel=1e-4, abs=1e-9)
    assert ours.information == pytest.approx(other.experts.info_real[:experts])
    assert ours.cutoff == pytest.approx(other.main_results.alpha_opt, rel=1e-4)
    mixture = other.assessments.array[-1]
    low, high = range_asked(answers[:, SEEDS:])
    assert pooled(answers[:, SEEDS:], ours.weight, low, high) == pytest.approx(mixture[:, SEEDS:].T, rel=1e-4)


def test_the_tail_of_chi_square_is_that_of_scipy():
    """Of ten truths all lie between the middle and the upper end: twice ten times ln(1/0.45)."""
    answers = np.tile([0.0, 1.0, 3.0], (1, 10, 1))
    assert calibration(answers, np.full(10, 2.0))[0] == pytest.approx(chi2.sf(20 * log(1 / 0.45), df=3))


def test_who_hits_just_as_often_as_was_said_is_perfectly_calibrated():
    """Of twenty one below, nine and nine within, one above; a truth on a percentile counts below it."""
    answers = np.tile([1.0, 2.0, 3.0], (1, 20, 1))
    truths = np.array([0.5] + [2.0] * 9 + [2.5] * 9 + [3.5])
    assert calibration(answers, truths)[0] == pytest.approx(1)


def test_information_is_nought_where_an_answer_says_no_more_than_the_range():
    even = np.array([[[0.05, 0.5, 0.95]]])
    narrow = np.array([[[0.45, 0.5, 0.55]]])
    low, high = np.array([0.0]), np.array([1.0])
    assert information(even, low, high)[0, 0] == pytest.approx(0, abs=1e-4)
    by_hand = 0.1 * log(0.05 / 0.45) + 0.9 * log(0.45 / 0.05)
    assert information(narrow, low, high)[0, 0] == pytest.approx(by_hand, abs=1e-4)


def test_percentiles_that_coincide_are_no_end_of_information():
    sure = np.array([[[0.5, 0.5, 0.5]]])
    assert np.isfinite(information(sure, np.array([0.0]), np.array([1.0]))).all()


def test_a_mixture_of_two_far_apart_is_half_of_each():
    """Half lies below the gap, half above: the median is in it, and a twentieth is a tenth of the lower."""
    answers = np.array([[[0.1, 0.2, 0.3]], [[0.7, 0.8, 0.9]]])
    low, high = np.array([0.0]), np.array([1.0])
    lower, middle, upper = pooled(answers, np.array([0.5, 0.5]), low, high)[0]
    # Below 0.1 the lower has 0.05 and the higher 0.05 x 0.1 / 0.7, half of each; then 0.45 over a tenth.
    start, slope = 0.5 * (0.05 + 0.05 * 0.1 / 0.7), 0.5 * (0.45 / 0.1 + 0.05 / 0.7)
    assert lower == pytest.approx(0.1 + (0.05 - start) / slope, abs=1e-4)
    assert middle == pytest.approx(0.5, abs=1e-4)
    assert upper == pytest.approx(1 - lower, abs=1e-4)


def test_the_one_who_has_all_the_weight_is_the_mixture():
    answers, truths = made_up(3, 9)
    low, high = range_asked(answers[:, :SEEDS], truths)
    assert pooled(answers[:, :SEEDS], np.array([0.0, 1.0, 0.0]), low, high) == pytest.approx(answers[1, :SEEDS])


def test_weights_sum_to_one_and_where_nobody_is_informative_each_counts_alike():
    answers, truths = made_up(4, 3)
    assert scored(answers[:, :SEEDS], truths).weight.sum() == pytest.approx(1)
    hopeless = np.tile([1e6, 2e6, 3e6], (2, 400, 1))
    assert scored(hopeless, np.zeros(400)).weight.tolist() == [0.5, 0.5]
    assert EXPECTED.sum() == pytest.approx(1)
    assert np.diff([0, *PERCENTILES, 1]) == pytest.approx(EXPECTED)
