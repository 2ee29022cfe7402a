"""Two models of supply, and their mixture: recomputed apart from the package, enumerated, and never out of bounds."""

from math import comb, floor

import numpy as np
import pytest
from scipy.stats import beta, triang

from peacebrief.generation import generate_force
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import design

PLACES = [("coalition", "alone"), ("coalition", "helped"), ("alliance", "helped"), ("watchers", "alone")]
ALONE = {"share": {"brigade_model_weight": 0.0}, "brigades": {"brigade_model_weight": 1.0}}
WEIGHT = 0.4


def chunks(record, draws=2048):
    model = SupplyModel.from_record(record)
    for _, uniforms in design(model.streams, draws, 7, ties=model.ties).chunks():
        yield model.drawn(uniforms), uniforms


def row(record, table, **keys):
    return next(one for one in record[table] if all(one[name] == value for name, value in keys.items()))


def facts_of(record):
    return {fact["id"]: fact for fact in generate_force(record)["facts"]}


@pytest.fixture(scope="module")
def facts(specimen):
    return facts_of(specimen)


@pytest.mark.parametrize(("option", "level"), PLACES)
def test_in_every_draw_supply_is_what_one_of_the_two_models_says(specimen, option, level):
    seen = set()
    for drawn, _ in chunks(specimen):
        both = [drawn.supply_under(by, option, level) for by in ALONE]
        mixed, holds = drawn.supply(option, level), drawn.by_brigades(option)
        assert np.array_equal(mixed, np.where(holds, both[1], both[0]))
        assert np.all((mixed >= np.minimum(*both)) & (mixed <= np.maximum(*both)))
        seen |= set(holds.tolist())
    assert seen == {True, False}


@pytest.mark.parametrize("by", ALONE)
@pytest.mark.parametrize(("option", "level"), PLACES)
def test_a_weight_of_nought_or_one_leaves_one_model_alone(specimen, option, level, by):
    for drawn, _ in chunks(specimen):
        held = drawn.holding(ALONE[by])
        assert np.array_equal(held.supply(option, level), drawn.supply_under(by, option, level))
        assert np.array_equal(held.taking_part(option, level), drawn.taking_part(option, level))


def test_one_doubt_about_the_model_holds_for_every_option(specimen):
    for drawn, _ in chunks(specimen):
        holds = [drawn.by_brigades(option).tolist() for option in ("coalition", "alliance", "watchers")]
        assert holds[0] == holds[1] == holds[2]


def test_the_chance_of_a_size_is_the_weighted_chance_of_the_models(facts):
    """The law of total probability, within four standard errors of each estimate: the models share their draws."""
    told = [name.removesuffix(".mixture") for name in facts if name.endswith(".mixture")]
    assert len(told) == 3 * 2 * 2
    for name in told:
        share, brigades, mixture = (facts[f"{name}.{by}"] for by in ("share", "brigades", "mixture"))
        expected = WEIGHT * brigades["value"] + (1 - WEIGHT) * share["value"]
        within = 4 * (2048**-0.5 + sum(one["standard_error"] for one in (share, brigades, mixture)))
        assert abs(mixture["value"] - expected) < within, name
    assert facts["generation.model_weight.brigades"]["value"] == WEIGHT
    assert facts["generation.model_weight.share"]["value"] == pytest.approx(1 - WEIGHT)


def test_what_the_brigades_of_one_state_carry_by_the_distributions_of_another_library(specimen):
    """Dogwood: 0.1 to 0.5 brigades, most likely 0.3, of 3,000 to 5,000 soldiers; 0.6 of the coalition are brigades."""
    low, mode, high = 0.1, 0.3, 0.5
    shape = [1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)]
    for drawn, uniforms in chunks(specimen):
        brigades = beta(*shape, loc=low, scale=high - low).ppf(uniforms["brigade_counts"])
        strength = triang(c=0.75, loc=3000, scale=2000).ppf(uniforms["brigade_strength"])
        by_hand = np.floor(brigades * strength / 0.6)
        place = sorted(["ashland", "birchia", "cedria", "dogwood", "elmet"]).index("dogwood")
        assert np.max(np.abs(drawn.carried("coalition")[place] - by_hand)) <= 2


