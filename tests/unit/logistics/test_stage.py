"""The stage as a whole, on the miniature case."""

import copy
import json
import math

import pytest

from peacebrief.errors import AnalystError
from peacebrief.facts import Fact
from peacebrief.inputs.cells.unit import UNITS
from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts

POSTURES = ("garrison", "elevated", "high_intensity")


@pytest.fixture(scope="module", autouse=True)
def _small_library():
    usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 32
    yield
    drawn_cuts.SAMPLE = usual


@pytest.fixture(scope="module")
def island(island_stages):
    return island_stages["logistics"] | {"draws": 512}


@pytest.fixture(scope="module")
def planned(island):
    return plan_logistics(island)


@pytest.fixture(scope="module")
def facts(planned):
    return {fact["id"]: fact for fact in planned["facts"]}


def rows_of(record, name):
    found = record["tables"][name]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


@pytest.mark.slow
def test_any_cutting_into_chunks_gives_the_same_bytes(island, planned):
    assert json.dumps(plan_logistics(island, rows=13)) == json.dumps(planned)


def test_every_fact_has_the_form_of_a_fact_and_a_known_unit(planned):
    for record in planned["facts"]:
        fact = Fact.from_record(record, planned["names"])
        assert fact.called
        assert fact.method.endswith((".", ")"))
        assert fact.because
        assert fact.unit in UNITS
        assert Fact.as_record(fact) == record


def test_facts_are_sorted_and_unique_and_every_reason_exists(planned):
    names = [fact["id"] for fact in planned["facts"]]
    assert names == sorted(set(names))
    for fact in planned["facts"]:
        for source in fact["because"]:
            assert source.startswith(("assumption:", "table:")) or source.removeprefix("fact:") in names


def test_quantiles_are_in_order_and_finite(facts):
    for fact in facts.values():
        if fact["kind"] == "quantiles":
            assert fact["p5"] <= fact["p50"] <= fact["p95"] < math.inf, fact["id"]


def test_sizes_are_in_proportion(island, facts):
    few, many = island["logistics"]["sizes"]
    for posture in POSTURES:
        for name in ("tonnes", "trains", "lorries"):
            small, large = (facts[f"logistics.{name}.{posture}.{size}.total"] for size in (few, many))
            assert large["p50"] / small["p50"] == pytest.approx(many / few)


def test_tonnes_are_the_demand_with_the_fuel_for_its_delivery(island, facts):
    size = island["logistics"]["reference_size"]
    for posture in POSTURES:
        demand, fuel = (facts[f"logistics.demand.{posture}{part}"]["central"] for part in ("", ".fuel"))
        share = facts[f"logistics.delivery_fuel.{posture}"]["central"]
        gross = demand - fuel + fuel / (1 - share)
        assert facts[f"logistics.tonnes.{posture}.{size}.total"]["central"] == pytest.approx(size * gross / 1000)


def test_cost_parts_add_up_at_the_central_point(facts):
    for name, fact in facts.items():
        if name.startswith("logistics.cost_per_year."):
            option = name.rpartition(".")[2]
            parts = [facts[f"logistics.cost_part.{part}.{option}"] for part in ("soldiers", "line_haul", "fuel_burden")]
            assert sum(part["central"] for part in parts) == pytest.approx(fact["central"])


def test_troops_in_theatre_never_fall_and_end_at_the_force(planned, facts):
    for size in {row["size"] for row in rows_of(planned, "deployment_fan")}:
        rows = [row for row in rows_of(planned, "deployment_fan") if row["size"] == size]
        for part in ("p5", "p50", "p95"):
            troops = [row[part] for row in rows]
            assert troops == sorted(troops)
        slow = facts[f"logistics.deployment_days.{size:.0f}"]["p95"]
        after = next((row["p50"] for row in rows if row["day"] > slow), size)
        assert after == pytest.approx(size, rel=1e-3)


