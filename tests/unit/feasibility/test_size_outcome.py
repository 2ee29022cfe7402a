"""Renewed war by size of force: effects pooled, forms of the dose, base rates, and the curve that follows from them."""

import copy
import re
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from peacebrief.feasibility.durability.simulated_durability import durability
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.size_outcome.dose_form import REFERENCE, dose_form_of, size_factor
from peacebrief.feasibility.size_outcome.pooled_effect import PRIOR_SPREAD, pooled, pooled_inverse
from peacebrief.feasibility.size_outcome.published_effect import pooled_effects
from peacebrief.feasibility.size_outcome.size_effect import ratio_at_size
from peacebrief.feasibility.size_outcome.war_base_rate import by_weight, risk_over_horizon
from peacebrief.feasibility.size_outcome.war_risk import CARRIES, risk_with_force, transferred_hazard_ratio

LOGS, ERRORS = (-0.973, -0.037, -0.194, -1.474), (0.307, 0.794, 0.424, 1.440)
FORMS = {"presence": 0.0, "logarithm": 1000.0, "saturation": 10000.0, "linear": 30000.0}
FORM, TROOPS = st.sampled_from(sorted(FORMS)), st.floats(1, 1e6)


@pytest.mark.parametrize("place", [0, 5, 10])
def test_given_the_spread_the_pooled_effect_is_that_of_statsmodels(place):
    found = pooled(log_ratios=LOGS, errors=ERRORS)
    spread = 0.05 * place
    variances = np.square(ERRORS) + spread**2
    # Their own spread on top of the one given has no use here, and no root.
    with np.errstate(invalid="ignore"):
        theirs = combine_effects(np.array(LOGS), variances, method_re="dl")
    assert found.means[place] == pytest.approx(theirs.mean_effect_fe)
    assert found.deviations[place] ** 2 == pytest.approx(theirs.sd_eff_w_fe**2 + spread**2)


def test_the_effect_in_a_further_case_is_that_of_a_sum_over_both_unknowns():
    """Another way: a grid over the common effect and the spread, without the formula for the common effect."""
    middles, spreads = np.linspace(-6, 5, 1101)[:, None], np.linspace(0.0, 2.5, 251)[None, :]
    likelihood = stats.halfnorm.pdf(spreads, scale=PRIOR_SPREAD) * np.ones_like(middles)
    for effect, error in zip(LOGS, ERRORS, strict=True):
        likelihood = likelihood * stats.norm.pdf(effect, middles, np.hypot(error, spreads))
    # A grid of the spread with half its weight at the end counts the end half, as the sum in the model does not.
    likelihood /= likelihood.sum()
    found, inverse = pooled_inverse(LOGS, ERRORS)
    for share in (0.05, 0.5, 0.95):
        quantile = float(inverse(np.array([share]))[0])
        below = (likelihood[:, 1:] * stats.norm.cdf(quantile, middles, spreads[:, 1:])).sum()
        below += (likelihood[:, 0] * (middles[:, 0] < quantile)).sum()
        assert below == pytest.approx(share, abs=0.006)
    assert found.middle == pytest.approx((likelihood * middles).sum(), abs=0.01)


def test_one_study_alone_is_pulled_to_nothing_but_its_own_number():
    assert pooled(log_ratios=[-0.7], errors=[0.2]).middle == pytest.approx(-0.7)


def test_the_quantiles_and_the_probabilities_are_inverse_to_each_other():
    found, inverse = pooled_inverse(LOGS, ERRORS)
    shares = np.array([1e-6, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-6])
    assert found.below(inverse(shares)) == pytest.approx(shares, abs=1e-5)
    assert found.above(inverse(shares)) == pytest.approx(1 - shares, abs=1e-5)


def test_a_form_at_its_reference_is_one_and_without_troops_nothing():
    for form, scale in FORMS.items():
        assert size_factor(troops=REFERENCE, form=form, scale=scale) == 1
        assert size_factor(troops=0.0, form=form, scale=scale) == 0


def test_forms_are_those_of_their_formulas():
    assert size_factor(troops=64000.0, form="logarithm", scale=1000.0) == pytest.approx(log(65) / log(6))
    assert size_factor(troops=30000.0, form="saturation", scale=10000.0) == pytest.approx(0.75 * 3)
    assert size_factor(troops=2500.0, form="linear", scale=30000.0) == 0.5
    assert size_factor(troops=9e9, form="linear", scale=30000.0) == 6


@given(FORM, TROOPS, TROOPS)
def test_more_soldiers_never_have_less_of_an_effect(form, one, other):
    low, high = sorted((one, other))
    assert size_factor(troops=low, form=form, scale=FORMS[form]) <= size_factor(
        troops=high, form=form, scale=FORMS[form]
    )


