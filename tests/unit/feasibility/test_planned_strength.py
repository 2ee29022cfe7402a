"""Plans by year: what the gates of manpower ask for, and the course of past forces beside them."""

import copy
from types import SimpleNamespace

import numpy as np
import pytest

from peacebrief.feasibility.gates.available_troops import MOST_COUNTED, SupplyCounts
from peacebrief.feasibility.gates.mission_course import course_facts, course_table, courses
from peacebrief.feasibility.gates.planned_strength import PLAN, PlannedStrength, starting_size
from peacebrief.feasibility.given import FeasibilityInputs

pytestmark = pytest.mark.slow

HALF = {PLAN: np.array([0.5, 0.5, 0.5])}


def plan_of(horizon=5, **shares):
    """A plan by year; each share is certain, so that its range is a point."""
    rows = {int(name.removeprefix("year_")): {"low": share, "central": share, "high": share, "origin": name}
            for name, share in shares.items()}  # fmt: skip
    return PlannedStrength(horizon=horizon, rows=rows)


class Supply:
    """A supply that loses a tenth of 1,000, 2,000 and 4,000 troops each year, and how it was asked for its start."""

    def __init__(self):
        self.most_times = None

    def supply(self, *_):
        return np.array([1000.0, 2000.0, 4000.0])

    def at_start(self, *_, most_times):
        self.most_times = most_times
        return self.supply() * np.minimum(1.5, most_times)

    def sustained(self, *_, years):
        return np.floor(self.supply() * 0.9**years)


def kept_up(plan):
    return plan.kept_up(Supply(), "watch", "alone", HALF).tolist()


def test_without_a_plan_the_whole_force_is_asked_for_after_the_last_year():
    assert kept_up(plan_of()) == [590, 1180, 2361]


def test_a_force_half_as_strong_in_the_last_years_may_start_twice_as_large():
    # Full strength to year 2: 810 are left then; half of it in year 5: 590 are left, enough for 1,180 at the start.
    assert kept_up(plan_of(year_3=0.5)) == [810, 1620, 3240]
    assert kept_up(plan_of(year_1=0.5)) == [1180, 2360, 4722]


def test_the_gate_passes_where_every_year_does():
    plan = plan_of(year_1=0.9, year_2=0.8, year_4=0.3)
    sizes = np.arange(1.0, 6000.0, 7.0)
    left = {year: Supply().sustained(years=year) for year in range(1, 6)}
    shares = {1: 0.9, 2: 0.8, 3: 0.8, 4: 0.3, 5: 0.3}
    for place, most in enumerate(kept_up(plan)):
        passes = [all(left[year][place] >= shares[year] * size for year in left) for size in sizes]
        assert passes == [size <= most for size in sizes]


@pytest.mark.parametrize("lower", [0.9, 0.5, 0.2])
def test_planning_less_never_makes_rotation_harder(lower):
    full, less = kept_up(plan_of(year_2=1.0)), kept_up(plan_of(year_2=lower))
    assert all(after >= before for before, after in zip(full, less, strict=True))


def test_a_surge_counts_no_further_than_the_plan_falls_in_its_first_year():
    supply = Supply()
    started = plan_of(year_1=0.8).at_start(supply, "watch", "alone", HALF)
    assert supply.most_times.tolist() == [1.25, 1.25, 1.25]
    assert started.tolist() == [1250, 2500, 5000]


@pytest.mark.parametrize("plan", [plan_of(), plan_of(year_2=0.5)])
def test_without_a_fall_in_the_first_year_there_is_no_surge(plan):
    supply = Supply()
    assert plan.at_start(supply, "watch", "alone", HALF).tolist() == supply.supply().tolist()
    assert supply.most_times is None


def test_the_size_at_the_start_is_whole_and_meets_its_share():
    assert starting_size(left=100.0, share=0.3) == 333
    assert starting_size(left=90.0, share=0.9) == 100


def test_a_tiny_share_does_not_swell_what_is_counted():
    counts, name = SupplyCounts(), ("watch", "alone", "rotation")
    counts.add(name, np.array([1e12, 50.0, 0.0, 50.0]))
    assert counts.share_reaching(name, 50.0) == 0.75
    assert counts.share_reaching(name, 51.0) == 0.25
    assert len(counts._counts[name]) == MOST_COUNTED + 1


READINGS = [
    ("wait", "staged", "1999-12", 300.0, "peace"), ("one", "start", "2000-01", 1000.0, "peace"),
    ("two", "later", "2001-01", 800.0, "peace"), ("three", "later", "2003-01", 400.0, "peace"),
]  # fmt: skip


