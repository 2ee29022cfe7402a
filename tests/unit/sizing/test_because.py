"""What a fact says it came from is exactly what moves it."""

import copy
from collections import defaultdict

import pytest
from tracing import dependants

from peacebrief.sizing import size_force

COUNT, RANGES = "sizing.answers", ("sizing.range_of_methods.", "sizing.luck.")
FACTORS = (100.0, 0.01, 1.01)
OVER_ALL_ROLES = {"answers_fitting", "answers_scored", "answers"}
NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")


def family(fact_id):
    """Facts that move by jumps are judged together with those calculated in the same breath.

    A count of draws or missions may stand still although one of them moved; the size that it counts at does not matter
    for what it came from.
    """
    stage, kind, *rest = fact_id.split(".")
    if kind in {"methods_at_least", "range_of_methods"}:
        return f"{stage}.range_of_methods.{rest[-1]}"
    if kind in {"luck", "methods_fitting", "methods_scored", "methods_with_skill", "probability_at_least"}:
        return f"{stage}.luck.{rest[-1]}"
    if kind in {"answers_at_least", "answers_with_skill"}:
        return COUNT
    return f"{stage}.{kind}.{rest[0]}" if kind in {"validation", "held_out"} else fact_id


def numbers_by_family(resolved):
    found = defaultdict(list)
    for fact in size_force(resolved)["facts"]:
        found[family(fact["id"])].append([fact.get(name) for name in NUMBERS])
    return found


def nudges(resolved):
    """Every number of the inputs, scaled, and every mission left out: (origin, changed inputs)."""
    for table, columns, origin in (
        ("quantities", ("low", "central", "high"), lambda row: row["origin"]),
        ("correlations", ("loading",), lambda row: row["origin"]),
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
    resolved["draws"] = 512
    return resolved


@pytest.mark.slow
def test_exactly_the_facts_that_name_an_input_move_with_it(quick):
    usual = numbers_by_family(quick)
    naming = dependants(size_force(quick)["facts"])
    said = defaultdict(set, {origin: set(map(family, found)) for origin, found in naming.items()})
    wrong = {}
    for origin, changes in nudges(quick):
        moved = set()
        for changed in changes:
            now = numbers_by_family(changed)
            moved |= {name for name in usual.keys() | now.keys() if usual.get(name) != now.get(name)}
            if moved == said[origin]:
                break
        # A count over all roles may stand still where the ranges that it counts move.
        moved |= said[origin] & {COUNT} if any(name.startswith(RANGES) for name in moved) else set()
        if moved != said[origin]:
            wrong[origin] = {"moved unsaid": moved - said[origin], "said unmoved": said[origin] - moved}
    assert wrong == {}


def test_what_fits_a_role_moves_its_range_and_that_of_roles_that_contain_it_alone(quick):
    usual = numbers_by_family(quick)
    for place, row in enumerate(quick["methods"]):
        turned = copy.deepcopy(quick)
        turned["methods"][place]["fits"] = not row["fits"]
        now = numbers_by_family(turned)
        moved = {name for name in usual.keys() & now.keys() if usual[name] != now[name]}
        touched = OVER_ALL_ROLES | {row["role"]} | ({"hold"} if row["role"] == "watch" else set())
        assert f"sizing.range_of_methods.{row['role']}" in moved
        assert {name for name in moved if not set(name.split(".")) & touched} == set()
        assert not [name for name in moved if name.startswith(("sizing.method.", "sizing.capability."))]


def test_every_reason_is_a_row_or_a_fact_that_exists(resolved):
    facts = size_force(resolved)["facts"]
    known = {fact["id"] for fact in facts}
    for fact in facts:
        for source in fact["because"]:
            assert source.startswith(("assumption:", "table:")) or source.removeprefix("fact:") in known