def test_supply_by_brigades_by_hand_where_all_take_part_at_the_most_likely_counts(resolved):
    for state in resolved["contributors"]:
        state["brigades_low"] = state["brigades_high"] = state["brigades_central"]
    chances = {f"chance.{name}": 1.0 for name in ("ashland", "birchia", "cedria", "dogwood", "elmet")}
    for drawn, _ in chunks(resolved, 256):
        held = drawn.holding({**chances, "brigade_strength": 4500.0})
        # 1, 1, 0.5, 0.3 and 0.04 brigades of 4,500; each whole soldier counts, and three fifths are brigades.
        expected = sum(floor(part * 4500 / 0.6 + 1e-6) for part in (1, 1, 0.5, 0.3, 0.04))
        assert set(held.supply_under("brigades", "coalition", "alone").tolist()) == {expected}
        # Watchers are a fifth in brigades: Elmet's 900 are cut to the 300 it named, Dogwood's 6,750 are not.
        assert set(held.supply_under("brigades", "watchers", "alone").tolist()) == {6750 + 300}


def test_who_takes_part_without_uncertain_troops_is_counted_by_binomial_sums(resolved):
    """Six equal states that decide by themselves: 1,000 soldiers each by the army, 3,000 by half a brigade."""
    names = list("abcdef")
    state = {"army_active": 40_000, "army_trained": None, "army_kind": "professional", "position": "yes",
             "brigades_low": 0.5, "brigades_central": 0.5, "brigades_high": 0.5}  # fmt: skip
    # Every army that was ever counted kept a fortieth of itself deployed, and a few soldiers more.
    resolved["sustained_deployments"] = [
        one | {"army": 40_000, "deployed": 1_050, "bound": "about"} for one in resolved["sustained_deployments"]
    ]
    resolved["contributors"] = [{"id": one, "country": one, "origin": f"table:contributors.csv#{one}", **state}
                                for one in names]  # fmt: skip
    resolved["option_contributors"] = [
        {"option": "coalition", "contributor": one, "position": None, "framework": int(one in "ab"), "most": None,
         "origin": f"table:option_contributors.csv#coalition/{one}"} for one in names
    ]  # fmt: skip
    resolved |= {"polls": [], "correlations": [], "army_strengths": [], "draws": 2**15}
    resolved["options"] = [one | {"framework_needed": 1} for one in resolved["options"] if one["id"] == "coalition"]
    resolved["position_chances"] = [one | {"low": 0.6, "central": 0.6, "high": 0.6}
                                    for one in resolved["position_chances"]]  # fmt: skip
    row(resolved, "quantities", id="brigade_strength").update(distribution="fixed", low=None, central=3600.0, high=None)
    resolved["generation"]["supply_sizes"] = [1_000, 3_000, 6_000, 9_000]
    found = facts_of(resolved)
    for size in resolved["generation"]["supply_sizes"]:
        exact = {by: led_and_many(size / each) for by, each in (("share", 1000), ("brigades", 3000))}
        exact["mixture"] = WEIGHT * exact["brigades"] + (1 - WEIGHT) * exact["share"]
        for by, chance in exact.items():
            value = found[f"generation.supply_at_least.{size}.coalition.alone.{by}"]["value"]
            assert value == pytest.approx(chance, abs=4 * 0.5 / 2**7.5), (size, by)


def led_and_many(states, chance=0.6):
    """P(at least so many of six take part, one of the first two among them), by how many of two and of four do."""

    def of(many, number):
        return comb(number, many) * chance**many * (1 - chance) ** (number - many)

    return sum(of(leads, 2) * of(others, 4) for leads in (1, 2) for others in range(5) if leads + others >= states)


