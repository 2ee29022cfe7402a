"""The risk register against exact enumeration, known integrals and its own symmetries."""

from itertools import product
from math import asin, pi

import numpy as np
import pytest

from peacebrief.feasibility.risk.option_risk import risk_draws
from peacebrief.feasibility.risk.risk_register import Register, Risk, Triple, check_links
from peacebrief.uncertainty.exceedance import Exceedance

DRAWS = 2**16


def risk(name, probability, severity, *, factor="", loading=0.0):
    """A risk from single numbers or triples; `probability` by option."""
    options = probability if isinstance(probability, dict) else {"one": probability}
    triples = {option: triple(value) for option, value in options.items()}
    return Risk(id=name, probability=triples, severity=triple(severity), factor=factor, loading=loading)


def triple(value):
    return Triple(*value) if isinstance(value, tuple) else Triple(value, value, value)


def curves(*risks, totals=(1.0,), draws=DRAWS, counted=None):
    """What the draws say by option; every risk is a challenge of its own, and all of them together are one."""
    names = [one.id for one in risks]
    groups = {name: [name] for name in names} | {"any": names}
    counted = names if counted is None else counted
    return risk_draws(Register(risks), counted=counted, groups=groups, draws=draws, seed=3, totals=list(totals))


def severities(*risks, rows=8192):
    register = Register(risks)
    parts = [register.severities(uniforms) for _, uniforms in register.design(draws=DRAWS, seed=3).chunks(rows)]
    return {option: np.concatenate([part[option] for part in parts], axis=1) for option in register.options}


def test_independent_risks_exceed_as_their_enumeration_says():
    chances, sizes = (0.2, 0.5, 0.3), (1.0, 2.0, 4.0)
    found = curves(*[risk(f"R{k}", p, s) for k, (p, s) in enumerate(zip(chances, sizes, strict=True))],
                   totals=range(8))["one"]  # fmt: skip
    totals = np.zeros(8)
    for happens in product((0, 1), repeat=3):
        weight = np.prod([p if h else 1 - p for p, h in zip(chances, happens, strict=True)])
        totals[: int(sum(s for s, h in zip(sizes, happens, strict=True) if h)) + 1] += weight
    assert found.total.probability == pytest.approx(totals, abs=0.004)
    assert (np.abs(found.total.probability - totals) <= 5 * found.total.standard_error + 1e-12).all()
    assert found.challenges["any"][0] == pytest.approx(1 - 0.8 * 0.5 * 0.7, abs=0.003)


def test_critical_risks_are_those_that_happen_at_a_severity_of_four():
    found = curves(risk("a", 0.2, 4.0), risk("b", 0.5, 5.0), risk("c", 0.9, 3.9))["one"]
    assert found.critical.probability[:3] == pytest.approx([0.6, 0.1, 0.0], abs=0.004)


def test_a_risk_left_out_of_totals_keeps_its_challenge():
    found = curves(risk("a", 0.2, 4.0), risk("gate", 0.5, 5.0), totals=(1.0, 4.5), counted=["a"])["one"]
    assert found.total.probability.tolist() == pytest.approx([0.2, 0.0], abs=0.003)
    assert found.challenges["gate"][0] == pytest.approx(0.5, abs=0.003)


@pytest.mark.parametrize("loading", [0.0, 0.6, 0.9])
def test_a_risk_happens_with_the_mean_of_its_probability_whatever_it_is_tied_to(loading):
    found = curves(
        risk("R02", (0.04, 0.1, 0.25), 5.0, factor="contests", loading=loading),
        risk("R04", (0.75, 0.9, 0.97), (2.0, 3.0, 4.0), factor="contests", loading=loading),
    )["one"]
    assert found.challenges["R02"][0] == pytest.approx((0.04 + 4 * 0.1 + 0.25) / 6, abs=0.003)
    assert found.challenges["R04"][0] == pytest.approx((0.75 + 4 * 0.9 + 0.97) / 6, abs=0.003)


@pytest.mark.parametrize("loading", [0.3, 0.6, 0.9])
def test_two_even_risks_of_one_factor_come_together_as_often_as_the_quadrant_of_a_normal(loading):
    tied = [risk(name, 0.5, 1.0, factor="contests", loading=loading) for name in ("a", "b")]
    both = curves(*tied, totals=(2.0,))["one"].total.probability[0]
    assert both == pytest.approx(0.25 + asin(loading**2) / (2 * pi), abs=0.004)


def test_risks_of_different_factors_and_of_none_are_independent():
    apart = [risk("a", 0.5, 1.0, factor="contests", loading=0.9), risk("b", 0.5, 1.0, factor="withdraws", loading=0.9),
             risk("c", 0.5, 1.0)]  # fmt: skip
    assert curves(*apart, totals=(3.0,))["one"].total.probability[0] == pytest.approx(0.125, abs=0.004)