def test_the_smaller_rate_is_never_above_either(facts):
    both, network, lines = (facts[f"logistics.deployment_rate.{name}"] for name in ("both", "network", "lines"))
    for part in ("p5", "p50", "p95", "central"):
        assert both[part] <= min(network[part], lines[part]) * 1.001


def test_the_chance_of_a_size_agrees_with_the_draws_of_the_largest_force(island, facts):
    for posture in POSTURES:
        drawn = facts[f"logistics.largest_force_drawn.{posture}"]
        for size in island["logistics"]["sizes"]:
            chance = facts[f"logistics.probability_supplied.{size}.{posture}"]["value"]
            assert (chance >= 0.95) == (drawn["p5"] >= size)
            assert (chance >= 0.5) == (drawn["p50"] >= size)


def test_flows_keep_within_what_the_force_may_use(planned):
    rows = rows_of(planned, "flows")
    assert any(row["tonnes"] > 0 for row in rows)
    assert all(row["use"] <= 2 + 1e-6 for row in rows)  # a link of two ways has its capacity in each


def test_tables_say_what_the_facts_say(planned, facts):
    for row in rows_of(planned, "demand"):
        fact = facts[f"logistics.demand.{row['posture']}.{row['class']}"]
        assert [row[part] for part in ("p5", "p50", "p95")] == [fact[part] for part in ("p5", "p50", "p95")]
    for row in rows_of(planned, "largest_force"):
        assert row["persons"] == facts[f"logistics.largest_force.{row['capacity_case']}.{row['posture']}"]["value"]
    for row in rows_of(planned, "losses"):
        fact = facts.get(f"logistics.remaining.{row['loss']}.{row['posture']}")
        if fact and row["capacity_case"] == "central":
            assert row["remaining"] == fact["value"]


def test_pairs_of_links_inside_the_theatre_are_not_named(island, planned):
    own = {node["id"] for node in island["nodes"]
           if node["country"] in {node["country"] for node in island["nodes"]
                                  if node["id"] in {sector["node"] for sector in island["sectors"]}}}  # fmt: skip
    inside = {row["id"] for row in island["links"] if {row["from_node"], row["to_node"]} <= own}
    assert inside
    for row in rows_of(planned, "link_pairs"):
        assert not {row["first"], row["second"]} & inside


def test_a_sector_cut_off_runs_through_to_the_facts(island, facts):
    """Closing the only way to one sector: nobody can be fed there, and the others can still be reached."""
    way = next(name for name in facts if name.startswith("logistics.only_way."))
    sector = next(row for row in island["sectors"] if row["id"] == way.rpartition(".")[2])
    closed = copy.deepcopy(island)
    for link in closed["links"]:
        if sector["node"] in {link["from_node"], link["to_node"]}:
            link["open"] = 0
    found = {fact["id"]: fact for fact in plan_logistics(closed)["facts"]}
    assert found["logistics.cut_off"]["value"] == sector["name"]
    assert facts["logistics.cut_off"]["value"] == "none"
    for posture in POSTURES:
        assert found[f"logistics.largest_force.central.{posture}"]["value"] == 0
        assert found[f"logistics.largest_force_drawn.{posture}"]["p95"] == 0
    for fact in found.values():
        assert all(math.isfinite(number) for number in fact.values() if isinstance(number, float))
    assert found["logistics.deployment_rate.network"]["p5"] > 0


def test_a_network_without_any_way_in_is_told(island):
    closed = copy.deepcopy(island)
    for link in closed["links"]:
        link["open"] = int(not link["enters_theatre"]) * link["open"]
    with pytest.raises(AnalystError, match="No open route"):
        plan_logistics(closed)


def test_a_missing_assumption_is_named(island):
    left = [row for row in island["quantities"] if row["id"] != "war_risk_ratio"]
    with pytest.raises(ValueError, match="war_risk_ratio"):
        plan_logistics(island | {"quantities": left})