@pytest.fixture
def past():
    """Inputs with some readings of a past force, and others as told."""

    def of(*more):
        told = [("watch", *row) for row in READINGS] + list(more)
        rows = [
            {"id": name, "mission": mission, "name": mission, "moment": moment, "date": date, "strength": strength,
             "kind": kind, "origin": f"table:{name}"}
            for mission, name, moment, date, strength, kind in told
        ]  # fmt: skip
        return SimpleNamespace(rows=lambda _: rows, settings={"planning_horizon": 5})

    return of


def test_a_past_force_is_told_by_straight_lines_as_far_as_it_was_read(past):
    (course,) = courses(past())
    assert [course.share(year) for year in (0.5, 1, 2, 3, 3.5)] == pytest.approx([0.9, 0.8, 0.6, 0.4, None])
    assert (course.start, course.staged["strength"]) == (1000.0, 300.0)


def test_a_year_rests_on_the_start_and_the_readings_on_both_sides(past):
    (course,) = courses(past())
    assert course.origins(2) == ("table:one", "table:two", "table:three")
    assert course.origins(0.5) == ("table:one", "table:two")
    assert course.origins(3) == ("table:one", "table:two", "table:three")


def test_growth_counts_as_full_strength_and_wars_do_not_count(past):
    grown = [("grown", "four", "start", "2010-01", 10.0, "peace"), ("grown", "five", "later", "2015-01", 60.0, "peace")]
    war = [("war", "six", "start", "2010-01", 10.0, "war"), ("war", "seven", "later", "2015-01", 1.0, "war")]
    found = {fact["id"]: fact["value"] for fact in course_facts(past(*grown, *war))}
    assert found["feasibility.past_strength.median.1"] == pytest.approx((0.8 + 1.0) / 2)
    assert found["feasibility.past_strength.median.4"] == 1.0  # the watch was not read that late
    # The one that grew had 20 of 10 after a year, by a fifth of its way to 60.
    assert found["feasibility.past_surge"] == pytest.approx((1 / 0.8 + 10 / 20) / 2)
    assert found["feasibility.past_staged.watch"] == pytest.approx(0.3)
    assert len(course_table(past(*grown, *war))["rows"]) == 3


def test_without_readings_nothing_is_told():
    assert list(course_facts(SimpleNamespace(rows=lambda _: [], settings={"planning_horizon": 5}))) == []


def without(case, *tables):
    """The case without some tables."""
    changed = {**case, "feasibility": copy.deepcopy(case["feasibility"])}
    for table in tables:
        changed["feasibility"][table] = []
    return changed


def test_a_case_without_a_plan_has_the_gates_of_full_strength(island, judge):
    found = {fact["id"]: fact for fact in judge(without(island, PLAN, "mission_strengths"))[1]["facts"]}
    inputs = FeasibilityInputs.from_record(island["feasibility"])
    for gate in (gate.id for gate in inputs.gates if gate.kind == "rotation"):
        for option in inputs.options:
            for level in inputs.support_levels:
                full = found[f"feasibility.rotation_full_strength.{option.id}.{level}"]["value"]
                assert found[f"feasibility.gate.{gate}.{option.id}.{level}"]["value"] == full
    assert not any("planned_strength" in name or "past_" in name for name in found)


def test_a_plan_raises_the_gates_of_manpower_and_leaves_full_strength_as_it_is(island, judge):
    eased = without(island)
    eased["feasibility"][PLAN] = [
        {"option": option["id"], "year": 1, "low": 0.3, "central": 0.5, "high": 0.7, "origin": f"table:{option['id']}"}
        for option in eased["feasibility"]["options"]
    ]
    plain, planned = (
        {fact["id"]: fact.get("value") for fact in judge(case)[1]["facts"]} for case in (without(island, PLAN), eased)
    )
    kinds = {gate["id"]: gate["kind"] for gate in island["feasibility"]["gates"]}
    gates = [name for name in plain if name.startswith("feasibility.gate.")]
    moved = [name for name in gates if kinds[name.split(".")[2]] in {"rotation", "generation"}]
    assert all(planned[name] >= plain[name] for name in moved)
    assert any(planned[name] > plain[name] for name in moved)
    assert all(planned[name] == plain[name] for name in [*set(gates) - set(moved)])
    full = [name for name in plain if name.startswith("feasibility.rotation_full_strength.")]
    assert [planned[name] for name in full] == [plain[name] for name in full]
