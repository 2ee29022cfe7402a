"""The share of an army kept deployed: the fit worked out another way, what must hold of it, and states left out."""

import csv
from dataclasses import replace
from itertools import product
from math import exp, log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import multivariate_normal, permutation_test

from peacebrief.generation.sustained.deployment_record import StateYear, counted
from peacebrief.generation.sustained.held_out import (
    CONSTANT,
    OLD_RULE,
    SCORES,
    SHARE,
    by_state,
    chance_of_difference,
    held_out,
)
from peacebrief.generation.sustained.share_model import ShareModel
from peacebrief.uncertainty.distributions import inverse_cdf

pytestmark = pytest.mark.slow

RECORD = Path(__file__).resolve().parents[3] / "inputs" / "reference" / "sustained_deployments.csv"
QUICK = settings(max_examples=min(40, settings.default.max_examples), deadline=None)


def real_rows():
    with RECORD.open(encoding="utf-8", newline="") as stream:
        return tuple(StateYear.from_row({**row, "origin": row["id"]}) for row in csv.DictReader(stream))


def year(state, when, share, kind="professional", *, bound="about"):
    return StateYear(contributor=state, country=state.title(), year=when, kind=kind, deployed=share * 1000, army=1000.0,
                     bound=bound, origin=f"{state}_{when}")  # fmt: skip


SMALL = (
    year("ash", 2001, 0.04), year("ash", 2004, 0.06), year("ash", 2005, 0.065), year("birch", 2004, 0.02, "mixed"),
    year("birch", 2012, 0.03), year("cedar", 2010, 0.11), year("dogwood", 2009, 0.015, "conscript"),
)  # fmt: skip


@pytest.fixture(scope="module")
def real():
    return real_rows()


@pytest.fixture(scope="module")
def told(real):
    return held_out(real)


def integrated(rows, state, kind, *, states, kinds, memories):
    """Mean and deviation of the log share of a new year, far from all others, of a state with an army of a kind.

    Worked out by brute force: the density of all log shares, and the conditional normal of the new one, on a fine mesh
    of the common mean and the deviation of years, at every step of the grids; no formula of the package is used.
    """
    logs = np.array([log(row.deployed / row.army) for row in rows])
    means, scales = np.linspace(-7, 1, 241), np.exp(np.linspace(log(0.01), log(40), 321))
    mean, scale = (one.ravel() for one in np.meshgrid(means, scales))
    evidence, first, second = [], [], []
    for tau, kappa, rho in product(states, kinds, memories):
        everyone = [(row.contributor, row.kind, row.year) for row in rows] + [(state, kind, 10_000)]
        joint = np.array([
            [(one[0] == two[0]) * (tau**2 + (1.0 if one[2] == two[2] else rho ** abs(one[2] - two[2])))
             + (one[1] == two[1]) * kappa**2 for two in everyone] for one in everyone
        ])  # fmt: skip
        seen, across, own = joint[:-1, :-1], joint[:-1, -1], joint[-1, -1]
        standard = (logs - mean[:, None]) / scale[:, None]
        density = np.exp(multivariate_normal(cov=seen).logpdf(standard) - len(logs) * np.log(scale))
        pull = np.linalg.solve(seen, across)
        expected = mean + scale * (standard @ pull)
        spread = scale**2 * (own - across @ pull)
        evidence.append(density.sum())
        first.append((density * expected).sum())
        second.append((density * (spread + expected**2)).sum())
    total = sum(evidence)
    centre = sum(first) / total
    return centre, (sum(second) / total - centre**2) ** 0.5


GRIDS = {"states": (0.0, 1.0, 2.5), "kinds": (0.0, 1.5), "memories": (0.0, 0.8)}


@pytest.mark.parametrize(
    ("state", "kind"), [("ash", "professional"), ("birch", "mixed"), ("new", "conscript"), ("new", "mixed")]
)
def test_the_fit_is_what_brute_force_integration_gives(state, kind):
    found = ShareModel(SMALL, **GRIDS).predicted(state, kind)
    centre, deviation = integrated(counted(SMALL), state, kind, **GRIDS)
    assert found.log_mean == pytest.approx(centre, abs=2e-3)
    assert found.deviation == pytest.approx(deviation, rel=5e-3)