def test_a_common_factor_moves_the_tail_and_not_the_mean():
    def six(loading):
        return severities(*[risk(f"R{k}", 0.1, 5.0, factor="contests", loading=loading) for k in range(6)])["one"]

    loose, tight = six(0.0).sum(axis=0), six(0.8).sum(axis=0)
    assert tight.mean() == pytest.approx(loose.mean(), rel=0.03)
    assert (tight >= 20).mean() > 5 * (loose >= 20).mean()


def test_severity_is_pert_where_a_risk_happens_and_zero_elsewhere():
    found = severities(risk("a", 0.4, (2.0, 3.0, 5.0)))["one"][0]
    happened = found[found > 0]
    assert len(happened) / DRAWS == pytest.approx(0.4, abs=0.003)
    assert (happened.min() >= 2, happened.max() <= 5) == (True, True)
    assert happened.mean() == pytest.approx((2 + 4 * 3 + 5) / 6, abs=0.005)


def test_certain_risks_always_happen_and_impossible_ones_never():
    found = curves(risk("always", 1.0, 2.0), risk("never", 0.0, 5.0), totals=(2.0, 2.5))["one"]
    assert (found.challenges["always"], found.challenges["never"]) == ((1.0, 0.0), (0.0, 0.0))
    assert found.total.probability.tolist() == [1.0, 0.0]


def test_neither_the_order_of_rows_nor_another_row_nor_the_cutting_changes_a_risk():
    first = risk("a", (0.1, 0.2, 0.4), (1.0, 2.0, 5.0), factor="contests", loading=0.5)
    other = risk("b", 0.3, (1.0, 2.0, 5.0))
    both = severities(first, other)["one"]
    assert both.tobytes() == severities(other, first)["one"].tobytes()
    assert both[0].tobytes() == severities(first)["one"][0].tobytes()
    assert both.tobytes() == severities(first, other, rows=1000)["one"].tobytes()


def test_options_meet_the_same_draws():
    found = severities(risk("a", {"mild": 0.1, "harsh": 0.4, "like_mild": 0.1}, (1.0, 2.0, 5.0)))
    assert found["mild"].tobytes() == found["like_mild"].tobytes()
    assert (found["harsh"] >= found["mild"]).all()


def test_curves_fall_and_the_median_lies_where_they_pass_one_half():
    risks = [risk(f"R{k}", (0.1, 0.3, 0.6), (1.0, 2.0, 5.0)) for k in range(5)]
    steps = np.arange(0, 25.5, 0.5)
    found = curves(*risks, totals=steps)["one"]
    assert (np.diff(found.total.probability) <= 0).all()
    median = found.total_spread.p50
    assert np.interp(median, steps, found.total.probability) == pytest.approx(0.5, abs=0.02)


def test_a_value_on_a_threshold_reaches_it():
    counts = Exceedance([1.0, 2.0, 5.0])
    for replicate in range(8):
        counts.add(replicate, np.array([1.0, 5.0, 4.999, 0.0]))
    assert counts.curve().probability.tolist() == [0.75, 0.5, 0.25]
    assert counts.curve().standard_error.tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: risk("R1", (0.1, 0.5, 1.2), 3.0), "probability of R1 for one must be between 0 and 1, not 1.2"),
        (lambda: risk("R1", (0.5, 0.1, 0.9), 3.0), "must rise from low over mode to high, not 0.5, 0.1, 0.9"),
        (lambda: risk("R1", 0.1, (0.0, 2.0, 3.0)), "severity of R1 must be between 1 and 5, not 0 to 3"),
        (lambda: risk("R1", 0.1, 3.0, factor="x", loading=1.5), "R1 needs a loading between -1 and 1"),
        (lambda: risk("R1", 0.1, 3.0, loading=0.5), "and a factor where it is not zero"),
        (lambda: Register([]), "needs risks, each with a name of its own"),
        (lambda: Register([risk("R1", 0.1, 3.0), risk("R1", 0.2, 3.0)]), "each with a name of its own"),
        (lambda: Register([risk("R1", {"x": 0.1, "y": 0.1}, 3.0), risk("R2", {"x": 0.1}, 3.0)]), "R2 has no .* for y"),
        (lambda: check_links({"R1": ["R1"]}), "R1 is said to be correlated with itself"),
        (lambda: check_links({"R1": ["R2"], "R2": ["R9"]}), "R2 .* with R9, which is not in the register"),
        (lambda: Exceedance([]), "thresholds must rise"),
        (lambda: Exceedance([1.0, 1.0]), "thresholds must rise"),
        (lambda: Exceedance([1.0]).curve(), "needs draws in every replicate"),
    ],
)  # fmt: skip
def test_impossible_registers_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()