@given(FORM, st.tuples(TROOPS, TROOPS), st.floats(-2, 0), st.floats(0.01, 0.9), st.floats(0, 1))
def test_a_protective_effect_lowers_the_risk_of_the_larger_force_more(form, sizes, effect, risk, weight):
    low, high = sorted(sizes)
    risks = [
        risk_with_force(risk_without=risk, hazard_ratio=transferred_hazard_ratio(hazard_ratio=ratio, weight=weight))
        for ratio in (_ratio(low, form, effect), _ratio(high, form, effect))
    ]
    assert risks[1] <= risks[0] + 1e-12
    assert risks[0] <= risk + 1e-12


def _ratio(troops, form, effect, **more):
    usual = {"form": 0.0, "draw": 1.0, "chance": 0.1, "ratio": 2.0} | more
    return ratio_at_size(troops=troops, **{f"effect_{form}": effect, f"scale_{form}": FORMS[form]}, **usual)


def test_a_force_that_provokes_has_its_ratio_whatever_its_size_and_none_without_troops():
    for troops, ratio in ((1.0, 2.0), (1e5, 2.0), (0.0, 1.0)):
        assert _ratio(troops, "linear", -1.0, draw=0.05) == pytest.approx(ratio)


def test_a_rate_over_five_years_is_turned_to_another_horizon_by_an_even_risk():
    assert risk_over_horizon(share=13 / 68, watched=5.0, horizon=5.0) == pytest.approx(13 / 68)
    twice = risk_over_horizon(share=0.2, watched=5.0, horizon=10.0)
    assert twice == pytest.approx(1 - 0.8**2)
    assert risk_over_horizon(share=0.5, watched=20.0, horizon=5.0) == pytest.approx(1 - 0.5**0.25)


def test_things_are_drawn_by_their_weights():
    chosen = by_weight([1.0, 3.0])(np.arange(1, 1000) / 1000)
    assert chosen.mean() == pytest.approx(0.75, abs=0.002)


@pytest.fixture(scope="module")
def found(specimen):
    return durability(specimen.inputs(specimen.made_up(2**15)), costs={}, horizon=5.0)


def test_without_troops_or_without_carry_over_every_risk_is_the_base_rate(found):
    base = found.simulation.spread("war_risk.0.none")
    for name in ("0.third", "0.full", "2000.none", "9000.none"):
        assert found.simulation.spread(f"war_risk.{name}") == base


@pytest.mark.slow
def test_the_curve_is_that_of_draws_made_another_way(specimen, found):
    """Plain random numbers, models and forms drawn one by one, the effect by brute force; no code of the package."""
    random, draws = np.random.default_rng(20), 400_000
    shares = {"counted": random.beta(13.5, 55.5, draws), "ever": np.full(draws, 0.5)}
    years = {"counted": np.full(draws, 5.0), "ever": 8 + 37 * random.beta(1 + 4 * 12 / 37, 1 + 4 * 25 / 37, draws)}
    counted = random.random(draws) < 0.6
    without = {name: 1 - (1 - shares[name]) ** (5 / years[name]) for name in shares}
    risk = np.where(counted, without["counted"], without["ever"])
    reaches = {
        "presence": lambda _: 1.0,
        "logarithm": lambda troops: log(1 + troops / 1000),
        "saturation": lambda troops: troops / (troops + 4000),
        "linear": lambda troops: min(troops, 6000),
    }
    form = random.choice(4, size=draws, p=[0.2, 0.3, 0.3, 0.2])
    luck, effect = random.random(draws), np.zeros(draws)
    for place, reach in enumerate(reaches.values()):
        effect += np.where(form == place, _predicted(reach, luck) * reach(9000) / reach(5000), 0)
    chance, much = (low + (high - low) * random.beta(1 + 4 * up, 1 + 4 * (1 - up), draws)
                    for low, high, up in ((0.05, 0.3, 0.4), (1.1, 2.5, 2 / 7)))  # fmt: skip
    effect = np.where(random.random(draws) < chance, np.log(much), effect)
    for carry, weight in (("third", 1 / 3), ("full", 1.0)):
        told = 1 - (1 - risk) ** np.exp(weight * effect)
        spread = found.simulation.spread(f"war_risk.9000.{carry}")
        assert np.quantile(told, [0.05, 0.5, 0.95]) == pytest.approx([spread.p5, spread.p50, spread.p95], abs=0.006)
    assert (effect > 0).mean() == pytest.approx(found.raises, abs=0.005)


def _predicted(reach, luck):
    """Quantiles of the effect in a further case: a weighted sample of common effects, spreads and cases."""
    rows = [(0.378, 0.207, 0.69, 7000), (0.9, 0.4, 2.0, 4000)]
    scale = [reach(5000) / reach(dose) for *_, dose in rows]
    effects = [log(row[0]) * by for row, by in zip(rows, scale, strict=True)]
    errors = [log(row[2] / row[1]) / (2 * stats.norm.ppf(0.975)) * by for row, by in zip(rows, scale, strict=True)]
    random = np.random.default_rng(21)
    middles, spreads = random.uniform(-6, 5, 2_000_000), np.abs(random.normal(0, 0.5, 2_000_000))
    weights = np.prod(
        [stats.norm.pdf(y, middles, np.hypot(s, spreads)) for y, s in zip(effects, errors, strict=True)], 0
    )
    case = random.normal(middles, spreads)
    order = np.argsort(case)
    below = np.cumsum(weights[order])
    return np.interp(luck, below / below[-1], case[order])