@pytest.mark.slow
@pytest.mark.parametrize("state", ["united_kingdom", "germany", "new"])
def test_the_fit_of_the_real_record_is_what_brute_force_integration_gives(real, state):
    grids = {"states": (0.5, 1.5), "kinds": (0.0, 1.0), "memories": (0.5, 0.9)}
    found = ShareModel(real, **grids).predicted(state, "professional")
    centre, deviation = integrated(counted(real), state, "professional", **grids)
    assert found.log_mean == pytest.approx(centre, abs=2e-3)
    assert found.deviation == pytest.approx(deviation, rel=5e-3)


@QUICK
@given(st.permutations(SMALL))
def test_the_order_of_rows_does_not_matter(rows):
    assert ShareModel(rows).predicted("birch", "mixed") == ShareModel(SMALL).predicted("birch", "mixed")
    first, second = held_out(rows), held_out(SMALL)
    assert [one.spans for one in first] == [one.spans for one in second]


def test_where_states_and_kinds_do_not_differ_all_are_told_the_mean():
    model = ShareModel(SMALL, states=(0.0,), kinds=(0.0,), memories=(0.0,))
    logs = [log(row.share) for row in SMALL]
    for state, kind in (("ash", "professional"), ("dogwood", "conscript"), ("new", "mixed")):
        found = model.predicted(state, kind)
        assert found.log_mean == pytest.approx(np.mean(logs))
        # The textbook's deviation of a new number of such a sample, with the mean of the variance known as an inverse
        # chi-square of six degrees.
        assert found.deviation == pytest.approx(np.std(logs, ddof=1) * (8 / 7 * 6 / 4) ** 0.5)


@QUICK
@given(st.floats(0.05, 3.0), st.floats(1.05, 3.0))
def test_the_farther_states_lie_apart_the_less_a_state_is_drawn_to_the_others(apart, wider):
    logs = {"ash": np.mean([log(0.04), log(0.06), log(0.065)]), "cedar": log(0.11), "dogwood": log(0.015)}
    kinds = {"dogwood": "conscript"}
    for state, own in logs.items():
        distances = [
            abs(ShareModel(SMALL, states=(step,), kinds=(0.0,), memories=(0.0,))
                .predicted(state, kinds.get(state, "professional")).log_mean - own)
            for step in (apart, apart * wider)
        ]  # fmt: skip
        assert distances[1] <= distances[0] + 1e-9


def test_years_that_resemble_each_other_count_less_than_years_that_do_not():
    crowded = (*SMALL, *(year("cedar", 2010 + step, 0.11) for step in range(1, 6)))
    alike, apart = (
        ShareModel(crowded, states=(1.0,), kinds=(0.0,), memories=(memory,)).predicted("cedar", "professional")
        for memory in (0.95, 0.0)
    )
    assert alike.log_mean < apart.log_mean < log(0.11)
    assert alike.deviation > apart.deviation


def test_a_least_and_a_most_are_no_counts():
    more = (*SMALL, year("ash", 2015, 0.5, bound="least"), year("elm", 2015, 0.0001, bound="most"))
    assert ShareModel(more).predicted("ash", "professional") == ShareModel(SMALL).predicted("ash", "professional")


@QUICK
@given(st.lists(st.floats(0.2, 1.0), min_size=6, max_size=10))
def test_a_share_is_never_above_one(shares):
    rows = [year(f"s{place % 4}", 2000 + place, share) for place, share in enumerate(shares)]
    found = ShareModel(rows).predicted("s0", "professional")
    low, middle, high = found.span
    assert 0 < low <= middle <= high <= 1
    assert all(one.spans[way][2] <= 1 for one in held_out(rows) for way in (SHARE, CONSTANT))


def test_what_is_drawn_has_the_percentiles_that_are_told(real):
    found = ShareModel(real).predicted("united_kingdom", "professional")
    draw = inverse_cdf(found.quantity(name="share", origin="test"))
    assert draw(np.array([0.05, 0.5, 0.95])) == pytest.approx(found.span, rel=1e-4)


