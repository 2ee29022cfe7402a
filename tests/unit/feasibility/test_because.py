"""A fact of the stage moves only with what it says it came from, directly or through facts of any stage."""

import copy
import graphlib
from collections import defaultdict

import pytest

NUMBERS = ("value", "p5", "p50", "p95", "central", "standard_error")
FACTOR = 0.8  # below one, so that chances stay chances
SPAN = ("low", "central", "high")
# What the stage reads and what is nudged of it: stage, table, columns, how many rows apart the rows nudged are.
TABLES = (
    ("feasibility", "quantities", SPAN, 1),
    ("feasibility", "correlations", ("loading",), 1),
    ("feasibility", "gate_chances", SPAN, 2),
    ("feasibility", "criteria", ("weight_low", "weight_central", "weight_high"), 2),
    ("feasibility", "criteria", ("anchor_zero", "anchor_full"), 1),
    ("feasibility", "scores", SPAN, 1),
    ("feasibility", "carry_over", SPAN, 1),
    ("feasibility", "risk_chances", SPAN, 2),
    ("feasibility", "enablers", ("gap",), 1),
    ("feasibility", "enabler_needs", ("criticality",), 1),
    ("feasibility", "conditions", SPAN, 1),
    ("feasibility", "contributors", ("budget_usd_bn",), 1),
    ("feasibility", "options", ("force_low", "force_central", "force_high"), 1),
    ("feasibility", "indicators", ("threshold",), 1),
    ("feasibility", "durations", ("years",), 9),
    ("generation", "quantities", SPAN, 1),
    ("generation", "correlations", ("loading",), 1),
    ("generation", "position_chances", SPAN, 1),
    ("generation", "contributors", ("army_active", "army_trained"), 1),
    ("generation", "polls", ("support",), 1),
)


@pytest.fixture(scope="module")
def usual(island, judge):
    return everything(island, judge)


def everything(case, judge):
    """The facts of all stages before and of this one, those of logistics as they are."""
    generation, found = judge(case)
    return {fact["id"]: fact for stage in (case["logistics"], generation, found) for fact in stage["facts"]}


def dependants(facts):
    """Origin -> the facts that say they came from it, through other facts as well."""
    graph = {name: [source[5:] for source in fact["because"] if source.startswith("fact:")]
             for name, fact in facts.items()}  # fmt: skip
    origins = {}
    for name in graphlib.TopologicalSorter(graph).static_order():
        own = {source for source in facts[name]["because"] if not source.startswith("fact:")}
        origins[name] = own.union(*(origins[source] for source in graph[name]))
    found = defaultdict(set)
    for name, rows in origins.items():
        for origin in rows:
            found[origin].add(name)
    return found


def moved_by(usual, now):
    """The facts that differ, and what the facts say before and after, since some are told only where they count."""
    said = dependants(usual)
    for origin, names in dependants(now).items():
        said[origin] |= names

    def numbers(facts, name):
        return [facts[name].get(part) for part in NUMBERS] if name in facts else None

    return {name for name in usual.keys() | now.keys() if numbers(usual, name) != numbers(now, name)}, said


@pytest.mark.slow
def test_no_fact_rests_on_itself(usual):
    assert dependants(usual)  # a circle raises CycleError


@pytest.mark.slow
@pytest.mark.parametrize("nudge", TABLES, ids=[f"{row[1]}-{row[2][0]}-{row[0]}" for row in TABLES])
def test_no_fact_moves_that_does_not_name_the_row(island, judge, usual, nudge):
    stage, table, columns, apart = nudge
    unsaid, still = {}, set()
    for place in range(0, len(island[stage][table]), apart):
        case = copy.deepcopy(island)
        row = case[stage][table][place]
        for column in columns:
            if row.get(column) is not None:
                row[column] *= FACTOR
        moved, said = moved_by(usual, everything(case, judge))
        if moved - said[row["origin"]]:
            unsaid[row["origin"]] = sorted(moved - said[row["origin"]])
        if not moved:
            still.add(row["origin"])
    assert unsaid == {}
    assert len(still) < len(range(0, len(island[stage][table]), apart)) or not island[stage][table]


@pytest.mark.slow
def test_what_logistics_hands_over_moves_only_what_names_it(island, judge, usual):
    case = copy.deepcopy(island)
    posture = case["logistics"]["tables"]["supply_one_lost"]["rows"][0][0]
    for row in case["logistics"]["tables"]["supply_one_lost"]["rows"]:
        row[2] *= FACTOR**8 if row[0] == posture else 1
    moved, _ = moved_by(usual, everything(case, judge))
    graph = {name: set(fact["because"]) for name, fact in usual.items()}
    named = {f"logistics.largest_force_one_lost.{posture}"}
    for _ in range(len(graph)):
        wider = named | {name for name, because in graph.items() if because & {f"fact:{one}" for one in named}}
        if wider == named:
            break
        named = wider
    assert moved <= named
