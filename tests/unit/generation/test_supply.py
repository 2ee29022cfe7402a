"""Supply, positions and the supply curve against hand calculation, enumeration and published figures."""

import inspect
from importlib import import_module
from itertools import product
from math import prod
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.generation.supply.contribution import (
    army_share,
    carried_troops,
    kept_deployed,
    led,
    left_by_rotation,
    taking_part,
    total_supply,
)
from peacebrief.generation.supply.supply_curve import SupplyCurve, standard_sizes

QUICK = settings(max_examples=min(60, settings.default.max_examples))
CHANCES = {"yes": 0.9, "conditional": 0.4, "no": 0.05}
FORMULAS = (
    "supply.contribution.whole",
    "supply.contribution.carried_troops",
    "supply.contribution.army_share",
)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_gives_the_same_on_numbers_one_by_one_and_on_an_array_and_takes_names_only(name):
    module, _, formula = name.rpartition(".")
    function = getattr(import_module(f"peacebrief.generation.{module}"), formula)
    parameters = inspect.signature(function).parameters
    drawn = np.random.default_rng(1).uniform(0.1, 50, (len(parameters), 20))
    together = function(**dict(zip(parameters, drawn, strict=True)))
    apart = [function(**dict(zip(parameters, column.tolist(), strict=True))) for column in drawn.T]
    assert together.tolist() == apart
    assert {parameter.kind for parameter in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}


def test_the_british_share_is_the_published_one():
    # 7,500 of 71,000 trained regulars at three to five in the pool for each deployed: 32 to 53 per cent.
    shares = army_share(deployed=7500.0, ratio=np.array([3.0, 5.0]), army=71_000.0)
    assert np.round(100 * shares).tolist() == [32, 53]


def test_an_army_that_keeps_what_it_kept_before_keeps_as_many_as_before():
    # Britain in 2010: 9,500 of 113,360 in Afghanistan; today 75,000, of whom 1,200 are in Estonia and Cyprus.
    assert kept_deployed(army=113_360.0, share=9500 / 113_360, committed=0.0, stricter=1.0) == 9500
    assert kept_deployed(army=75_000.0, share=9500 / 113_360, committed=1200.0, stricter=1.0) == 5085


def test_troops_kept_deployed_are_whole_never_below_nought_and_an_exact_result_loses_nobody():
    # 0.29 * 100 is 28.999999999999996 in floating point.
    assert kept_deployed(army=100.0, share=0.29, committed=0.0, stricter=1.0) == 29
    assert kept_deployed(army=100.0, share=0.29, committed=40.0, stricter=1.0) == 0
    assert kept_deployed(army=1000.0, share=0.1, committed=20.0, stricter=0.6) == 48


def test_a_stricter_rotation_leaves_less_and_a_looser_one_adds_nothing():
    assert left_by_rotation(ratio=3.0, later=5.0) == 0.6
    assert left_by_rotation(ratio=5.0, later=3.0) == 1.0
    with pytest.raises(ValueError, match="must be one or more"):
        left_by_rotation(ratio=0.9, later=3.0)


def test_brigades_count_in_parts():
    # 0.04 brigades of 4,500 are 180 soldiers; where they are half of the force, as many support them.
    assert carried_troops(brigades=0.04, brigade_strength=4500.0, brigade_share=1.0) == 180
    assert carried_troops(brigades=0.04, brigade_strength=4500.0, brigade_share=0.5) == 360


@pytest.mark.parametrize(("share", "stricter"), [(0.1, 1.1), (1.1, 1.0), (-0.1, 1.0)])
def test_impossible_shares_are_refused(share, stricter):
    with pytest.raises(ValueError, match="must lie between 0 and 1"):
        kept_deployed(army=1000.0, share=share, committed=0.0, stricter=stricter)


def test_a_contributor_takes_part_where_its_uniform_is_below_its_chance_and_it_belongs_to_the_option():
    uniforms, chance = np.array([[0.3, 0.95], [0.3, 0.95], [0.01, 0.02]]), np.array([[0.9], [0.05], [0.4]])
    found = taking_part(uniforms=uniforms, chance=chance, eligible=[True, True, False])
    assert found.tolist() == [[1, 0], [0, 0], [0, 0]]