@pytest.mark.parametrize("state", ["united_kingdom", "canada", "norway"])
def test_a_state_left_out_says_nothing_of_itself(real, told, state):
    changed = [replace(row, deployed=row.deployed / 3) if row.contributor == state else row for row in real]
    again = held_out(changed)
    own = [(one.spans, two.spans) for one, two in zip(told, again, strict=True) if one.row.contributor == state]
    others = [(one.spans, two.spans) for one, two in zip(told, again, strict=True) if one.row.contributor != state]
    assert own
    assert all(one == two for one, two in own)
    assert all(one[SHARE] != two[SHARE] for one, two in others)


def test_the_constant_and_the_old_rule_are_what_they_are_called(told):
    one = next(one for one in told if one.row.contributor == "norway")
    rest = [row.share for row in counted(real_rows()) if row.contributor != "norway"]
    assert one.spans[CONSTANT][1] == pytest.approx(np.prod(rest) ** (1 / len(rest)))
    # 12.5 per cent of an army over 3 is a twenty-fourth; 5 per cent over 5 a hundredth.
    assert one.spans[OLD_RULE] == pytest.approx((0.01, 1 / 24, 0.08))
    assert 10 ** one.error(OLD_RULE) == pytest.approx((600 / 9000) * 24)


def test_scores_by_hand():
    rows = [year(name, 2000, share) for name, share in zip("abcdef", (0.01, 0.02, 0.04, 0.05, 0.08, 0.16), strict=True)]
    told = held_out(rows)
    # Against a twenty-fourth: factors of 4.17, 2.08, 1.04, 1.2, 1.92 and 3.84.
    assert SCORES["share_within_factor_2"](told, OLD_RULE) == pytest.approx(3 / 6)
    assert 10 ** SCORES["median_abs_log10_error"](told, OLD_RULE) == pytest.approx((1.92 * 50 / 24) ** 0.5)
    assert SCORES["coverage_90"](told, OLD_RULE) == pytest.approx(5 / 6)


def test_whether_a_lead_is_chance_is_what_a_library_says(told):
    pairs = np.array([by_state(told, SHARE), by_state(told, CONSTANT)])
    library = permutation_test(
        (pairs[0] - pairs[1],), np.sum, permutation_type="samples", n_resamples=np.inf, vectorized=False
    )
    assert chance_of_difference(told, SHARE, CONSTANT) == pytest.approx(library.pvalue)
    assert chance_of_difference(told, SHARE, SHARE) == 1.0


def test_the_real_fit_lies_between_what_a_state_has_kept_and_what_all_have(real):
    model = ShareModel(real)
    assert len(model.rows) >= 30
    _, everyone, _ = model.predicted("nobody", "professional").span
    for state in ("canada", "netherlands", "united_states", "spain", "poland"):
        own = exp(np.mean([log(row.share) for row in model.rows if row.contributor == state]))
        _, middle, _ = model.predicted(state, "professional").span
        assert min(own, everyone) < middle < max(own, everyone), state
    # What Britain kept in Afghanistan in 2010, 9,500 of 113,360, and in 2020, 2,600 of 83,000, lie within its range.
    low, _, high = model.predicted("united_kingdom", "professional").span
    assert low < 2600 / 83_000 < 9500 / 113_360 < high


def test_what_cannot_be_used_is_named(real):
    with pytest.raises(ValueError, match="ash 2001: 1200 deployed by an army of 1000 is no share of it"):
        StateYear.from_row({"contributor": "ash", "country": "Ash", "year": 2001, "kind": "mixed", "deployed": 1200,
                            "army": 1000, "bound": "about", "origin": "here"})  # fmt: skip
    with pytest.raises(ValueError, match="too short: 3 of its rows are counts, and 4 are needed"):
        ShareModel(SMALL[:3])
    with pytest.raises(ValueError, match="no state of the record has kept deployed an army of the kind levy"):
        ShareModel(real).predicted("ash", "levy")
