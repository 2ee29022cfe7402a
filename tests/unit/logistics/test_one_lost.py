"""What can be fed with the worst country or corridor lost, as handed on to the gate of supply."""

import pytest

from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts


@pytest.fixture(scope="module")
def planned(island_stages):
    usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 8
    found = plan_logistics(island_stages["logistics"] | {"draws": 512})
    drawn_cuts.SAMPLE = usual
    return found


def rows_of(record, name):
    found = record["tables"][name]
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def by_posture(record):
    found = {}
    for row in rows_of(record, "supply_one_lost"):
        found.setdefault(row["posture"], []).append(row)
    return found


def test_quantiles_rise_and_go_through_those_of_the_fact(planned):
    facts = {fact["id"]: fact for fact in planned["facts"]}
    for posture, rows in by_posture(planned).items():
        assert [row["level"] for row in rows] == [pytest.approx((place + 0.5) / 100) for place in range(100)]
        troops = [row["troops"] for row in rows]
        assert troops == sorted(troops)
        fact = facts[f"logistics.largest_force_one_lost.{posture}"]
        assert rows[4]["troops"] <= fact["p5"] <= rows[5]["troops"]
        assert rows[49]["troops"] <= fact["p50"] <= rows[50]["troops"]


def test_no_single_loss_leaves_less(planned):
    facts = {fact["id"]: fact for fact in planned["facts"]}
    single = [row for row in rows_of(planned, "losses")
              if row["kind"] in {"country", "corridor"} and row["capacity_case"] == "central"]  # fmt: skip
    for posture in by_posture(planned):
        left = facts[f"logistics.worst_single_loss.{posture}.remaining"]["value"]
        assert left == min(row["remaining"] for row in single if row["posture"] == posture)
        name = facts[f"logistics.worst_single_loss.{posture}"]["value"]
        assert name in {row["label"] for row in single if row["remaining"] == left and row["posture"] == posture}


def test_a_loss_never_leaves_more_than_there_was(planned):
    facts = {fact["id"]: fact for fact in planned["facts"]}
    for posture in by_posture(planned):
        whole, left = (
            facts[f"logistics.{name}.{posture}"] for name in ("largest_force_drawn", "largest_force_one_lost")
        )
        assert all(left[part] <= whole[part] for part in ("p5", "p50", "p95", "central"))