def test_the_effect_may_go_the_other_way_even_where_nothing_provokes(specimen):
    record = specimen.made_up(4096)
    quantities = {row["id"]: row for row in record["quantities"]}
    quantities["provocation_chance"].update(low=0.0, central=0.0, high=0.0)
    alone = durability(specimen.inputs(record), costs={}, horizon=5.0).raises
    quantities["provocation_chance"].update(low=0.1, central=0.1, high=0.1)
    provoked = durability(specimen.inputs(record), costs={}, horizon=5.0).raises
    assert 0.01 < alone < provoked
    assert provoked == pytest.approx(alone * 0.9 + 0.1, abs=0.01)


def test_the_ratio_of_a_study_comes_back_from_its_interval(specimen):
    (old, _) = pooled_effects(specimen.made_up()["peacekeeping_effects"])
    assert exp(old.log_ratio + stats.norm.ppf(0.975) * old.error) == pytest.approx(0.69, rel=0.01)


def test_the_counts_of_the_case_give_the_interstate_estimate(ukraine_stages):
    """None of 8 and 13 of 60: half an event and one case added to each, cumulative hazards, the delta method."""
    record = ukraine_stages["feasibility"]
    (row,) = [row for row in record["peacekeeping_effects"] if row["id"] == "own_interstate"]
    rates = {row["id"]: row for row in record["base_rates"]}
    parts = [(rates[f"war_again_{kind}_force"]["events"] + 0.5, rates[f"war_again_{kind}_force"]["out_of"] + 1)
             for kind in ("with", "without")]  # fmt: skip
    hazards = [-log(1 - events / cases) for events, cases in parts]
    errors = [events / cases / (cases - events) / hazard**2
              for (events, cases), hazard in zip(parts, hazards, strict=True)]  # fmt: skip
    ratio, error = hazards[0] / hazards[1], sum(errors) ** 0.5
    assert row["estimate"] == pytest.approx(ratio, rel=0.01)
    assert [row["low"], row["high"]] == pytest.approx([ratio * exp(-1.96 * error), ratio * exp(1.96 * error)], rel=0.01)


def test_the_estimates_that_were_worked_out_before_are_those_of_the_case(ukraine_stages, ukraine):
    findings = {row.id: row for row in ukraine.tables.ceasefires.rows}
    told = {row["id"]: row for row in ukraine_stages["feasibility"]["peacekeeping_effects"]}
    for effect, finding in (("fortna_adjusted", "03"), ("fortna_unadjusted", "01"), ("walter_subset", "15")):
        number = findings[f"reanalysis_{finding}"]
        assert [told[effect][part] for part in ("estimate", "low", "high")] == [
            pytest.approx(number.estimate, abs=0.001), pytest.approx(number.low, abs=0.001),
            pytest.approx(number.high, abs=0.001),
        ]  # fmt: skip


def test_only_three_shares_carry_over():
    assert [round(weight, 3) for weight in CARRIES.values()] == [0, 0.333, 1]


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        ("peacekeeping_effects", {"low": None}, "old is pooled without its error"),
        ("dose_forms", {"id": "parabola"}, "parabola is not a form of the dose"),
        ("base_rate_models", {"base_rate": "nowhere"}, "nowhere is not among the counted rates"),
    ],
)
def test_rows_that_cannot_be_used_are_refused_in_one_sentence(specimen, table, change, message):
    record = copy.deepcopy(specimen.made_up(64))
    record[table][0].update(change)
    with pytest.raises(ValueError, match=re.escape(message)):
        durability(FeasibilityInputs.from_record(record), costs={}, horizon=5.0)


@pytest.mark.parametrize("table", ["dose_forms", "base_rate_models", "peacekeeping_effects"])
def test_an_empty_table_is_refused(specimen, table):
    with pytest.raises(ValueError, match=r"there is no|no published effect"):
        durability(specimen.inputs(specimen.made_up(64) | {table: []}), costs={}, horizon=5.0)


def test_impossible_numbers_are_refused():
    with pytest.raises(ValueError, match="size of force must be zero or more, not -1"):
        size_factor(troops=-1.0, form="linear", scale=3000.0)
    with pytest.raises(ValueError, match="standard errors above zero"):
        pooled(log_ratios=[0.1], errors=[0.0])
    with pytest.raises(ValueError, match="share of wars renewed must be between"):
        risk_over_horizon(share=1.2, watched=5.0, horizon=5.0)
    with pytest.raises(ValueError, match="not a form"):
        dose_form_of({"id": "ring", "scale": None, "weight": 1, "label": "", "origin": ""})
