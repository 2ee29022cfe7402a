"""A fact moves only with what it says it came from, directly or through other facts."""

import copy

import pytest
from tracing import dependants

from peacebrief.logistics import plan_logistics
from peacebrief.logistics.bounds import needed_cuts as drawn_cuts

NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
# The miniature has no open air route, neither racks nor dangerous goods limit it, and its force has lorries enough.
IDLE = {"assumption:air_cost", "assumption:tank_wagon_share", "assumption:hazardous_share"}
IDLE |= {"assumption:hired_lorries", "assumption:hired_tankers"}
FACTOR = 0.8  # below one, so that shares stay shares
# Table, its columns to nudge, and how many rows apart the rows nudged are.
TABLES = (
    ("quantities", ("low", "central", "high"), 1),
    ("correlations", ("loading",), 1),
    ("consumption", ("low", "central", "high"), 5),
    ("consumption_anchors", ("value",), 3),
    ("vehicles", ("payload_low", "payload_central", "payload_high"), 1),
    ("options", ("force_low", "force_central", "force_high"), 1),
    ("deployments", ("moved",), 1),
    ("throughput", ("value",), 1),
    ("sectors", ("share",), 1),
    ("staged", ("low", "central", "high"), 1),
    ("nodes", ("handling_low", "handling_central", "handling_high"), 2),
    ("fleets", ("vehicles_low", "vehicles_central", "vehicles_high"), 1),
    ("links", ("capacity_low", "capacity_central", "capacity_high"), 4),
)


@pytest.fixture(scope="module", autouse=True)
def _small_library():
    usual, drawn_cuts.SAMPLE = drawn_cuts.SAMPLE, 8 * 8
    yield
    drawn_cuts.SAMPLE = usual


@pytest.fixture(scope="module")
def island(island_stages):
    return island_stages["logistics"] | {"draws": 64}


@pytest.fixture(scope="module")
def usual(island):
    return plan_logistics(island)["facts"]


def numbers(facts):
    return {fact["id"]: [fact.get(name) for name in NUMBERS] for fact in facts}


@pytest.mark.slow
def test_no_fact_rests_on_itself(usual):
    assert dependants(usual)  # a circle raises CycleError


def nudged(record, table, place, columns):
    """The record with one row scaled."""
    changed = copy.deepcopy(record)
    row = changed[table][place]
    for column in columns:
        if row.get(column) is not None:
            row[column] *= FACTOR
    return changed, str(row["origin"])


def moved_by(usual, changed):
    """The facts that differ, and what the facts say before and after, since some are told only where they count."""
    now = plan_logistics(changed)["facts"]
    before, after = numbers(usual), numbers(now)
    said = dependants(usual)
    for origin, names in dependants(now).items():
        said[origin] |= names
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}, said


@pytest.mark.slow
@pytest.mark.parametrize(("table", "columns", "apart"), TABLES, ids=[row[0] for row in TABLES])
def test_no_fact_moves_that_does_not_name_the_row(island, usual, table, columns, apart):
    unsaid, still = {}, set()
    for place in range(0, len(island[table]), apart):
        changed, origin = nudged(island, table, place, columns)
        moved, said = moved_by(usual, changed)
        if moved - said[origin]:
            unsaid[origin] = sorted(moved - said[origin])
        if not moved:
            still.add(origin)
    assert unsaid == {}
    if table == "quantities":
        assert still <= IDLE


@pytest.fixture(scope="module")
def scarce(island):
    """The island where its force has few lorries of its own, and few wagons and lorries carry."""
    record = copy.deepcopy(island)
    for row in record["quantities"]:
        if row["id"].startswith(("own_", "hired_")):
            row |= {part: 0.1 * row[part] for part in ("low", "central", "high")}
    for row in record["fleets"]:
        row |= {f"vehicles_{part}": 0.1 * row[f"vehicles_{part}"] for part in ("low", "central", "high")}
    return record


@pytest.fixture(scope="module")
def usual_scarce(scarce):
    return plan_logistics(scarce)["facts"]


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("name", ["own_lorries", "own_tankers", "hired_lorries", "hired_tankers"])
def test_scarce_lorries_move_only_what_names_them(island, scarce, usual_scarce, name):
    place = next(place for place, row in enumerate(island["quantities"]) if row["id"] == name)
    changed, origin = nudged(scarce, "quantities", place, ("low", "central", "high"))
    moved, said = moved_by(usual_scarce, changed)
    assert moved <= said[origin]
    # Fuel is what the last mile lacks most.
    if name.endswith("tankers"):
        assert "logistics.largest_force_one_lost.high_intensity" in moved


@pytest.mark.slow
def test_scarce_wagons_move_only_what_names_them(scarce):
    scarce = copy.deepcopy(scarce)
    for row in scarce["quantities"]:
        if row["id"].startswith("own_"):
            row |= {part: 100 * row[part] for part in ("low", "central", "high")}
    usual, all_moved = plan_logistics(scarce)["facts"], set()
    for place in range(len(scarce["fleets"])):
        changed, origin = nudged(scarce, "fleets", place, ("vehicles_low", "vehicles_central", "vehicles_high"))
        moved, said = moved_by(usual, changed)
        assert moved <= said[origin]
        assert f"logistics.fleet_capacity.{scarce['fleets'][place]['id']}" in moved
        all_moved |= moved
    assert "logistics.largest_force_one_lost.garrison" in all_moved


def test_closing_a_link_moves_only_what_names_it(island, usual):
    place = next(place for place, row in enumerate(island["links"]) if row["enters_theatre"] and row["open"])
    changed = copy.deepcopy(island)
    changed["links"][place]["open"] = 0
    moved, said = moved_by(usual, changed)
    assert moved <= said[island["links"][place]["origin"]]
    assert "logistics.largest_force.central.garrison" in moved
