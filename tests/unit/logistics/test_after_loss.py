"""What can be fed after the worst losses, as handed on to the gate of supply."""

import copy

import pytest

from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts

FAMILIES = {"one": "worst_single_loss", "set": "worst_set"}


def planned_from(record):
    usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 8
    try:
        return plan_logistics(record | {"draws": 512})
    finally:
        drawn_cuts.SAMPLE = usual


@pytest.fixture(scope="module")
def planned(island_stages):
    return planned_from(island_stages["logistics"])


def facts_of(record):
    return {fact["id"]: fact for fact in record["facts"]}


def rows_of(record, name):
    found = record["tables"][name]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def by_place(record):
    found = {}
    for row in rows_of(record, "supply_after_loss"):
        found.setdefault((row["posture"], row["lost"]), []).append(row)
    return found


def test_quantiles_rise_and_go_through_those_of_the_fact(planned):
    facts = facts_of(planned)
    for (posture, lost), rows in by_place(planned).items():
        assert [row["level"] for row in rows] == [pytest.approx((place + 0.5) / 100) for place in range(100)]
        troops = [row["troops"] for row in rows]
        assert troops == sorted(troops)
        fact = facts[f"logistics.largest_force_{lost}_lost.{posture}"]
        assert rows[4]["troops"] <= fact["p5"] <= rows[5]["troops"]
        assert rows[49]["troops"] <= fact["p50"] <= rows[50]["troops"]


def test_no_single_loss_leaves_less(planned):
    facts = facts_of(planned)
    single = [row for row in rows_of(planned, "losses")
              if row["kind"] in {"country", "corridor"} and row["capacity_case"] == "central"]  # fmt: skip
    for posture, _ in by_place(planned):
        left = facts[f"logistics.worst_single_loss.{posture}.remaining"]["value"]
        assert left == pytest.approx(min(row["remaining"] for row in single if row["posture"] == posture))
        name = facts[f"logistics.worst_single_loss.{posture}"]["value"]
        assert name in {row["label"] for row in single if row["remaining"] == left and row["posture"] == posture}


def test_no_loss_of_two_leaves_less_than_the_worst_set(planned):
    facts = facts_of(planned)
    kinds = {"country", "corridor", "countries", "corridors"}
    central = [row for row in rows_of(planned, "losses") if row["kind"] in kinds and row["capacity_case"] == "central"]
    for posture, _ in by_place(planned):
        least = min(row["remaining"] for row in central if row["posture"] == posture)
        assert facts[f"logistics.worst_set.{posture}.remaining"]["value"] <= least + 1e-9


def test_more_losses_never_leave_more_and_none_leaves_more_than_there_was(planned):
    facts = facts_of(planned)
    for posture, _ in by_place(planned):
        whole, one, several = (
            facts[f"logistics.{name}.{posture}"]
            for name in ("largest_force_drawn", "largest_force_one_lost", "largest_force_set_lost")
        )
        assert all(several[part] <= one[part] <= whole[part] for part in ("p5", "p50", "p95", "central"))


def test_without_lorries_of_its_own_or_hired_no_force_is_fed_and_they_are_named(island_stages):
    record = copy.deepcopy(island_stages["logistics"])
    for row in record["quantities"]:
        if row["id"] in {"own_tankers", "hired_tankers"}:
            row |= {"low": 1e-6, "central": 1e-6, "high": 1e-6}
    facts = facts_of(planned_from(record))
    for posture in ("garrison", "high_intensity"):
        assert facts[f"logistics.largest_force_one_lost.{posture}"]["p95"] < 1
        assert facts[f"logistics.limit_after_loss.{posture}"]["value"] == "fuel tankers of the last mile"
        assert facts[f"logistics.limited_by_last_mile.{posture}"]["value"] == 1.0


def test_few_wagons_and_lorries_leave_less_and_are_named(island_stages, planned):
    record = copy.deepcopy(island_stages["logistics"])
    for row in record["fleets"]:
        row |= {f"vehicles_{part}": 0.01 * row[f"vehicles_{part}"] for part in ("low", "central", "high")}
    facts, usual = facts_of(planned_from(record)), facts_of(planned)
    scarce = facts["logistics.largest_force_one_lost.garrison"]
    assert scarce["p50"] < 0.5 * usual["logistics.largest_force_one_lost.garrison"]["p50"]
    assert facts["logistics.limited_by_carriage.garrison"]["value"] > 0.9
    named = {row["in_sentence"] for row in record["fleets"]}
    assert any(one in facts["logistics.limit_after_loss.garrison"]["value"] for one in named)


def test_one_loss_at_once_makes_the_set_the_single_one(island_stages):
    record = copy.deepcopy(island_stages["logistics"])
    record["logistics"]["losses_at_once"] = 1
    facts = facts_of(planned_from(record))
    for posture in record["logistics"]["postures"]:
        one, several = (facts[f"logistics.{family}.{posture}"]["value"] for family in FAMILIES.values())
        assert one == several
