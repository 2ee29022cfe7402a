"""What would have to be true."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.feasibility.passed_by_chance import judged_gates

from peacebrief.feasibility.gates.gate_model import GateModel
from peacebrief.feasibility.gates.gate_odds import all_gate_odds
from peacebrief.feasibility.gates.option_gates import margin_passes
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import smaa
from peacebrief.feasibility.turning_points.gate_switch import chances, gate_switches
from peacebrief.feasibility.turning_points.lead_switch import leader_switches, weight_switches
from peacebrief.feasibility.turning_points.switching_value import Driver, switching_value, switching_values
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.uncertainty import Quantity

QUICK = settings(max_examples=min(60, settings.default.max_examples))
UNIT = ValueFunction(((0.0, 0.0), (1.0, 1.0)))


def driver(name="d", low=0.0, central=0.5, high=1.0):
    return Driver(id=name, low=low, central=central, high=high)


def number(name, low, high, central=None):
    return Quantity(id=name, origin="x", distribution="uniform", low=low, high=high, central=central)


@QUICK
@given(at=st.floats(0.51, 1), rising=st.booleans())
def test_a_single_threshold_is_found_from_the_side_that_reaches_it(at, rising):
    found = switching_value(driver(), reached=(lambda x: x >= at) if rising else (lambda x: x <= 1 - at))
    assert found.value == pytest.approx(at if rising else 1 - at, abs=1e-5)
    assert found.value >= at if rising else found.value <= 1 - at
    assert found.distance == pytest.approx(at - 0.5, abs=1e-5)


def test_of_two_thresholds_the_nearer_one_is_given():
    found = switching_value(driver(central=0.4), reached=lambda x: x < 0.1 or x > 0.6)
    assert found.value == pytest.approx(0.6, abs=1e-5)


def test_an_island_further_off_than_a_step_is_still_the_nearest():
    found = switching_value(driver(), reached=lambda x: 0.7 < x < 0.8)
    assert found.value == pytest.approx(0.7, abs=1e-5)


def test_what_holds_already_needs_no_move_and_what_never_holds_has_no_value():
    there, never = (switching_value(driver(), reached=lambda _, answer=answer: answer) for answer in (True, False))
    assert (there.value, there.distance) == (0.5, 0.0)
    assert (never.value, never.distance) == (None, None)


def test_a_central_number_at_the_end_of_its_range_looks_the_other_way_only():
    asked = []
    found = switching_value(driver(central=0.0), reached=lambda x: asked.append(x) or x >= 0.3)
    assert found.value == pytest.approx(0.3, abs=1e-5)
    assert min(asked) == 0


def test_drivers_are_listed_nearest_first():
    drivers = [driver("far", high=10), driver("never"), driver("near"), driver("also_near")]
    limits = {"far": 9.0, "never": 2.0, "near": 0.6, "also_near": 0.6}
    found = switching_values(drivers, reached=lambda name, value: value >= limits[name])
    assert [one.driver for one in found] == ["also_near", "near", "far", "never"]


def test_a_range_out_of_order_is_refused():
    with pytest.raises(ValueError, match="outside 0 to 1"):
        driver(central=2.0)


def generation():
    """Troops = share x army / ratio, and 10 are needed; share and ratio are uncertain."""

    def passes(values, *_):
        supply = values["share"] * 200 / values["ratio"]
        return {"generation": margin_passes(available=supply, required=10.0)}

    quantities = (number("share", 0.05, 0.20, 0.1), number("ratio", 3.0, 5.0, 4.0))
    return GateModel(order=("generation",), passes=passes, quantities=quantities)


def test_the_switching_value_of_a_failing_gate_by_hand():
    drivers = [driver("share", 0.05, 0.1, 0.3), driver("ratio", 1.0, 4.0, 5.0)]
    found = gate_switches(chances(generation(), draws=2**13, seed=1), {"generation": drivers})["generation"]
    values = {one.driver: one.value for one in found}
    # Given the share s, the gate passes where the ratio is at most 20 s: (20 s - 3) / 2 = 0.745, or 75 %.
    assert values["share"] == pytest.approx((0.745 * 2 + 3) / 20, abs=2e-4)
    # Given the ratio r, it passes where the share is at least r / 20: (0.20 - r / 20) / 0.15 = 0.745.
    assert values["ratio"] == pytest.approx(20 * (0.20 - 0.745 * 0.15), abs=2e-3)


def test_a_switching_value_brings_the_gate_to_the_threshold_and_one_step_less_does_not():
    model, share = generation(), driver("share", 0.05, 0.1, 0.3)
    value = gate_switches(chances(model, draws=2**12, seed=1), {"generation": [share]})["generation"][0].value
    at, before = (
        all_gate_odds({"": model}, draws=2**12, seed=1, held={"share": held})[""].gates["generation"]
        for held in (value, value - 1e-5)
    )
    assert round(at, 2) >= 0.75 > round(before, 2)


def test_a_driver_of_another_gate_switches_nothing():
    model = GateModel(
        order=("sure", "poor"),
        passes=judged_gates({"sure": ("high", "sure"), "poor": ("low", "poor")}),
        quantities=(number("high", 0.8, 1.0), number("low", 0.0, 0.4)),
        events=("sure", "poor"),
    )
    drivers = [driver("low", 0.0, 0.2, 1.0), driver("high", 0.0, 0.9, 1.0)]
    found = gate_switches(chances(model, draws=2**12, seed=1), {"poor": drivers})
    assert [one.driver for one in found["poor"]] == ["low", "high"]
    assert found["poor"][0].value == pytest.approx(0.745, abs=0.002)
    assert found["poor"][1].value is None


def scored(**cells):
    measures = {(name[0], name[1:]): Quantity(id=name, origin="x", distribution="fixed", central=value)
                for name, value in cells.items()}  # fmt: skip
    return Scores(measures=measures, scales={name: UNIT for _, name in measures})


def test_the_score_at_which_another_option_takes_the_lead_by_hand():
    # a gains w on x and b gains 1 - w on y, so the lead goes where the larger of the two scores is.
    scores = scored(ax=0.8, ay=0.0, bx=0.0, by=0.5)
    drivers = [driver("ax", 0.0, 0.8, 1.0), driver("ay", 0.0, 0.0, 1.0), driver("by", 0.0, 0.5, 1.0)]
    found = {one.driver: one.value for one in leader_switches(scores, drivers, draws=2**12, seed=1)}
    assert found["ax"] == pytest.approx(0.5, abs=0.02)
    assert found["ay"] is None
    assert found["by"] == pytest.approx(0.8, abs=0.02)


def test_the_weight_at_which_another_option_takes_the_lead_by_hand():
    # w against (1 - w) / 2: a leads above one third.
    scores = scored(ax=1.0, ay=0.0, bx=0.0, by=0.5)
    found = weight_switches(scores, [driver("x", 0.0, 0.5, 1.0), driver("y", 0.5, 0.6, 1.0)], draws=1024, seed=1)
    values = {one.driver: one.value for one in found}
    assert values["x"] == pytest.approx(1 / 3, abs=1e-4)
    assert values["y"] == pytest.approx(2 / 3, abs=1e-4)


def test_at_its_switching_value_the_lead_has_changed():
    names = [f"{option}{criterion}" for option in "abc" for criterion in "xyz"]
    values = dict(zip(names, np.random.default_rng(10).random(9).round(2).tolist(), strict=True))
    usual = smaa(scores=scored(**values), draws=512, seed=1)["whole_simplex"].leader()
    drivers = [driver(name, 0, value, 1) for name, value in values.items()]
    switches = leader_switches(scored(**values), drivers, draws=512, seed=1)
    found = {one.driver: one.value for one in switches if one.value is not None}
    leaders = [
        smaa(scores=scored(**values | {name: value}), draws=512, seed=1)["whole_simplex"].leader()
        for name, value in found.items()
    ]
    assert len(leaders) >= 3
    assert usual not in leaders


def test_uncertain_scores_are_held_one_by_one():
    # a leads where its uniform mean of one half exceeds b's score on the same criterion.
    measures = {("a", "x"): number("ax", 0.0, 1.0), ("b", "x"): number("bx", 0.0, 0.8)}
    scores = Scores(measures=measures, scales={"x": UNIT})
    drivers = [driver("ax", 0.0, 0.5, 1.0), driver("bx", 0.0, 0.4, 1.0)]
    found = {one.driver: one.value for one in leader_switches(scores, drivers, draws=2**13, seed=1)}
    # The median of the other option is where the lead changes hands: 0.4 for b, 0.5 for a.
    assert found == pytest.approx({"ax": 0.4, "bx": 0.5}, abs=0.005)


def test_an_unknown_measure_is_refused():
    with pytest.raises(ValueError, match="no measure of the scores is called zz"):
        leader_switches(scored(ax=1.0, bx=0.5), [driver("zz")], draws=64, seed=1)


def test_a_criterion_alone_has_all_the_weight_and_no_switch():
    alone = Scores(measures={("a", "x"): 0.6, ("b", "x"): 0.3}, scales={"x": UNIT})
    assert weight_switches(alone, [driver("x", 0.0, 1.0, 1.0)], draws=1024, seed=1) == ()
