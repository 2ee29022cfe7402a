"""Rules tested against past missions, and the constant they have to beat."""

import numpy as np
import pytest
from scipy import stats

from peacebrief.sizing.history.out_of_sample import blind_test, leave_one_out
from peacebrief.sizing.history.past_mission import Mission, line_missions, mandate_level, population_missions
from peacebrief.sizing.history.prediction_rule import MODELS, forecast


@pytest.fixture
def missions(resolved):
    return [Mission.from_record(record) for record in resolved["missions"]]


def model(name):
    return next(model for model in MODELS if model.id == name)


def test_missions_are_sorted_by_what_sized_them(missions):
    assert [mission.id for mission in line_missions(missions)] == list("ABCDEF")
    assert [mission.id for mission in population_missions(missions)] == list("GHIJK")


@pytest.mark.parametrize("name", ["UNFICYP14", "CISPKF"])
def test_missions_that_are_no_measure_of_a_line_are_left_out(resolved, name):
    record = resolved["missions"][0] | {"id": name}
    assert line_missions([Mission.from_record(record)]) == []


def test_the_mandate_of_a_role_is_that_of_its_type_of_mission(missions):
    assert mandate_level(missions, "enforcement") == 2
    with pytest.raises(ValueError, match="no historical mission"):
        mandate_level(missions, "picnic")


def test_the_constant_predicts_each_mission_by_the_geometric_mean_of_the_others(missions):
    trial = leave_one_out(model("constant_line"), missions)
    strengths = np.array([mission.strength for mission in trial.missions])
    for place, strength in enumerate(strengths):
        others = np.delete(strengths, place)
        assert trial.error[place] == pytest.approx(np.log10(strength / stats.gmean(others)))


def test_the_rate_by_the_kilometre_predicts_each_mission_from_its_own_length(missions):
    trial = leave_one_out(model("per_line_km"), missions)
    rates = np.array([mission.strength / mission.line_km for mission in trial.missions])
    for place, mission in enumerate(trial.missions):
        predicted = stats.gmean(np.delete(rates, place)) * mission.line_km
        assert trial.error[place] == pytest.approx(np.log10(mission.strength / predicted))


def test_missions_set_aside_are_never_fitted_on(missions):
    for one in MODELS:
        trial = blind_test(one, missions)
        assert all(mission.held_out for mission in trial.missions)
        assert not any(mission.held_out for mission in trial.fitted_on)


def test_a_mission_set_aside_moves_its_own_error_alone(missions, resolved):
    changed = [Mission.from_record(record | {"strength": record["strength"] * (10 if record["id"] == "A" else 1)})
               for record in resolved["missions"]]  # fmt: skip
    before, after = (blind_test(model("constant_line"), one) for one in (missions, changed))
    assert (after.error - before.error).tolist() == pytest.approx([1.0, 0.0])


def test_scores_count_what_they_say(missions):
    trial = leave_one_out(model("mandate_and_threat"), missions)
    scores = trial.scores()
    assert scores["n"] == 12
    assert scores["median_abs_log10_error"] == pytest.approx(np.median(np.abs(trial.error)))
    ratio = 10 ** np.abs(trial.error)
    assert scores["share_within_factor_2"] == pytest.approx(np.mean(ratio <= 2))
    assert 0 <= scores["coverage_90"] <= 1


def test_too_few_missions_give_no_score_rather_than_a_wrong_one(missions):
    assert leave_one_out(model("log_linear_line"), missions[:2]) is None
    assert blind_test(model("log_linear_line"), missions[1:4]) is None


def test_the_forecast_is_the_prediction_interval_of_a_new_mission(missions):
    design = np.array([[1, mission.mandate_level, mission.state_adversary] for mission in missions])
    response = np.log10([mission.strength for mission in missions])
    coefficients, squares, *_ = np.linalg.lstsq(design, response, rcond=None)
    row = np.array([1.0, 2.0, 1.0])
    scale = np.sqrt(squares[0] / 9 * (1 + row @ np.linalg.inv(design.T @ design) @ row))
    found = forecast(missions, mandate_level=2.0)
    assert found.central == pytest.approx(10 ** (row @ coefficients))
    expected = 10 ** stats.t.ppf([0.05, 0.95], 9, loc=row @ coefficients, scale=scale)
    assert found.inverse()(np.array([0.05, 0.95])) == pytest.approx(expected, rel=1e-4)
