"""Supply on common draws: what raises it, what lowers it, and what may be held."""

import numpy as np
import pytest

from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design


def chunks(model, draws=2048):
    for _, uniforms in design(model.streams, draws, 7, ties=model.ties).chunks():
        yield model.drawn(uniforms)


def supply(record, option, level):
    return np.concatenate([drawn.supply(option, level) for drawn in chunks(SupplyModel.from_record(record))])


def row(record, table, **keys):
    return next(one for one in record[table] if all(one[name] == value for name, value in keys.items()))


def test_more_support_of_the_united_states_never_lowers_supply_in_any_draw(resolved):
    for option in ("coalition", "alliance", "watchers"):
        assert np.all(supply(resolved, option, "helped") >= supply(resolved, option, "alone"))


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize(("before", "after"), [("yes", "conditional"), ("conditional", "no"), ("yes", "no")])
@pytest.mark.parametrize("state", ["birchia", "cedria", "elmet"])
def test_a_firmer_refusal_never_raises_supply_in_any_draw(resolved, state, before, after):
    found = {}
    for position in (before, after):
        row(resolved, "contributors", id=state)["position"] = position
        found[position] = supply(resolved, "coalition", "alone")
    assert np.all(found[after] <= found[before])
    assert found[after].sum() < found[before].sum()


def test_nobody_deploys_without_the_framework_nations(resolved):
    model = SupplyModel.from_record(resolved)
    for drawn in chunks(model):
        gone = drawn.holding({"chance.ashland": 0.0})
        assert not gone.supply("coalition", "alone").any()
        assert gone.supply("watchers", "alone").any()


def test_a_chance_can_be_held_and_everything_else_stays(resolved):
    model = SupplyModel.from_record(resolved)
    for drawn in chunks(model):
        certain = drawn.holding({"chance.cedria": 1.0})
        taking = certain.taking_part("coalition", "alone")
        free = drawn.taking_part("coalition", "alone")
        place = model.members["coalition"].names.index("cedria")
        assert taking[place].all()
        assert not free[place].all()
        assert np.array_equal(np.delete(taking, place, axis=0), np.delete(free, place, axis=0))


def test_held_assumptions_move_supply_as_they_should(resolved):
    for drawn in chunks(SupplyModel.from_record(resolved)):
        few, many = (drawn.holding({"sustained_share": share}).supply("alliance", "helped") for share in (0.02, 0.1))
        assert np.all(few <= many)
        slow, quick = (drawn.holding({"rotation_ratio": ratio}).supply("alliance", "helped") for ratio in (5.0, 2.5))
        assert np.array_equal(slow, quick)  # what was kept deployed was kept with its rotation
        weak, strong = (
            drawn.holding({"points_to_three_quarters": points}).chance("alliance", "helped", "ashland")
            for points in (200.0, 20.0)
        )
        assert strong.mean() > weak.mean()


def test_supply_by_hand_where_everything_is_held(resolved):
    held = {f"chance.{name}": 1.0 for name in ("ashland", "birchia", "cedria", "dogwood", "elmet")}
    for drawn in chunks(SupplyModel.from_record(resolved)):
        certain = drawn.holding({**held, "sustained_share": 0.05})
        (found,) = set(certain.supply_under("share", "coalition", "alone").tolist())
        # A twentieth of 344,000 soldiers of five armies together, less 900, 250 and 300; whole soldiers of each.
        assert 17_200 - 1_450 - 5 < found <= 17_200 - 1_450


def test_each_army_keeps_its_own_share_and_what_is_bound_elsewhere_is_not_sent(resolved):
    model = SupplyModel.from_record(resolved)
    for drawn in chunks(model):
        shares, troops = drawn.shares("coalition"), drawn.troops("coalition")
        for place, name in enumerate(model.members["coalition"].names):
            army = row(resolved, "contributors", id=name)["army_active"]
            bound = sum(one["troops"] for one in resolved["commitments"] if one["contributor"] == name)
            assert np.all(np.abs(troops[place] - np.maximum(army * shares[place] - bound, 0)) <= 1)
        # Tied by a loading of 0.4 each: 0.16, and no more.
        assert 0.1 < np.corrcoef(np.log(shares))[0, 1] < 0.22


