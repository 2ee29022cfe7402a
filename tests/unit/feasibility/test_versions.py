"""The verdict in many versions: each is what the model says where the inputs are as the version has them."""

import copy
from collections import Counter
from itertools import product

import numpy as np
import pytest

from peacebrief.feasibility import stage as feasibility
from peacebrief.feasibility.gates.gate_model import passed, samples
from peacebrief.feasibility.gates.option_gates import FedAfterLoss, gate_models, judged_chances, models_alone
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.versions.factorial import BELIEVED, FACTORS, SUPPORT, Factorial
from peacebrief.feasibility.versions.version_odds import version_odds
from peacebrief.feasibility.versions.version_passes import VersionModel, VersionPasses
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.inputs.tables.prospects.version import LEVELS

LEVELS_OF = {"observers": "alone", "separation": "helped"}


class World:
    """A case with its models of gates, on the draws of the case."""

    def __init__(self, case):
        self.case = case
        self.inputs = FeasibilityInputs.from_record(case["feasibility"])
        self.supply = SupplyModel.from_record(case["generation"])
        self.fed = FedAfterLoss.from_table(case["logistics"]["tables"]["supply_after_loss"])
        self.judged = judged_chances(self.inputs)
        self.models = gate_models(self.inputs, self.supply, self.fed, self.judged)

    def samples(self):
        return samples(self.models.values(), draws=self.inputs.draws, seed=self.inputs.seed, rows=64)

    def usual(self, option, model=None, held=None, support=""):
        """Draws by the gates they pass, by the model of gates itself."""
        model = model or self.models[option, support or LEVELS_OF[option]]
        found = Counter()
        for sample in self.samples():
            passes = passed(model, sample, held=held)
            found.update(zip(*(passes[gate].tolist() for gate in model.order), strict=True))
        return found

    def version(self, option, support="", **levels):
        """The same of a version: the belief-weighted one but for some levels; as planned or at a level of support."""
        model = VersionModel(
            inputs=self.inputs,
            supply=self.supply,
            option=self.inputs.option(option),
            fed=self.fed,
            judged=self.judged,
        )
        counts = np.zeros(2 ** len(self.inputs.gates), dtype=np.int64)
        for sample in self.samples():
            drawn = self.supply.drawn(sample.uniforms)
            passes = VersionPasses(model=model, drawn=drawn, uniforms=sample.uniforms)
            counts += passes.counts(BELIEVED | levels | {SUPPORT: support or LEVELS_OF[option]})
        gates = range(len(self.inputs.gates))
        return Counter({tuple(bool(code >> gate & 1) for gate in gates): int(n) for code, n in enumerate(counts) if n})


def changed(island, change):
    case = {**island, **{stage: copy.deepcopy(island[stage]) for stage in ("generation", "feasibility")}}
    for stage in ("generation", "feasibility"):
        change(case[stage])
    return World(case)


def near(island):
    """Forces that are found in some draws, so that each factor has something to turn."""

    def change(record):
        for row in record["options"]:
            row["force_central"] = {"observers": 900.0, "separation": 4000.0}[row["id"]]
        for row in record.get("gate_chances", ()):
            row.update(low=0.5, central=0.7, high=0.85)

    return changed(island, change)


@pytest.fixture(scope="module")
def world(island):
    return near(island)


@pytest.fixture(scope="module")
def again(world):
    """The same world with inputs changed."""
    return lambda change: changed(world.case, change)


OPTIONS = pytest.mark.parametrize("option", LEVELS_OF)


@OPTIONS
def test_the_belief_weighted_version_is_the_model_of_gates_draw_by_draw(world, option):
    for support in world.inputs.support_levels:
        assert world.version(option, support) == world.usual(option, support=support)


@OPTIONS
def test_a_version_by_one_model_of_supply_is_that_model_alone(world, option):
    alone = models_alone(world.models, world.supply)
    found = {by: world.version(option, supply_model=by) for by in world.supply.members[option].models}
    assert found == {by: world.usual(option, alone[by, option]) for by in found}


