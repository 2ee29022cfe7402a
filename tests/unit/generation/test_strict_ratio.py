"""What is kept up over years is asked at the larger of two ratios, and a surge raises the first tour alone."""

import numpy as np
import pytest

from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design

REPLICATES, DRAWS = 8, 2048


def drawn(resolved):
    model = SupplyModel.from_record(resolved)
    _, uniforms = next(iter(design(model.streams, REPLICATES * DRAWS, 7, ties=model.ties).chunks(DRAWS)))
    return model, model.drawn(uniforms)


def test_a_ratio_of_the_horizon_below_the_usual_one_does_not_loosen_it(resolved):
    _, supply = drawn(resolved)
    held = {"contributor_exit_rate": 0.0, "rotation_ratio": 5.0}
    loose = supply.holding({**held, "horizon_ratio": 3.0})
    assert np.array_equal(loose.sustained("coalition", "alone", years=5), loose.supply("coalition", "alone"))


def test_in_no_draw_is_more_kept_up_over_years_than_at_the_start(resolved):
    """With ratios drawn apart a third of the draws had more after years than before: that was the fault."""
    _, supply = drawn(resolved)
    usual, later = supply.value("rotation_ratio"), supply.value("horizon_ratio")
    assert 0.2 < np.mean(later < usual) < 0.6
    free = supply.holding({"contributor_exit_rate": 0.0})
    assert np.all(free.sustained("coalition", "alone", years=5) <= free.supply("coalition", "alone"))


def test_the_supply_left_is_that_of_a_calculation_apart(resolved):
    """By contributor: what its army keeps deployed, less what is bound, by usual over larger ratio; then exits."""
    model, supply = drawn(resolved)
    member, taking = model.members["coalition"], supply.taking_part("coalition", "alone")
    usual = supply.value("rotation_ratio")
    left = usual / np.maximum(usual, supply.value("horizon_ratio"))
    bound = dict.fromkeys(member.names, 0.0)
    for row in resolved["commitments"]:
        bound[row["contributor"]] = bound.get(row["contributor"], 0.0) + row["troops"]
    armies = {row["id"]: row["army_active"] for row in resolved["contributors"]}
    expected = np.zeros(DRAWS)
    for name, share, most, part in zip(member.names, supply.shares("coalition"), member.most, taking, strict=True):
        kept = np.maximum(armies[name] * share - bound[name], 0.0) * left
        expected += part * np.minimum(np.floor(kept + 1e-6), most)
    lead = np.array([part for part, leads in zip(taking, member.framework, strict=True) if leads]).reshape(-1, DRAWS)
    expected *= lead.sum(axis=0) >= member.needed
    expected = np.floor(expected * (1 - supply.value("contributor_exit_rate")) ** 5 + 1e-6)
    by_share = supply.holding({"brigade_model_weight": 0.0})
    assert np.abs(expected - by_share.sustained("coalition", "alone", years=5)).max() <= 1


def times(number):
    return np.full(DRAWS, number)


def test_a_surge_is_as_large_as_allowed_and_no_larger_than_it_is(resolved):
    _, supply = drawn(resolved)
    usual = supply.supply("coalition", "alone")
    surged = supply.holding({"surge_ratio": 1.5}).at_start("coalition", "alone", most_times=times(9.0))
    assert np.all((surged >= usual) & (surged <= 1.5 * usual + 1e-6))
    assert surged.sum() == pytest.approx(1.5 * usual.sum(), rel=0.01)
    held = supply.holding({"surge_ratio": 1.5}).at_start("coalition", "alone", most_times=times(1.2))
    assert held.sum() == pytest.approx(1.2 * usual.sum(), rel=0.01)


def test_no_surge_is_counted_where_none_is_allowed(resolved):
    _, supply = drawn(resolved)
    held = supply.holding({"surge_ratio": 2.0})
    at_start = held.at_start("coalition", "alone", most_times=times(1.0))
    assert np.array_equal(at_start, supply.supply("coalition", "alone"))


def test_what_a_state_offers_at_most_is_not_surged(resolved):
    for row in resolved["option_contributors"]:
        row["most"] = 100.0
    _, supply = drawn(resolved)
    held = supply.holding({"sustained_share": 0.2, "surge_ratio": 2.0})
    at_start = held.at_start("coalition", "alone", most_times=times(9.0))
    assert np.array_equal(at_start, held.supply("coalition", "alone"))