def test_there_is_no_force_in_draws_without_enough_framework_nations():
    part = np.array([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
    assert led(taking_part=part, framework=[True, True, False], needed=1).tolist() == [1, 1, 0]
    assert led(taking_part=part, framework=[True, True, False], needed=2).tolist() == [1, 0, 0]


@QUICK
@given(place=st.integers(0, 4), seed=st.integers(0, 1000))
def test_a_harder_position_never_adds_troops_in_any_draw(place, seed):
    uniforms = np.random.default_rng(seed).uniform(size=(5, 50))
    before = ["yes", "conditional", "conditional", "yes", "conditional"]
    after = [word if row != place else "no" for row, word in enumerate(before)]
    troops = np.array([[500.0], [70.0], [800.0], [20.0], [300.0]])

    def supply(positions):
        chance = np.array([[CHANCES[word]] for word in positions])
        return total_supply(
            troops=troops, taking_part=taking_part(uniforms=uniforms, chance=chance, eligible=[True] * 5)
        )

    assert np.all(supply(after) <= supply(before))


def test_the_supply_curve_of_independent_contributors_is_that_of_all_their_combinations():
    troops, chances = [4000.0, 2500.0, 1500.0], [0.9, 0.5, 0.3]
    sizes = np.array([0.0, 1500.0, 2501.0, 4000.0, 6500.0, 8001.0])
    exact = [
        sum(
            prod(chance if sent else 1 - chance for chance, sent in zip(chances, part, strict=True))
            for part in product((0, 1), repeat=3)
            if sum(many * sent for many, sent in zip(troops, part, strict=True)) >= size
        )
        for size in sizes
    ]
    uniforms = np.random.default_rng(3).uniform(size=(3, 200_000))
    part = taking_part(uniforms=uniforms, chance=np.array(chances)[:, None], eligible=[True] * 3)
    curve = SupplyCurve.of(supply=total_supply(troops=np.array(troops)[:, None], taking_part=part), sizes=sizes)
    # Four standard errors of a share of 200,000 draws.
    assert curve.probabilities().tolist() == pytest.approx(exact, abs=4 * 0.5 / 200_000**0.5)
    assert (exact[0], exact[-1]) == (pytest.approx(1), 0)


@QUICK
@given(
    supply=st.lists(st.integers(0, 250_000), min_size=1, max_size=60),
    cut=st.integers(1, 59),
    size=st.sampled_from(standard_sizes().tolist()),
)
def test_a_supply_curve_counts_every_draw_falls_and_is_the_same_in_parts(supply, cut, size):
    draws, sizes = np.array(supply, dtype=float), standard_sizes()
    whole = SupplyCurve.of(supply=draws, sizes=sizes)
    assert whole.at(size=size) == sum(one >= size for one in supply) / len(supply)
    assert whole.mean() == sum(supply) / len(supply)
    assert np.all(np.diff(whole.probabilities()) <= 0)
    if cut < len(supply):
        parts = [SupplyCurve.of(supply=part, sizes=sizes) for part in (draws[cut:], draws[:cut])]
        merged = parts[0].merged(parts[1])
        assert merged.reached.tolist() == whole.reached.tolist()
        assert (merged.draws, merged.total) == (whole.draws, whole.total)


def test_standard_sizes_run_from_none_to_200_000():
    sizes = standard_sizes()
    assert (sizes[0], sizes[-1], len(sizes)) == (0, 200_000, 201)


def test_sizes_that_do_not_rise_differ_or_were_not_counted_are_refused():
    draws = np.array([5.0])
    with pytest.raises(ValueError, match="must rise"):
        SupplyCurve.of(supply=draws, sizes=np.array([2.0, 1.0]))
    curve = SupplyCurve.of(supply=draws, sizes=np.array([1.0, 2.0]))
    with pytest.raises(ValueError, match="over the same sizes"):
        curve.merged(SupplyCurve.of(supply=draws, sizes=np.array([1.0, 3.0])))
    with pytest.raises(ValueError, match=r"not counted at 1\.5"):
        curve.at(size=1.5)


def test_131_072_draws_of_33_contributors_make_a_curve_in_well_under_a_second():
    rng = np.random.default_rng(0)
    uniforms = rng.uniform(size=(33, 2**17))
    share = rng.uniform(0.01, 0.2, size=(33, 2**17))
    army = rng.uniform(400, 1e5, size=(33, 1))
    chance = rng.uniform(size=(33, 1))
    started = perf_counter()
    parts = []
    for start in range(0, 2**17, 8192):
        rows = slice(start, start + 8192)
        part = taking_part(uniforms=uniforms[:, rows], chance=chance, eligible=[True] * 33)
        troops = kept_deployed(army=army, share=share[:, rows], committed=100.0, stricter=1.0)
        supply = total_supply(troops=troops, taking_part=part)
        parts.append(SupplyCurve.of(supply=supply, sizes=standard_sizes()))
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.merged(part)
    assert perf_counter() - started < 1
    assert whole.draws == 2**17
