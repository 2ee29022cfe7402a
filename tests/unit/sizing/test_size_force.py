"""The stage as a whole."""

import json
import math

import numpy as np
import pytest

from peacebrief.facts import Fact
from peacebrief.sizing import size_force

SPREAD = ("p5", "p50", "p95")


def by_id(record):
    return {fact["id"]: fact for fact in record["facts"]}


@pytest.fixture(scope="module")
def facts(specimen):
    return by_id(size_force(specimen))


def rows_of(record, table):
    found = record["tables"][table]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("rows", [37, 4096])
def test_any_cutting_into_chunks_gives_the_same_bytes(resolved, rows):
    assert json.dumps(size_force(resolved)) == json.dumps(size_force(resolved, rows=rows))


def test_another_seed_moves_the_draws_and_not_the_central_points(resolved):
    first = by_id(size_force(resolved))
    second = by_id(size_force(resolved | {"seed": 8}))
    assert first["sizing.force.watch"]["p50"] != second["sizing.force.watch"]["p50"]
    assert first["sizing.force.watch"]["central"] == second["sizing.force.watch"]["central"]


def test_every_fact_has_the_form_of_a_fact_and_nine_digits_at_most(resolved):
    sized = size_force(resolved)
    for record in sized["facts"]:
        fact = Fact.from_record(record, sized["names"])
        assert fact.called
        assert fact.method.endswith((".", ")"))
        assert fact.because
        assert Fact.as_record(fact) == record


def test_facts_are_sorted_and_unique(resolved):
    names = [fact["id"] for fact in size_force(resolved)["facts"]]
    assert names == sorted(set(names))


def test_every_role_has_its_force_its_pools_its_densities_and_every_method_of_its_rows(resolved, facts):
    for role in resolved["roles"]:
        kinds = ("force", "range_of_methods", "pool", "cycled", "density.per_km", "density.per_1000",
                 "density.per_100km2", "pool_by_rule.ROT1", "pool_by_rule.ROT4", "methods_fitting", "methods_scored",
                 "methods_with_skill", "methods_at_least.100000")  # fmt: skip
        for kind in kinds:
            assert f"sizing.{kind}.{role}" in facts
    for row in resolved["methods"]:
        assert f"sizing.method.{row['method']}.{row['role']}" in facts


def test_quantiles_are_in_order(facts):
    for fact in facts.values():
        if fact["kind"] == "quantiles":
            assert fact["p5"] <= fact["p50"] <= fact["p95"], fact["id"]


def test_a_task_a_role_does_not_have_is_not_in_its_package(facts):
    assert "sizing.capability.hold.reserve_brigades" in facts
    assert "sizing.capability.watch.reserve_brigades" not in facts
    assert "sizing.capability.watch.tanks" not in facts


def test_the_central_point_of_the_package_is_the_hand_calculation(facts):
    # The worked example "A monitoring force from its tasks" has the same central numbers.
    assert facts["sizing.method.task_organised.watch"]["central"] == pytest.approx(16_066.6667)
    assert facts["sizing.capability.watch.reaction_bases"]["central"] == 15
    assert facts["sizing.capability.watch.helicopters"]["central"] == 56
    assert facts["sizing.capability.watch.engineers"]["central"] == pytest.approx(1_767.33333)


def middles_of(resolved, facts, role):
    return sorted(facts[f"sizing.method.{row['method']}.{role}"]["p50"] for row in resolved["methods"]
                  if row["role"] == role and row["fits"])  # fmt: skip


def test_the_range_of_a_role_runs_from_its_lowest_method_to_its_highest_and_ignores_those_that_do_not_fit(
    resolved, facts
):
    for role in resolved["roles"]:
        middles, told = middles_of(resolved, facts, role), facts[f"sizing.range_of_methods.{role}"]
        assert (told["p5"], told["p95"]) == (middles[0], middles[-1])
        assert told["p50"] == pytest.approx(math.sqrt(middles[1] * middles[2]))
    resolved["quantities"] = [row | ({"low": 1e3, "central": 1e3, "high": 1e3} if row["id"] == "mcgrath_mean" else {})
                              for row in resolved["quantities"]]  # fmt: skip
    assert by_id(size_force(resolved))["sizing.force.watch"] == facts["sizing.force.watch"]