@OPTIONS
@pytest.mark.parametrize("point", ["low", "central", "high"])
def test_judged_chances_at_a_point_are_inputs_without_a_range(world, again, option, point):
    def change(record):
        for table in ("gate_chances", "position_chances"):
            for row in record.get(table, ()):
                row.update(dict.fromkeys(("low", "central", "high"), row[point]))

    assert world.version(option, judged_chances=point) == again(change).usual(option)


@OPTIONS
@pytest.mark.parametrize("point", ["low", "central", "high"])
def test_a_loading_at_a_point_is_an_input_without_a_range(world, again, option, point):
    def change(record):
        for row in record["quantities"]:
            if row["id"] == "attitude_loading":
                row.update(dict.fromkeys(("low", "central", "high"), row[point]))

    assert world.version(option, attitude_loading=point) == again(change).usual(option)


@OPTIONS
def test_no_loading_is_a_case_without_an_attitude(world, again, option):
    bare = again(lambda record: record.update(attitude=[]))
    assert world.version(option, attitude_loading="none") == bare.usual(option)
    assert world.version(option, attitude_loading="high") != bare.usual(option)


@OPTIONS
def test_full_strength_is_a_case_without_a_plan(world, again, option):
    bare = again(lambda record: record.update(planned_strength=[]) if "gates" in record else None)
    assert world.version(option, strength="full") == bare.usual(option)


@OPTIONS
def test_the_usual_ratio_is_a_horizon_that_asks_for_no_more(world, again, option):
    def change(record):
        for row in record["quantities"]:
            if row["id"] == "horizon_ratio":
                row |= {"distribution": "fixed", "low": None, "central": 1.0, "high": None, "choices": []}

    assert world.version(option, ratio="usual") == again(change).usual(option)


@OPTIONS
def test_without_the_largest_contributor_it_takes_part_in_no_draw(world, option):
    member = world.supply.members[option]
    armies = dict(zip(member.names, member.troops(shares=member.shares[1]).tolist(), strict=True))
    largest = max(sorted(armies), key=lambda name: armies[name])
    found = world.version(option, largest_contributor="without")
    assert found == world.usual(option, held={f"chance.{largest}": 0.0})
    assert found != world.usual(option)


@pytest.fixture(scope="module")
def told(world):
    planned = {option: world.models[option, level] for option, level in LEVELS_OF.items()}
    more = {"fed": world.fed, "judged": world.judged}
    return version_odds(world.inputs, world.supply, planned, **more)


def test_the_factorial_has_every_combination_once_and_no_model_that_an_option_has_not(world, told):
    for (option, _), found in told.items():
        levels = LEVELS | {"supply_model": world.supply.members[option].models}
        expected = set(product(*levels.values()))
        assert {tuple(one.version.values()) for one in found.versions} == expected
        assert len(found.versions) == len(expected)
    assert len(told["separation", "helped"].versions) == 2 * 4 * 3 * 2 * 2 * 2


def test_versions_are_counted_on_common_draws_at_every_level(world, told):
    assert told.keys() == world.models.keys()
    for (option, support), found in told.items():
        for one in found.versions[::17]:
            counts = world.version(option, support, **one.version)
            assert one.chances.joint == counts[(True,) * 5] / 512


def test_a_case_that_declares_no_versions_has_none(again):
    bare = again(lambda record: record.update(versions=[]))
    assert Factorial.of(bare.inputs).versions(["share"]) == []


def test_an_unknown_factor_is_refused(again):
    rows = [{"factor": "weather", "levels": "wet;dry", "origin": "x"}]
    odd = again(lambda record: record.update(versions=rows))
    with pytest.raises(ValueError, match="no factor of the versions is called weather"):
        Factorial.of(odd.inputs)


