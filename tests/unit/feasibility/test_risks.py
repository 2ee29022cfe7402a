"""The risk register against exact enumeration, known integrals, a simulation of its own and its own symmetries."""

from itertools import product
from math import asin, pi

import numpy as np
import pytest
from scipy.stats import beta

from peacebrief.feasibility.risk.option_risk import risk_draws
from peacebrief.feasibility.risk.risk_register import Register, Risk, Triple, check_links, consequence
from peacebrief.feasibility.risk.toll import AT_LEAST, chance_within, curve_thresholds
from peacebrief.uncertainty.exceedance import Exceedance

DRAWS = 2**16


def risk(name, probability, killed=None, *, factor="", loading=0.0, months=12.0, **tolls):
    """A risk from single numbers or triples; `probability` by option."""
    options = probability if isinstance(probability, dict) else {"one": probability}
    triples = {option: triple(value) for option, value in options.items()}
    costs = {toll: triple(value) for toll, value in (({"killed": killed} if killed else {}) | tolls).items()}
    return Risk(id=name, probability=triples, consequences=costs, factor=factor, loading=loading, months=months)


def triple(value):
    return Triple(*value) if isinstance(value, tuple) else Triple(value, value, value)


def drawn(*risks, draws=DRAWS, **given):
    """What the draws say by option; every risk is a challenge of its own, and all of them together are one."""
    names = [one.id for one in risks]
    groups = {name: [name] for name in names} | {"any": names}
    return risk_draws(Register(risks), groups=groups, draws=draws, seed=3, **given)


def tolls(*risks, toll="killed", option="one", rows=8192):
    """The toll of a year in every draw."""
    register = Register(risks)
    parts = []
    for _, uniforms in register.design(draws=DRAWS, seed=3).chunks(rows):
        happening = register.happenings(uniforms, register.chances(uniforms, option=option), months=12.0)
        parts.append(register.toll(uniforms, happening, toll))
    return np.concatenate(parts)


def enumerated(chances, sizes, combine=sum):
    """The chance of every total, by going through all that may happen."""
    for happens in product((0, 1), repeat=len(chances)):
        weight = np.prod([p if h else 1 - p for p, h in zip(chances, happens, strict=True)])
        yield weight, combine([size for size, h in zip(sizes, happens, strict=True) if h] or [0])


def test_independent_risks_exceed_as_their_enumeration_says():
    chances, sizes = (0.2, 0.5, 0.3), (8.0, 20.0, 300.0)
    risks = [risk(f"R{k}", p, s) for k, (p, s) in enumerate(zip(chances, sizes, strict=True))]
    found = drawn(*risks)["one"]
    curve = found.curves["killed"]
    exact = [sum(weight for weight, total in enumerated(chances, sizes) if total >= least)
             for least in curve.thresholds]  # fmt: skip
    assert curve.probability == pytest.approx(exact, abs=0.004)
    assert (np.abs(curve.probability - exact) <= 5 * curve.standard_error + 1e-12).all()
    assert found.challenges["any"][0] == pytest.approx(1 - 0.8 * 0.5 * 0.7, abs=0.003)
    assert found.means["killed"] == pytest.approx(sum(weight * total for weight, total in enumerated(chances, sizes)))


def test_a_curve_of_judged_ranges_is_that_of_a_simulation_of_its_own():
    """PERT by scipy's beta, plain random numbers, and a longer horizon brought to a year."""
    rng, many = np.random.default_rng(11), 400_000
    spans = {"a": ((0.05, 0.12, 0.3), (1, 15, 120), 12.0), "b": ((0.04, 0.1, 0.25), (20, 200, 2000), 12.0),
             "c": ((0.3, 0.5, 0.8), (2, 5, 25), 36.0)}  # fmt: skip

    def pert(low, mode, high):
        ends = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
        return low + (high - low) * beta.rvs(*ends, size=many, random_state=rng)

    total = np.zeros(many)
    for chance, killed, months in spans.values():
        yearly = 1 - (1 - pert(*chance)) ** (12 / months)
        total += (rng.random(many) < yearly) * pert(*killed)
    found = drawn(*[risk(name, chance, killed, months=months) for name, (chance, killed, months) in spans.items()])
    curve = found["one"].curves["killed"]
    exact = [(total >= least).mean() for least in curve.thresholds]
    assert curve.probability == pytest.approx(exact, abs=0.005)
    assert found["one"].means["killed"] == pytest.approx(total.mean(), rel=0.02)