def test_one_method_alone_is_told_by_its_middle_result(resolved):
    resolved["methods"] = [row | {"fits": row["method"] == "task_organised"} for row in resolved["methods"]]
    facts = by_id(size_force(resolved))
    force, method = facts["sizing.force.hold"], facts["sizing.method.task_organised.hold"]
    assert {force[part] for part in SPREAD} == {method["p50"]}
    assert force["central"] == method["central"]
    assert facts["sizing.methods_fitting.hold"]["value"] == 1


def test_a_chance_is_told_only_where_a_method_that_fits_was_scored_and_showed_skill(resolved, facts):
    """Six missions of one kind, each twice as long and as strong as the last: troops by the kilometre fit them."""
    assert not [name for name in facts if name.startswith("sizing.probability")]
    assert {facts[f"sizing.methods_with_skill.{role}"]["value"] for role in ("watch", "hold")} == {0}
    watched = [row for row in resolved["missions"] if row["type"] == "observer"]
    for place, row in enumerate(watched):
        row.update({"line_km": 20.0 * 2**place, "strength": 100.0 * 2**place, "split": "train"})
    found = by_id(size_force(resolved))
    # All six differences speak for the rule: one way of signs in 2**6.
    assert found["sizing.luck.light_interposition.watch"]["value"] == pytest.approx(1 / 64)
    chances = [found[f"sizing.probability_at_least.{size}.watch"]["value"] for size in resolved["force_sizes"]]
    assert chances == sorted(chances, reverse=True)
    assert not [name for name in found if name.startswith("sizing.probability") and name.endswith(".hold")]
    # Two methods by the kilometre with like scores: the mean of their shares. 5,000 lies below all of the one.
    light = found["sizing.method.light_interposition.watch"]
    assert light["p5"] < 5_000 < light["p95"]
    assert 0.5 < chances[0] < 1.0


def test_a_method_counts_as_asking_for_a_size_by_its_middle_result(resolved, facts):
    for size in resolved["force_sizes"]:
        asking = sum(middle >= size for middle in middles_of(resolved, facts, "hold"))
        assert facts[f"sizing.methods_at_least.{size}.hold"]["value"] == asking


def test_the_pool_by_a_rule_is_the_force_times_its_ratio(facts):
    for part in (*SPREAD, "central"):
        assert facts["sizing.pool_by_rule.ROT4.watch"][part] == pytest.approx(5 * facts["sizing.force.watch"][part])


def test_the_compared_share_runs_from_a_third_to_a_half(facts):
    assert facts["sizing.compared_share_by_rule.ROT2"]["value"] == pytest.approx(0.32, abs=0.005)
    assert facts["sizing.compared_share_by_rule.ROT4"]["value"] == pytest.approx(0.53, abs=0.005)


def test_an_army_is_compared_where_the_case_names_one(resolved, facts):
    assert "trained Farlandish army" in facts["sizing.compared_share"]["label"].format(army="Farlandish")
    assert facts["sizing.compared_share"]["because"][-1] == "fact:sizing.comparator.far_army_trained"
    resolved["called"] = {}
    assert not [name for name in by_id(size_force(resolved)) if name.startswith("sizing.compared_")]


def test_a_state_without_brigades_has_no_share(facts):
    assert "sizing.army_share.far_land" in facts
    assert "sizing.army_share.noland" not in facts


def test_sensitivities_are_shares_that_add_up_to_one_at_most(resolved):
    resolved["draws"] = 2**15
    resolved["correlations"] = []
    facts = by_id(size_force(resolved))
    for role in resolved["roles"]:
        shares = [fact["value"] for name, fact in facts.items() if name.startswith(f"sizing.sensitivity.{role}.")]
        assert min(shares) >= 0
        assert 0.8 < sum(shares) < 1.02


