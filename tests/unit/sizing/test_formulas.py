"""Properties of the formulas, whatever the numbers."""

import inspect
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.sizing.methods.air_task import evacuation_bases
from peacebrief.sizing.methods.ground_task import posts, reaction_bases
from peacebrief.sizing.methods.task_organised import branch, field_troops, support_troops, task_organised
from peacebrief.sizing.methods.troop_rotation import cycled, pool

POSITIVE = st.floats(0.1, 1e4)
QUICK = settings(max_examples=min(40, settings.default.max_examples))
FORMULAS = (
    "methods.method_family.population_force",
    "methods.method_family.line_force",
    "methods.method_family.brigades_to_hold",
    "methods.method_family.force_to_space",
    "methods.ground_task.posts",
    "methods.ground_task.patrols",
    "methods.ground_task.reaction_bases",
    "methods.ground_task.reaction_teams",
    "methods.air_task.monitoring_orbits",
    "methods.air_task.monitoring_aircraft",
    "methods.air_task.evacuation_bases",
    "methods.air_task.helicopters",
    "methods.ground_task.sectors",
    "methods.ground_task.reserve_brigades",
    "methods.ground_task.tanks",
    "methods.ground_task.infantry_fighting_vehicles",
    "methods.task_organised.field_troops",
    "methods.task_organised.task_organised",
    "methods.task_organised.support_troops",
    "methods.task_organised.branch",
    "methods.troop_rotation.pool",
    "methods.troop_rotation.cycled",
    "methods.troop_rotation.brigade_troops",
    "methods.troop_rotation.army_share",
    "needs.sizing_plan.density",
    "needs.sizing_plan.total_line",
)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_gives_the_same_on_numbers_one_by_one_and_on_an_array(name):
    module, _, formula = name.rpartition(".")
    function = getattr(import_module(f"peacebrief.sizing.{module}"), formula)
    names = list(inspect.signature(function).parameters)
    drawn = np.random.default_rng(1).uniform(0.1, 50, (len(names), 20))
    together = function(**dict(zip(names, drawn, strict=True)))
    apart = [function(**dict(zip(names, column.tolist(), strict=True))) for column in drawn.T]
    assert together.tolist() == apart


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_takes_its_arguments_by_name_only(name):
    module, _, formula = name.rpartition(".")
    function = getattr(import_module(f"peacebrief.sizing.{module}"), formula)
    kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
    assert kinds == {inspect.Parameter.KEYWORD_ONLY}


@QUICK
@given(line=POSITIVE, more=POSITIVE, spacing=POSITIVE)
def test_a_longer_line_never_needs_fewer_posts(line, more, spacing):
    assert posts(line_length=line + more, post_spacing=spacing) >= posts(line_length=line, post_spacing=spacing)


@QUICK
@given(line=POSITIVE, speed=POSITIVE, minutes=POSITIVE, sooner=st.floats(0.01, 1))
def test_a_shorter_reach_time_never_needs_fewer_bases(line, speed, minutes, sooner):
    usual = reaction_bases(line_length=line, reaction_speed=speed, reaction_time=minutes)
    assert reaction_bases(line_length=line, reaction_speed=speed, reaction_time=minutes * sooner) >= usual


@QUICK
@given(line=POSITIVE, speed=POSITIVE, minutes=POSITIVE)
def test_every_point_of_the_line_is_within_reach_of_a_base_and_no_base_is_idle(line, speed, minutes):
    reach_km = speed * minutes / 60
    bases = reaction_bases(line_length=line, reaction_speed=speed, reaction_time=minutes)
    assert bases * 2 * reach_km >= line * (1 - 1e-12)
    assert (bases - 1) * 2 * reach_km < line * (1 + 1e-12)


@QUICK
@given(line=POSITIVE, speed=POSITIVE, notice=st.floats(0, 1e6))
def test_a_longer_notice_never_needs_fewer_evacuation_bases_and_always_a_finite_number(line, speed, notice):
    usual = evacuation_bases(line_length=line, helicopter_speed=speed, golden_hour=60.0, medical_notice=notice)
    late = evacuation_bases(line_length=line, helicopter_speed=speed, golden_hour=60.0, medical_notice=notice + 5)
    assert 1 <= usual <= late < np.inf


@QUICK
@given(force=POSITIVE, ratio=POSITIVE, more=POSITIVE)
def test_a_higher_rotation_ratio_never_shrinks_the_pool(force, ratio, more):
    assert pool(force=force, ratio=ratio + more) >= pool(force=force, ratio=ratio)


@QUICK
@given(force=POSITIVE, months=st.floats(1, 60), tour=st.floats(1, 12), longer=st.floats(0, 12))
def test_longer_tours_never_cycle_more_troops(force, months, tour, longer):
    usual = cycled(force=force, horizon_months=months, tour_months=tour)
    assert cycled(force=force, horizon_months=months, tour_months=tour + longer) <= usual


@QUICK
@given(field=POSITIVE, share=st.floats(0.05, 1), reserve=st.floats(0, 2))
def test_a_force_is_never_smaller_than_its_field_troops(field, share, reserve):
    assert task_organised(field_troops=field, combat_share=share, operational_reserve=reserve) >= field


@QUICK
@given(deployed=POSITIVE, share=st.floats(0, 1), weights=st.lists(st.floats(0.01, 1), min_size=5, max_size=5))
def test_the_branches_add_up_to_the_support_troops(deployed, share, weights):
    support = support_troops(deployed=deployed, combat_share=share)
    names = ("engineers", "medical", "signals", "logistics", "headquarters")
    split = dict(zip(names, weights, strict=True))
    assert sum(branch(support=support, weight=weight, **split) for weight in weights) == pytest.approx(support)


def test_a_combat_share_above_one_leaves_no_support_troops():
    assert support_troops(deployed=1000.0, combat_share=1.2) == 0


def test_a_role_without_tasks_has_no_field_troops():
    assert field_troops() == 0
