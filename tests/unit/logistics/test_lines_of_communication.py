"""The rate by line of communication: its calibration, its predictions and its misses, on the real table."""

import pytest

from peacebrief.logistics.deployment.past_deployment import calibration_row, past_cases, predict, prediction, rate_of
from peacebrief.logistics.given import LogisticsInputs


@pytest.fixture(scope="module")
def inputs(real):
    return LogisticsInputs.from_record(real.record)


@pytest.fixture(scope="module")
def cases(inputs):
    return {case.id: case for case in past_cases(inputs)}


def test_the_rate_is_that_of_task_force_eagle(inputs):
    # 25,000 troops and 11,000 vehicles in 68 days (American Forces Press Service 1996).
    assert rate_of(calibration_row(inputs, "persons")) == pytest.approx(25_000 / 68)
    assert rate_of(calibration_row(inputs, "vehicles")) == pytest.approx(11_000 / 68)


@pytest.mark.parametrize(("case", "days"), [("ifor", 36), ("interfet", 32), ("abct17", 17)])
def test_cases_held_out_are_predicted_as_published(inputs, cases, case, days):
    # By hand: 40,000 / (368 x 3), 11,693 / 368 and 2,800 / 162, in whole days.
    assert round(prediction(inputs, cases[case]).days) == days


def test_lines_are_those_counted_before_any_outcome_was_read(cases):
    # The record of the count: decision 12.
    counted = {
        "ifor": (2, 3, 4),
        "interfet": (1, 1, 2),
        "dshield": (1, 2, 3),
        "abct17": (1, 1, 2),
        "abct17f": (1, 1, 1),
    }
    for case, lines in counted.items():
        row = cases[case].row
        assert (row["loc_low"], row["loc_central"], row["loc_high"]) == lines


def test_a_miss_stays_a_miss(inputs, cases):
    # 210,000 troops in 90 days over three lines at most: 100 days at the highest rate of 700 a day.
    found = prediction(inputs, cases["dshield"])
    assert found.fastest == pytest.approx(100)
    assert not found.within


def test_every_case_is_scored_or_says_why_not(inputs, cases):
    for case in cases.values():
        assert (prediction(inputs, case) is None) == bool(case.left_out)
    assert "pre-staged" in cases["kfor"].left_out
    assert "no test" in cases["tfe"].left_out


def test_a_case_without_a_number_is_not_scored(real):
    rows = [row | {"moved": None} if row["case"] == "IFOR" else row for row in real.record["deployments"]]
    inputs = LogisticsInputs.from_record(real.record | {"deployments": rows})
    case = next(case for case in past_cases(inputs) if case.id == "ifor")
    assert prediction(inputs, case) is None
    assert "no number" in case.left_out


def test_the_range_runs_from_most_lines_at_the_high_rate_to_fewest_at_the_low_rate():
    found = predict(moved=1000.0, observed=30.0, rates=(10.0, 20.0, 40.0), lines=(1.0, 2.0, 5.0))
    assert (found.fastest, found.days, found.slowest) == (5, 25, 100)
    assert found.within
    assert found.ratio == pytest.approx(25 / 30)