def test_an_input_that_never_varies_explains_nothing(facts):
    assert "sizing.sensitivity.watch.golden_hour" not in facts
    assert "sizing.sensitivity.watch.compared_contribution" not in facts


def test_more_draws_bring_the_standard_error_down(resolved):
    few = by_id(size_force(resolved))["sizing.force.hold"]["standard_error"]
    many = by_id(size_force(resolved | {"draws": 2**15}))["sizing.force.hold"]["standard_error"]
    assert many < few / 2


def test_draws_agree_with_a_plain_simulation_in_numpy(resolved):
    """An independent Monte Carlo of one method, with NumPy's own beta distribution."""
    rng = np.random.default_rng(6)

    def pert(name):
        row = next(row for row in resolved["quantities"] if row["id"] == name)
        low, mode, high = row["low"], row["central"], row["high"]
        rise = 1 + 4 * (mode - low) / (high - low)
        return low + (high - low) * rng.beta(rise, 6 - rise, 400_000)

    brigades = pert("line_length") / pert("brigade_frontage")
    force = brigades * pert("brigade_strength") * (1 + pert("operational_reserve"))
    fact = by_id(size_force(resolved | {"draws": 2**15}))["sizing.method.force_to_space.hold"]
    assert [fact[part] for part in SPREAD] == pytest.approx(np.quantile(force, [0.05, 0.5, 0.95]), rel=0.01)


def test_tables_say_what_the_facts_say(resolved):
    record = size_force(resolved)
    facts = by_id(record)
    for row in rows_of(record, "force_by_method"):
        fact = facts[f"sizing.method.{row['method']}.{row['role']}"]
        assert [row[part] for part in SPREAD] == [fact[part] for part in SPREAD]
        said = next(one for one in resolved["methods"] if (one["role"], one["method"]) == (row["role"], row["method"]))
        assert row["fits"] is said["fits"]
    for row in rows_of(record, "sensitivity"):
        assert row["share"] == facts[f"sizing.sensitivity.{row['role']}.{row['quantity']}"]["value"]


def test_each_prediction_of_a_mission_lies_inside_its_interval(resolved):
    rows = rows_of(size_force(resolved), "mission_predictions")
    assert {row["way"] for row in rows} == {"validation", "held_out"}
    for row in rows:
        assert row["low"] <= row["predicted"] <= row["high"]
        assert row["inside_interval"] == (row["low"] <= row["strength"] <= row["high"])
        assert row["within_factor_2"] == (0.5 <= row["strength"] / row["predicted"] <= 2)


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("factor", [0.01, 100.0])
@pytest.mark.parametrize("column", ["combat_share", "medical_notice", "helicopter_availability", "golden_hour",
                                    "rotation_ratio", "line_length", "operational_reserve"])  # fmt: skip
def test_an_extreme_number_gives_a_number_still(resolved, column, factor):
    for row in resolved["quantities"]:
        if row["id"] == column:
            row.update({part: row[part] * factor for part in ("low", "central", "high") if row[part] is not None})
            row["choices"] = [[value * factor, weight] for value, weight in row.get("choices", [])]
    for fact in size_force(resolved)["facts"]:
        assert all(math.isfinite(value) for value in fact.values() if isinstance(value, float))


@pytest.mark.parametrize(("change", "message"), [
    ({"methods": [{"role": "watch", "method": "tea_leaves", "fits": True, "reason": "", "origin": "x"}]}, "tea_leaves"),
    ({"draws": 1000}, "eight times a power of two"),
])  # fmt: skip
def test_what_cannot_be_calculated_is_named(resolved, change, message):
    with pytest.raises(ValueError, match=message):
        size_force(resolved | change)


def test_a_missing_input_is_named(resolved):
    resolved["quantities"] = [row for row in resolved["quantities"] if row["id"] != "combat_share"]
    with pytest.raises(ValueError, match="needs combat_share"):
        size_force(resolved)


def test_an_unknown_task_is_named(resolved):
    resolved["roles"]["watch"]["tasks"] = ["juggling"]
    with pytest.raises(ValueError, match="juggling"):
        size_force(resolved)