@pytest.mark.parametrize("by", ALONE)
def test_more_brigades_and_stronger_ones_never_make_supply_smaller_in_any_draw(resolved, by):
    before = [drawn.holding(ALONE[by]) for drawn, _ in chunks(resolved)]
    for state in resolved["contributors"]:
        for part in ("low", "central", "high"):
            state[f"brigades_{part}"] *= 1.5
    after = [drawn.holding(ALONE[by]) for drawn, _ in chunks(resolved)]
    for fewer, more in zip(before, after, strict=True):
        few, many = (one.supply("alliance", "helped") for one in (fewer, more))
        assert np.all(many >= few)
        weak, strong = (fewer.holding({"brigade_strength": size}).supply("alliance", "helped") for size in (3e3, 5e3))
        assert np.all(strong >= weak)
        assert (many.sum() > few.sum(), strong.sum() > weak.sum()) == (
            (True, True) if by == "brigades" else (False, False)
        )


def test_a_likelier_contributor_is_never_lost_whichever_model_holds(specimen):
    for drawn, _ in chunks(specimen):
        unsure, sure = (drawn.holding({"chance.cedria": chance}) for chance in (0.3, 0.8))
        assert np.all(sure.supply("coalition", "alone") >= unsure.supply("coalition", "alone"))
        assert np.all(drawn.supply("coalition", "helped") >= drawn.supply("coalition", "alone"))


def test_over_years_brigades_lose_only_those_who_leave(specimen):
    for drawn, _ in chunks(specimen):
        held = drawn.holding({**ALONE["brigades"], "contributor_exit_rate": 0.1, "horizon_ratio": 5.0})
        now, later = held.supply("coalition", "alone"), held.sustained("coalition", "alone", years=5)
        assert np.array_equal(later, np.floor(now * 0.9**5 + 1e-6))
        assert np.array_equal(later, held.holding({"horizon_ratio": 3.0}).sustained("coalition", "alone", years=5))


def no_brigades(record):
    row(record, "option_requirements", option="watchers", force_type="brigades")["share"] = 0.0
    row(record, "option_requirements", option="watchers", force_type="monitors")["share"] = 0.9


def uncounted(record):
    row(record, "contributors", id="elmet").update(brigades_low=None, brigades_central=None, brigades_high=None)


@pytest.mark.parametrize(("change", "without"), [(no_brigades, {"watchers"}),
                                                 (uncounted, {"watchers", "coalition", "alliance"})])  # fmt: skip
def test_an_option_without_brigades_or_with_uncounted_ones_has_the_share_of_armies_alone(resolved, change, without):
    change(resolved)
    found = facts_of(resolved)
    told = {option for option in ("coalition", "alliance", "watchers")
            if any(name.startswith("generation.supply") and f".{option}" in name and name.endswith("brigades")
                   for name in found)}  # fmt: skip
    assert told == {"coalition", "alliance", "watchers"} - without
    for drawn, _ in chunks(resolved):
        certain = drawn.holding(ALONE["brigades"])
        assert np.array_equal(certain.supply("watchers", "alone"), drawn.supply_under("share", "watchers", "alone"))
    assert ("generation.brigades.coalition" in found) == ("coalition" not in without)


def test_the_central_point_is_the_weighted_mean_of_the_models(facts):
    for name in ("coalition.alone", "alliance.helped"):
        option = name.partition(".")[0]
        share, brigades = (facts[f"generation.supply_under.{option}.{by}"]["central"] for by in ("share", "brigades"))
        mean = WEIGHT * brigades + (1 - WEIGHT) * share
        assert facts[f"generation.sustainable.{name}"]["central"] == pytest.approx(mean)
        assert share != brigades


@pytest.mark.parametrize("name", ["brigade_model_weight", "brigade_strength"])
def test_an_assumption_that_the_second_model_needs_is_named_where_it_is_missing(resolved, name):
    resolved["quantities"] = [one for one in resolved["quantities"] if one["id"] != name]
    with pytest.raises(ValueError, match=f"the calculation needs {name}"):
        SupplyModel.from_record(resolved)
