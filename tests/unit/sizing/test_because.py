"""What a fact says it came from is exactly what moves it."""

import copy
from collections import defaultdict

import pytest

from peacebrief.sizing import size_force

FACTORS = (100.0, 0.01, 1.01)
NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")


def family(fact_id):
    """Facts that move by jumps are judged together with those calculated in the same breath.

    A count of draws or missions may stand still although one of them moved; the size that it counts at does not matter
    for what it came from.
    """
    stage, kind, *rest = fact_id.split(".")
    if kind == "probability_at_least":
        return f"{stage}.{kind}.{rest[-1]}"
    return f"{stage}.{kind}.{rest[0]}" if kind in {"validation", "held_out"} else fact_id


def numbers_by_family(resolved):
    found = defaultdict(list)
    for fact in size_force(resolved)["facts"]:
        found[family(fact["id"])].append([fact.get(name) for name in NUMBERS])
    return found


def dependants(facts):
    """Origin -> the families of facts that say they came from it, through other facts as well."""
    known = {fact["id"]: fact for fact in facts}

    def origins(fact_id):
        return {
            origin
            for source in known[fact_id]["because"]
            for origin in (origins(source[5:]) if source.startswith("fact:") else [source])
        }

    found = defaultdict(set)
    for fact_id in known:
        for origin in origins(fact_id):
            found[origin].add(family(fact_id))
    return found


def nudges(resolved):
    """Every number of the inputs, scaled, and every mission left out: (origin, changed inputs)."""
    for table, columns, origin in (
        ("quantities", ("low", "central", "high"), lambda row: row["origin"]),
        ("correlations", ("loading",), lambda row: row["origin"]),
        ("weights", ("weight",), lambda row: row["origin"]),
        ("proposals", ("low", "central", "high"), lambda row: f"table:proposals.csv#{row['id']}"),
        ("comparators", ("value",), lambda row: f"table:comparators.csv#{row['id']}"),
        (
            "contributors",
            ("army_active",),
            lambda row: f"table:contributors.csv#{row['country'].lower().replace(' ', '_')}",
        ),
    ):
        for place, row in enumerate(resolved[table]):
            yield origin(row), [_scaled(resolved, table, place, columns, factor) for factor in FACTORS]
    for place, row in enumerate(resolved["missions"]):
        left_out = copy.deepcopy(resolved)
        del left_out["missions"][place]
        scaled = [_scaled(resolved, "missions", place, ("strength",), factor) for factor in FACTORS]
        yield f"table:missions.csv#{row['id']}", [left_out, *scaled]


def _scaled(resolved, table, place, columns, factor):
    changed = copy.deepcopy(resolved)
    row = changed[table][place]
    for column in columns:
        if row.get(column) is not None:
            row[column] *= factor
    row["choices"] = [[value * factor, weight] for value, weight in row.get("choices", [])]
    return changed


@pytest.fixture
def quick(resolved):
    resolved["draws"] = 256
    return resolved


@pytest.mark.slow
def test_exactly_the_facts_that_name_an_input_move_with_it(quick):
    usual = numbers_by_family(quick)
    said = dependants(size_force(quick)["facts"])
    wrong = {}
    for origin, changes in nudges(quick):
        moved = set()
        for changed in changes:
            now = numbers_by_family(changed)
            moved |= {name for name in usual.keys() | now.keys() if usual.get(name) != now.get(name)}
            if moved == said[origin]:
                break
        if moved != said[origin]:
            wrong[origin] = {"moved unsaid": moved - said[origin], "said unmoved": said[origin] - moved}
    assert wrong == {}


def test_every_reason_is_a_row_or_a_fact_that_exists(resolved):
    facts = size_force(resolved)["facts"]
    known = {fact["id"] for fact in facts}
    for fact in facts:
        for source in fact["because"]:
            assert source.startswith(("assumption:", "table:")) or source.removeprefix("fact:") in known
