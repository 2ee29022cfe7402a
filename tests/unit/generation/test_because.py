"""A fact moves only with what it says it came from, directly or through other facts."""

import copy

import pytest
from tracing import dependants

from peacebrief.generation import generate_force

NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
FACTORS = (0.8, 0.5, 1.25)
TABLES = (
    ("quantities", ("low", "central", "high")),
    ("correlations", ("loading",)),
    ("options", ("force_low", "force_central", "force_high")),
    ("contributors", ("army_active", "army_trained")),
    ("contributors", ("brigades_low", "brigades_central", "brigades_high")),
    ("option_contributors", ("most",)),
    ("position_chances", ("low", "central", "high")),
    ("polls", ("support", "oppose")),
    ("polls", ("sample",)),
    ("army_strengths", ("persons",)),
    ("sustained_deployments", ("deployed",)),
    ("commitments", ("troops",)),
)


@pytest.fixture
def quick(resolved):
    resolved["draws"] = 256
    return resolved


def numbers(facts):
    return {fact["id"]: [fact.get(name) for name in NUMBERS] for fact in facts}


def moved_by(before, changed):
    """The facts that differ, and what the facts say before and after, since some are told only where they count."""
    after = generate_force(changed)["facts"]
    said = dependants(before)
    for origin, names in dependants(after).items():
        said[origin] |= names
    old, new = numbers(before), numbers(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}, said


def variants(record, table, place, columns):
    """The record with one row scaled, kept in the range of what it counts."""
    for factor in FACTORS:
        changed = copy.deepcopy(record)
        row = changed[table][place]
        for column in columns:
            if row.get(column) is not None:
                row[column] = min(row[column] * factor, 1.0) if table == "position_chances" else row[column] * factor
        if row.get("id") == "rotation_ratio":
            row["choices"] = [[max(value * factor, 1.0), weight] for value, weight in row["choices"]]
        if table == "polls" and row["sample"] is not None:
            row["sample"] = int(row["sample"])
        yield changed


@pytest.mark.slow
@pytest.mark.parametrize(("table", "columns"), TABLES, ids=[f"{name}_{columns[0]}" for name, columns in TABLES])
def test_no_fact_moves_that_does_not_name_the_row_and_every_row_moves_something(quick, table, columns):
    before = generate_force(quick)["facts"]
    unsaid, still = {}, set()
    for place, row in enumerate(quick[table]):
        if not any(row.get(column) is not None for column in columns) and row.get("id") != "rotation_ratio":
            continue
        seen = set()
        for changed in variants(quick, table, place, columns):
            try:
                moved, said = moved_by(before, changed)
            except ValueError:  # shares that are none any more are refused
                continue
            seen |= moved
            if moved - said[row["origin"]]:
                unsaid[row["origin"]] = sorted(moved - said[row["origin"]])
        if not seen:
            still.add(row["origin"])
    assert unsaid == {}
    assert still <= IDLE


# Read by other stages or by tables only, asked in other words or without an answer, of a state that nobody counts on,
# or a count between the first and the last.
IDLE = {
    "assumption:horizon_ratio",
    "assumption:surge_ratio",
    "assumption:contributor_exit_rate",
    "assumption:tour_months",
    "assumption:horizon_months",
    "table:polls.csv#q2",
    "table:polls.csv#q5",
    "table:polls.csv#q6",
    "table:army_strengths.csv#ashland_2024",
    # A least is no count, and a factor of chance that nobody shares moves nothing.
    "table:sustained_deployments.csv#birchia_2015",
    "table:contributors.csv#firland",
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("contributors", "position", "no"),
        ("contributors", "brigades_central", None),
        ("option_contributors", "position", "no"),
        ("option_contributors", "framework", 0),
        ("options", "framework_needed", 0),
        ("option_requirements", "share", 0.0),
    ],
)
def test_a_changed_word_moves_only_what_names_its_row(quick, table, column, value):
    before = generate_force(quick)["facts"]
    for place, row in enumerate(quick[table]):
        changed = copy.deepcopy(quick)
        changed[table][place][column] = value
        if table == "option_requirements":
            other = next(one for one in changed[table] if one["option"] == row["option"] and one is not
                         changed[table][place])  # fmt: skip
            other["share"] += row["share"]
        elif column == "framework" and row["framework"]:
            option = next(one for one in changed["options"] if one["id"] == row["option"])
            option["framework_needed"] = max(option["framework_needed"] - 1, 0)
        moved, said = moved_by(before, changed)
        named = set(said[row["origin"]])
        for one in (*changed["options"], *changed[table]):
            if one.get("id", one.get("option")) == row.get("option"):
                named |= said[one["origin"]]
        assert moved <= named, row["origin"]


def test_every_reason_is_a_row_or_a_fact_that_exists_and_no_fact_rests_on_itself(resolved):
    facts = generate_force(resolved)["facts"]
    assert dependants(facts)  # a circle raises CycleError
    known = {fact["id"] for fact in facts}
    tables = [
        rows
        for name, rows in resolved.items()
        if isinstance(rows, list) and name not in {"support_levels", "force_sizes"}
    ]
    rows = {row["origin"] for table in tables for row in table}
    rows |= {f"table:case.yaml#generation.{name}" for name in ("likely",)}
    for fact in facts:
        assert fact["because"]
        for source in fact["because"]:
            assert source in rows or source.removeprefix("fact:") in known, (fact["id"], source)
