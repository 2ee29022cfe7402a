"""A fact of the outlook moves only with what it says it came from, and with all of the numbers among them."""

import copy
import graphlib

import pytest

from peacebrief.feasibility.outlook import outlook, outlook_facts

NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
FACTOR = 0.8
SPAN = ("low", "central", "high")
TABLES = {
    "quantities": SPAN,
    "correlations": ("loading",),
    "risks": ("horizon_months",),
    "risk_consequences": SPAN,
    "risk_chances": SPAN,
    "carry_over": SPAN,
    "durations": ("years",),
    "peacekeeping_effects": ("estimate", "low", "high", "dose"),
    "dose_forms": ("scale", "weight"),
    "base_rates": ("events", "share", "months"),
    "base_rate_models": ("weight", "watched_low", "watched_central", "watched_high"),
}
# Shares of past operations move by jumps; counts of them do not look at years, and chances and tolls may stand still
# where a rare risk changes a little. By how much a force provokes does not move what pays in the middle.
JUMPING = ("still_there", "operations", "ongoing", "duration_median", "duration_shape", "exit", "risk_at_least",
           "risk_toll", "risk_war", "challenge", "pays", "garrisons", "years_present", "horizon_cost", "raises_risk",
           "break_even")  # fmt: skip


def may_stand_still(name):
    return name.split(".")[1].startswith(JUMPING)


@pytest.fixture(scope="module")
def record(specimen):
    return specimen.made_up(2048)


@pytest.fixture(scope="module")
def published(specimen):
    def publish(record, costs=specimen.COSTS):
        return {fact["id"]: fact for fact in outlook_facts(outlook(specimen.inputs(record), costs=costs))}

    return publish


@pytest.fixture(scope="module")
def usual(record, published):
    return published(record)


@pytest.fixture(scope="module")
def said(usual):
    """Origin -> the facts that say they came from it, through other facts as well."""
    graph = {name: [source[5:] for source in fact["because"] if source[5:] in usual] for name, fact in usual.items()}
    origins = {}
    for name in graphlib.TopologicalSorter(graph).static_order():
        own = {source for source in usual[name]["because"] if source[5:] not in usual}
        origins[name] = own.union(*(origins[source] for source in graph[name]))
    rows = {row for found in origins.values() for row in found}
    return {row: {name for name, found in origins.items() if row in found} for row in rows}


def moved(usual, now):
    def numbers(fact):
        return [fact.get(name) for name in NUMBERS]

    assert usual.keys() == now.keys()
    return {name for name in usual if numbers(usual[name]) != numbers(now[name])}


def test_every_reason_is_a_row_a_setting_or_a_fact_that_exists(usual):
    for fact in usual.values():
        for source in fact["because"]:
            assert source.startswith(("assumption:", "table:", "fact:logistics.")) or source[5:] in usual


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("table", TABLES)
def test_facts_move_with_the_rows_they_name_and_with_no_others(record, published, usual, said, table):
    for place, row in enumerate(record[table]):
        changed = copy.deepcopy(record)
        for column in TABLES[table]:
            if row[column] is not None:
                changed[table][place][column] *= FACTOR
        # The horizon of a risk whose cost counts in no toll counts nowhere.
        named = said.get(row["origin"], set())
        found = moved(usual, published(changed))
        assert found <= named, row["origin"]
        assert bool(found) == bool(named), row["origin"]
        if table != "durations":
            assert {name for name in named if not may_stand_still(name)} <= found, row["origin"]


def test_cost_moves_the_facts_that_name_it(specimen, record, published, usual, said):
    for option, fact in specimen.COSTS.items():
        dearer = specimen.COSTS | {option: fact | {part: 1.5 * fact[part] for part in ("p5", "p50", "p95")}}
        found = moved(usual, published(record, dearer))
        assert found == {name for name in said[f"fact:{fact['id']}"] if not name.startswith("feasibility.pays")} | {
            f"feasibility.pays.{option}"
        }


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("setting", [{"planning_horizon": 4}, {"years": [3, 5, 9]}])
def test_settings_move_the_facts_that_name_them(record, published, usual, said, setting):
    now = published(record | {"feasibility": record["feasibility"] | setting})
    changed = {fact for fact in usual.keys() & now.keys() if usual[fact] != now[fact]}
    (name,) = setting
    assert changed <= said[f"table:case.yaml#feasibility.{name}"]
    assert changed or usual.keys() != now.keys()