def test_of_interruptions_the_longest_is_told():
    chances, sizes = (0.4, 0.5), (10.0, 40.0)
    found = drawn(risk("a", chances[0], days=sizes[0]), risk("b", chances[1], days=sizes[1]))["one"]
    exact = {least: sum(weight for weight, most in enumerated(chances, sizes, max) if most >= least)
             for least in AT_LEAST["days"]}  # fmt: skip
    assert [found.at_least("days", least)[0] for least in exact] == pytest.approx(list(exact.values()), abs=0.004)
    assert found.at_least("days", 90.0) == (0.0, 0.0)


def test_a_war_is_one_by_its_own_chance_within_the_year():
    sure, maybe = risk("sure", 0.1, war=1.0), risk("maybe", 0.488, war=0.25, months=36.0)
    found = drawn(sure, maybe)["one"]
    assert found.war[0] == pytest.approx(1 - 0.9 * (1 - 0.2 * 0.25), abs=0.004)
    assert not found.curves
    assert drawn(risk("quiet", 0.9, 5.0))["one"].war is None


@pytest.mark.parametrize(("horizon", "months"), [(12.0, 60.0), (36.0, 12.0), (24.0, 24.0)])
def test_a_chance_over_another_time_is_that_of_as_many_tries(horizon, months):
    within = chance_within(chance=np.array([0.0, 0.3, 1.0]), horizon=horizon, months=months)
    monthly = 1 - 0.7 ** (1 / horizon)
    assert within.tolist() == pytest.approx([0.0, 1 - np.prod([1 - monthly] * int(months)), 1.0])


@pytest.mark.parametrize("more", [risk("z", (0.01, 0.1, 0.9), (0.0, 1.0, 50.0)), risk("z", 1.0, 3.0)])
def test_one_more_risk_never_lowers_a_toll(more):
    first = [risk("a", 0.3, (1.0, 10.0, 90.0), days=5.0), risk("b", (0.1, 0.2, 0.5), 40.0, days=(1.0, 9.0, 30.0))]
    assert (tolls(*first, more) >= tolls(*first)).all()
    longer = Risk(id="z", probability=more.probability, consequences={"days": Triple(1, 7, 60)})
    assert (tolls(*first, longer, toll="days") >= tolls(*first, toll="days")).all()
    before, after = (drawn(*risks)["one"] for risks in (first, [*first, more]))
    assert (after.curves["killed"].probability >= before.curves["killed"].probability).all()
    assert after.means["killed"] > before.means["killed"]


@pytest.mark.parametrize("loading", [0.0, 0.6, 0.9])
def test_a_risk_happens_with_the_mean_of_its_probability_whatever_it_is_tied_to(loading):
    found = drawn(
        risk("R02", (0.04, 0.1, 0.25), factor="contests", loading=loading),
        risk("R04", (0.75, 0.9, 0.97), factor="contests", loading=loading),
    )["one"]
    assert found.challenges["R02"][0] == pytest.approx((0.04 + 4 * 0.1 + 0.25) / 6, abs=0.003)
    assert found.challenges["R04"][0] == pytest.approx((0.75 + 4 * 0.9 + 0.97) / 6, abs=0.003)


@pytest.mark.parametrize("loading", [0.3, 0.6, 0.9])
def test_two_even_risks_of_one_factor_come_together_as_often_as_the_quadrant_of_a_normal(loading):
    tied = [risk(name, 0.5, 6.0, factor="contests", loading=loading) for name in ("a", "b")]
    both = drawn(*tied)["one"].at_least("killed", 10.0)[0]
    assert both == pytest.approx(0.25 + asin(loading**2) / (2 * pi), abs=0.004)


def test_risks_of_different_factors_and_of_none_are_independent():
    apart = [risk("a", 0.5, 4.0, factor="contests", loading=0.9), risk("b", 0.5, 4.0, factor="withdraws", loading=0.9),
             risk("c", 0.5, 4.0)]  # fmt: skip
    assert drawn(*apart)["one"].at_least("killed", 10.0)[0] == pytest.approx(0.125, abs=0.004)


def test_a_common_factor_moves_the_tail_and_not_the_mean():
    def six(loading):
        return tolls(*[risk(f"R{k}", 0.1, 5.0, factor="contests", loading=loading) for k in range(6)])

    loose, tight = six(0.0), six(0.8)
    assert tight.mean() == pytest.approx(loose.mean(), rel=0.03)
    assert (tight >= 20).mean() > 5 * (loose >= 20).mean()