def test_a_share_of_armies_that_is_held_is_that_of_all_of_them_together(resolved):
    model = SupplyModel.from_record(resolved)
    counted = np.array([row(resolved, "contributors", id=name)["army_active"]
                        for name in model.members["alliance"].names])  # fmt: skip
    for drawn in chunks(model):
        shares = drawn.holding({"sustained_share": 0.03}).shares("alliance")
        assert np.allclose((shares * counted[:, None]).sum(axis=0), 0.03 * counted.sum())
        assert np.all(drawn.holding({"sustained_share": 1.0}).shares("alliance") <= 1)


def test_what_is_left_after_years_is_the_supply_at_the_later_ratio_less_those_who_left(resolved):
    for drawn in chunks(SupplyModel.from_record(resolved)):
        ratios = {"horizon_ratio": 5.0, "contributor_exit_rate": 0.1, "rotation_ratio": 2.5}
        held = drawn.holding({**ratios, "brigade_model_weight": 0.0})
        later = held.sustained("coalition", "alone", years=5)
        # Half of each contingent, and less than one soldier each for whole numbers.
        half = held.supply("coalition", "alone") / 2
        assert np.all(later <= half * 0.9**5)
        assert np.all(later >= (half - 5) * 0.9**5 - 1)
        assert np.all(later <= held.supply("coalition", "alone"))
        assert np.all(later <= held.sustained("coalition", "alone", years=3))


@pytest.mark.parametrize(
    "name", ["horizon_ratio", "rotation_ratio", "sustained_share", "contributor_exit_rate", "chance.ashland"]
)
def test_holding_a_driver_again_gives_what_holding_it_at_once_gives(resolved, name):
    """What is kept from one trial to the next must not outlive its driver."""
    first, second = {"horizon_ratio": (3.0, 5.0), "rotation_ratio": (2.0, 3.0)}.get(name, (0.05, 0.15))
    for drawn in chunks(SupplyModel.from_record(resolved)):
        drawn.holding({name: first}).sustained("coalition", "alone", years=5)
        drawn.sustained("coalition", "alone", years=5)
        again, fresh = (
            one.holding({name: second}).sustained("coalition", "alone", years=5)
            for one in (drawn.holding({name: first}), drawn)
        )
        assert np.array_equal(again, fresh)
        assert not np.array_equal(fresh, drawn.holding({name: first}).sustained("coalition", "alone", years=5))


def test_a_contributor_that_says_its_most_keeps_it_up_where_its_army_allows_it(resolved):
    held = {"sustained_share": 0.1, "rotation_ratio": 3.0, "horizon_ratio": 5.0, "contributor_exit_rate": 0.0,
            "chance.dogwood": 0.0, "chance.elmet": 1.0}  # fmt: skip
    row(resolved, "option_contributors", option="watchers", contributor="elmet")["most"] = 100
    for drawn in chunks(SupplyModel.from_record(resolved)):
        found = drawn.holding(held)
        # 4,000 soldiers could keep hundreds deployed and, for years, three fifths of them; they send the 100 they said.
        assert set(found.supply("watchers", "alone").tolist()) == {100}
        assert set(found.sustained("watchers", "alone", years=5).tolist()) == {100}


def test_an_unknown_driver_is_named(resolved):
    drawn = next(chunks(SupplyModel.from_record(resolved)))
    with pytest.raises(ValueError, match="no driver of supply is called luck"):
        drawn.holding({"luck": 1.0})


def test_drivers_carry_ranges_that_hold_their_central_number(resolved):
    model = SupplyModel.from_record(resolved)
    for option in model.options:
        for driver in model.drivers(option, model.planned[option]):
            assert driver.low <= driver.central <= driver.high
            assert driver.origins


def test_net_support_moves_the_chance_of_those_who_were_polled_only(resolved):
    model = SupplyModel.from_record(resolved)
    assert set(model.support) == {"ashland", "cedria"}  # the others publish no opposition, or were asked otherwise
    assert model.central_chance("coalition", "alone", "ashland") > 0.85
    assert model.central_chance("coalition", "alone", "cedria") < 0.25
    assert model.central_chance("coalition", "alone", "dogwood") == 0.25
    assert model.central_chance("watchers", "alone", "dogwood") == 0.85


def test_a_position_without_a_chance_and_a_state_without_an_army_are_named(resolved):
    row(resolved, "contributors", id="elmet")["position"] = "perhaps"
    with pytest.raises(ValueError, match="no chance is given for the position perhaps at the level alone"):
        SupplyModel.from_record(resolved)
    row(resolved, "contributors", id="elmet")["army_active"] = None
    with pytest.raises(ValueError, match="the army of elmet is not given"):
        SupplyModel.from_record(resolved)