def test_factors_and_levels_are_those_that_inputs_may_declare():
    assert list(FACTORS) == list(LEVELS)


def percent(chance):
    """As printed, halves to the even neighbour or up: no chance here lies on a half."""
    return round(100 * chance)


@pytest.fixture(scope="module")
def published(world):
    """The facts and the table of versions that the stage hands on."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("levelled_rankings", "change_table", "lead_rows"):
            patch.setattr(feasibility, name, lambda *_, **__: {})
        from peacebrief.generation import generate_force

        found = feasibility.judge_feasibility(
            world.case["feasibility"],
            generation=world.case["generation"],
            found_generation=generate_force(world.case["generation"]),
            logistics=world.case["logistics"],
        )
    facts = {fact["id"]: fact.get("value") for fact in found["facts"]}
    columns, rows = (found["tables"]["version_results"][part] for part in ("columns", "rows"))
    return facts, [dict(zip(columns, row, strict=True)) for row in rows]


def test_words_of_versions_follow_the_rule(published):
    """Conditional is told apart only where it can be: a gate below 40 per cent never is."""
    _, rows = published
    for row in rows:
        gates = [percent(row[gate]) for gate in ("law", "truce", "troops", "supplies", "relief")]
        if min(gates) < 20:
            assert row["verdict"] == "not feasible on current evidence"
        elif min(gates) >= 75 and percent(row["joint"]) >= 50:
            assert row["verdict"] == "feasible"
        elif min(gates) < 40:
            assert row["verdict"] == "indeterminate"
        else:
            assert row["verdict"] in ("conditional", "indeterminate")
    assert len({row["verdict"] for row in rows}) > 1


@OPTIONS
def test_shares_of_versions_are_counted_from_the_table(published, option):
    facts, rows = published
    own = [row for row in rows if (row["option"], row["support_level"]) == (option, LEVELS_OF[option])]
    place = f"{option}.{LEVELS_OF[option]}"
    words = Counter(row["verdict"] for row in own)
    assert facts[f"feasibility.versions_of.{option}"] == len(own)
    assert facts[f"feasibility.stands.{place}"] == pytest.approx(
        words[facts[f"feasibility.verdict.{place}"]] / len(own)
    )
    told = {name: facts[f"feasibility.version_word.{name}.{place}"] for name in ("feasible", "conditional")}
    assert told == pytest.approx({name: words[name] / len(own) for name in told})
    assert facts[f"feasibility.joint_lowest.{place}"] == min(row["joint"] for row in own)
    assert facts[f"feasibility.joint_highest.{place}"] == max(row["joint"] for row in own)
    turned = {}
    for factor in LEVELS:
        pairs = [
            (one["verdict"] != other["verdict"])
            for one, other in product(own, own)
            if one[factor] != other[factor] and all(one[name] == other[name] for name in LEVELS if name != factor)
        ]
        if pairs or f"feasibility.turned_by.{factor}.{place}" in facts:
            turned[factor] = sum(pairs) / max(len(pairs), 1)
            assert facts[f"feasibility.turned_by.{factor}.{place}"] == pytest.approx(turned[factor])
    most = max(turned, key=lambda name: round(turned[name], 9))
    assert facts[f"feasibility.turns.{place}"] == (FACTORS[most] if turned[most] else "none of the factors")


def test_there_are_as_many_versions_as_the_option_with_most_has(published):
    facts, rows = published
    assert facts["feasibility.versions"] == max(Counter((row["option"], row["support_level"]) for row in rows).values())


def test_at_every_level_the_share_is_that_of_the_verdict_there(published):
    facts, rows = published
    for place in {(row["option"], row["support_level"]) for row in rows}:
        words = [row["verdict"] for row in rows if (row["option"], row["support_level"]) == place]
        told = facts[f"feasibility.verdict.{'.'.join(place)}"]
        assert facts[f"feasibility.stands.{'.'.join(place)}"] == pytest.approx(words.count(told) / len(words))
