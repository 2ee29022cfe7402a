"""By how much a force lowers the risk, and what loss that is worth."""

import math
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from peacebrief.feasibility.durability.durability_facts import break_even_loss, reduction_needed
from peacebrief.feasibility.durability.hazard_ratio import risk_reduction, risk_with_force, transferred_hazard_ratio
from peacebrief.uncertainty import design
from peacebrief.uncertainty.inverse_table import lognormal, scaled_beta

RISK = st.floats(0.01, 0.99)
RATIO = st.floats(0.05, 2.0)


@pytest.fixture(scope="module")
def drawn():
    """HR, weight and base risk as the evidence describes them: 0.378 (0.207 to 0.690), Beta(2, 4), Beta(5, 5)."""
    middle, half = log(0.207 * 0.690) / 2, log(0.690 / 0.207) / 2
    p5, p95 = (exp(middle + sign * half * norm.ppf(0.95) / norm.ppf(0.975)) for sign in (-1, 1))
    inverses = {
        "ratio": lognormal(p5=p5, p95=p95),
        "weight": scaled_beta(rise=2, fall=4, low=0, high=1),
        "risk": scaled_beta(rise=5, fall=5, low=0, high=1),
    }
    parts = {name: [] for name in inverses}
    for _, uniforms in design(inverses, 2**16, 5).chunks():
        for name, inverse in inverses.items():
            parts[name].append(inverse(uniforms[name]))
    return {name: np.concatenate(values) for name, values in parts.items()}


@pytest.fixture(scope="module")
def transferred(drawn):
    return transferred_hazard_ratio(hazard_ratio=drawn["ratio"], weight=drawn["weight"])


def test_the_transferred_hazard_ratio_is_that_of_the_evidence(transferred):
    assert np.quantile(transferred, [0.05, 0.5, 0.95]) == pytest.approx([0.49, 0.75, 0.94], abs=0.006)


def test_the_reduction_of_risk_is_that_of_the_evidence(drawn, transferred):
    with_force = risk_with_force(risk_without=drawn["risk"], hazard_ratio=transferred)
    reduction = risk_reduction(risk_without=drawn["risk"], risk_with=with_force)
    assert np.quantile(reduction, [0.05, 0.5, 0.95]) == pytest.approx([0.02, 0.09, 0.22], abs=0.005)


def test_the_published_interval_comes_back_from_its_percentiles(drawn):
    assert np.quantile(drawn["ratio"], [0.025, 0.5, 0.975]) == pytest.approx([0.207, 0.378, 0.690], rel=0.01)


@given(RISK, RATIO, RATIO)
def test_a_lower_hazard_never_means_more_risk(risk, one, other):
    low, high = sorted((one, other))
    assert risk_with_force(risk_without=risk, hazard_ratio=low) <= risk_with_force(risk_without=risk, hazard_ratio=high)


@given(RATIO, st.floats(0, 1))
def test_a_hazard_ratio_lies_between_its_evidence_and_one(ratio, weight):
    low, high = sorted((1.0, ratio))
    assert low - 1e-12 <= transferred_hazard_ratio(hazard_ratio=ratio, weight=weight) <= high + 1e-12


def test_without_evidence_there_is_no_effect_and_no_loss_pays():
    risk = risk_with_force(risk_without=0.37, hazard_ratio=transferred_hazard_ratio(hazard_ratio=0.4, weight=0.0))
    assert risk == 0.37
    assert break_even_loss(cost=10.0, risk_reduction=risk_reduction(risk_without=0.37, risk_with=risk)) == math.inf


def test_a_force_that_raises_the_risk_never_pays():
    assert break_even_loss(cost=1.0, risk_reduction=np.array([-0.1, 0.0, 0.5])).tolist() == [math.inf, math.inf, 2.0]


def test_a_loss_beyond_the_break_even_is_worth_it_and_one_short_of_it_is_not():
    reduction = np.array([0.1, 0.2, 0.4, -0.1])
    assert break_even_loss(cost=10.0, risk_reduction=reduction).tolist() == [100.0, 50.0, 25.0, math.inf]
    assert reduction_needed(cost=10.0, loss=50.0) == 0.2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: risk_with_force(risk_without=1.2, hazard_ratio=0.5), "must be between 0 and 1, not 1.2"),
        (lambda: risk_with_force(risk_without=np.array([0.5, math.nan]), hazard_ratio=0.5), "not nan"),
        (lambda: risk_with_force(risk_without=0.5, hazard_ratio=0.0), "hazard ratio must be above zero, not 0"),
        (lambda: transferred_hazard_ratio(hazard_ratio=0.5, weight=-0.1), "weight of the evidence must be between"),
        (lambda: break_even_loss(cost=0.0, risk_reduction=0.1), "cost must be above zero"),
        (lambda: reduction_needed(cost=1.0, loss=-3.0), "loss must be above zero, not -3"),
    ],
)  # fmt: skip
def test_impossible_numbers_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