def test_what_a_risk_costs_is_pert_where_it_happens_and_nothing_elsewhere():
    found = tolls(risk("a", 0.4, (2.0, 3.0, 5.0)))
    happened = found[found > 0]
    assert len(happened) / DRAWS == pytest.approx(0.4, abs=0.003)
    assert (happened.min() >= 2, happened.max() <= 5) == (True, True)
    assert happened.mean() == pytest.approx((2 + 4 * 3 + 5) / 6, abs=0.005)


def test_certain_risks_always_happen_and_impossible_ones_never():
    found = drawn(risk("always", 1.0, 10.0), risk("never", 0.0, 500.0))["one"]
    assert (found.challenges["always"], found.challenges["never"]) == ((1.0, 0.0), (0.0, 0.0))
    assert [found.at_least("killed", least)[0] for least in (1.0, 10.0, 100.0)] == [1.0, 1.0, 0.0]


def test_neither_the_order_of_rows_nor_another_row_nor_the_cutting_changes_a_risk():
    first = risk("a", (0.1, 0.2, 0.4), (1.0, 2.0, 5.0), factor="contests", loading=0.5)
    other = risk("b", 0.3, (1.0, 2.0, 5.0))
    both = tolls(first, other)
    assert both.tobytes() == tolls(other, first).tobytes()
    assert both.tobytes() == tolls(first, other, rows=1000).tobytes()
    quiet = risk("b", 0.3, days=3.0)
    assert tolls(first, quiet).tobytes() == tolls(first).tobytes()


def test_options_meet_the_same_draws():
    both = risk("a", {"mild": 0.1, "harsh": 0.4, "like_mild": 0.1}, (1.0, 2.0, 5.0))
    mild, like, harsh = (tolls(both, option=option) for option in ("mild", "like_mild", "harsh"))
    assert mild.tobytes() == like.tobytes()
    assert (harsh >= mild).all()


def test_curves_fall_and_the_median_lies_where_they_pass_one_half():
    found = drawn(*[risk(f"R{k}", (0.3, 0.6, 0.9), (10.0, 40.0, 90.0)) for k in range(5)])["one"]
    curve = found.curves["killed"]
    assert (np.diff(curve.probability) <= 0).all()
    median = found.spreads["killed"].p50
    assert np.interp(np.log(median), np.log(curve.thresholds), curve.probability) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("toll", AT_LEAST)
def test_what_is_told_lies_on_the_curve(toll):
    steps = curve_thresholds(toll)
    assert set(AT_LEAST[toll]) <= set(steps)
    assert (np.diff(steps) > 0).all()


def test_a_cost_is_drawn_alike_whether_or_not_the_risk_happens():
    one = risk("a", 0.5, (1.0, 2.0, 5.0))
    ((_, uniforms), *_) = Register([one]).design(draws=64, seed=3).chunks()
    assert (consequence(one, uniforms, "killed") > 0).all()


def test_a_value_on_a_threshold_reaches_it():
    counts = Exceedance([1.0, 2.0, 5.0])
    for replicate in range(8):
        counts.add(replicate, np.array([1.0, 5.0, 4.999, 0.0]))
    assert counts.curve().probability.tolist() == [0.75, 0.5, 0.25]
    assert counts.curve().standard_error.tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: risk("R1", (0.1, 0.5, 1.2)), "probability of R1 for one must be between 0 and 1, not 1.2"),
        (lambda: risk("R1", (0.5, 0.1, 0.9)), "must rise from low over mode to high, not 0.5, 0.1, 0.9"),
        (lambda: risk("R1", 0.1, (9.0, 2.0, 3.0)), "killed of R1 must rise from low over mode to high, not 9, 2, 3"),
        (lambda: risk("R1", 0.1, (-1.0, 2.0, 3.0)), "killed of R1 must not be below zero, but is -1"),
        (lambda: risk("R1", 0.1, war=(0.5, 1.0, 2.0)), "chance that R1 is a war must be between 0 and 1, not 2"),
        (lambda: risk("R1", 0.1, severity=3.0), "no toll is called severity; the tolls are killed, missing, days"),
        (lambda: risk("R1", 0.1, months=0.0), "R1 needs a horizon of more than no months, not 0"),
        (lambda: risk("R1", 0.1, factor="x", loading=1.5), "R1 needs a loading between -1 and 1"),
        (lambda: risk("R1", 0.1, loading=0.5), "and a factor where it is not zero"),
        (lambda: Register([]), "needs risks, each with a name of its own"),
        (lambda: Register([risk("R1", 0.1), risk("R1", 0.2)]), "each with a name of its own"),
        (lambda: Register([risk("R1", {"x": 0.1, "y": 0.1}), risk("R2", {"x": 0.1})]), "R2 has no .* for y"),
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
