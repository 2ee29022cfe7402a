"""The gates of manpower and the verdict under each model of supply alone, beside those under both."""

import copy

import pytest

pytestmark = pytest.mark.slow

MODELS = ("share", "brigades")
THRESHOLDS = {"feasible": 0.75, "conditional": 0.4, "not_feasible": 0.2}
PLANNED = {"observers": "alone", "separation": "helped"}


@pytest.fixture(scope="module")
def facts(island, judge):
    return facts_of(island, judge)


def facts_of(case, judge):
    return {fact["id"]: fact for stage in judge(case) for fact in stage["facts"]}


def of_kind(case, *kinds):
    return [gate["id"] for gate in case["feasibility"]["gates"] if gate["kind"] in kinds]


def test_a_gate_of_generation_under_a_model_is_the_chance_that_its_size_is_reached(island, facts):
    """Both stages draw the same numbers by name; the separation force plans to fall, and may start with a surge."""
    (gate,) = of_kind(island, "generation")
    for by in MODELS:
        told, kept = ({option: facts[name.format(by=by, option=option)]["value"] for option in PLANNED}
                      for name in (f"feasibility.gate_under.{{by}}.{gate}.{{option}}",
                                   "generation.reaches.{option}.{by}"))  # fmt: skip
        assert told["observers"] == kept["observers"]
        assert told["separation"] >= kept["separation"]


def test_a_gate_under_both_is_the_weighted_mean_of_the_models(island, facts):
    """The law of total probability, within four standard errors of a share of 512 draws."""
    for gate in of_kind(island, "generation", "rotation"):
        for option, level in PLANNED.items():
            share, brigades = (facts[f"feasibility.gate_under.{by}.{gate}.{option}"]["value"] for by in MODELS)
            mixed = facts[f"feasibility.gate.{gate}.{option}.{level}"]["value"]
            assert mixed == pytest.approx(0.4 * brigades + 0.6 * share, abs=4 * 0.5 / 512**0.5)


def test_without_a_plan_to_fall_the_rotation_gate_is_never_likelier_than_that_of_generation(island, facts):
    (now,), (later,) = of_kind(island, "generation"), of_kind(island, "rotation")
    for by in MODELS:
        chances = [facts[f"feasibility.gate_under.{by}.{gate}.observers"]["value"] for gate in (now, later)]
        assert chances[0] >= chances[1]


def test_the_verdict_under_a_model_follows_from_its_gates_and_from_those_that_do_not_hang_on_it(island, facts):
    manpower = of_kind(island, "generation", "rotation")
    found = {}
    for option, level in PLANNED.items():
        for by in MODELS:
            chances = [facts[f"feasibility.gate.{gate['id']}.{option}.{level}"]["value"]
                       for gate in island["feasibility"]["gates"] if gate["id"] not in manpower]  # fmt: skip
            chances += [facts[f"feasibility.gate_under.{by}.{gate}.{option}"]["value"] for gate in manpower]
            lowest = round(min(chances), 2)
            told = facts[f"feasibility.verdict_under.{by}.{option}"]["value"]
            found.setdefault(option, []).append(told)
            assert (told == "not feasible on current evidence") == (lowest < THRESHOLDS["not_feasible"])
            assert (told == "feasible") == (lowest >= THRESHOLDS["feasible"])
            assert told != "conditional" or lowest >= THRESHOLDS["conditional"]
    assert facts["feasibility.models_compared"]["value"] == len(PLANNED)
    assert facts["feasibility.models_disagree"]["value"] == sum(one != other for one, other in found.values())


@pytest.mark.parametrize("weight", [0.0, 1.0])
def test_at_either_end_of_the_weight_the_verdict_is_that_of_one_model(island, judge, facts, weight):
    case = copy.deepcopy(island)
    next(row for row in case["generation"]["quantities"] if row["id"] == "brigade_model_weight")["central"] = weight
    alone = facts_of(case, judge)
    by = MODELS[int(weight)]
    for option, level in PLANNED.items():
        assert (
            alone[f"feasibility.verdict.{option}.{level}"]["value"]
            == (facts[f"feasibility.verdict_under.{by}.{option}"]["value"])
        )
        for gate in of_kind(island, "generation", "rotation"):
            assert (
                alone[f"feasibility.gate.{gate}.{option}.{level}"]["value"]
                == (facts[f"feasibility.gate_under.{by}.{gate}.{option}"]["value"])
            )


@pytest.mark.slow
def test_an_option_that_one_model_cannot_judge_is_not_compared(island, judge):
    case = copy.deepcopy(island)
    for row in case["generation"]["contributors"]:
        if row["id"] == "eastland":  # belongs to the observers only
            row.update(brigades_low=None, brigades_central=None, brigades_high=None)
    found = facts_of(case, judge)
    assert found["feasibility.models_compared"]["value"] == 1
    assert "feasibility.verdict_under.brigades.observers" not in found
    assert "feasibility.verdict_under.share.observers" in found
    for row in case["generation"]["contributors"]:
        row.update(brigades_low=None, brigades_central=None, brigades_high=None)
    none = facts_of(case, judge)
    assert not [name for name in none if name.startswith(("feasibility.models_", "feasibility.verdict_under.brigades"))]
