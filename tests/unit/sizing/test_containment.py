"""A role that contains the tasks of another never needs less, whatever the inputs are."""

import copy
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.sizing import size_force
from peacebrief.sizing.needs.method_range import Answer, across, at_least
from peacebrief.uncertainty.replicates import Spread

SIZES = st.floats(1, 1e6)
PARTS = ("p5", "p50", "p95", "central")
LADDER = {
    "see": ["patrols", "air_monitoring"],
    "watch": ["posts", "patrols", "reaction", "air_monitoring"],
    "stand": ["reserve_brigades", "air_monitoring"],
    "hold": ["posts", "patrols", "reaction", "reserve_brigades", "air_monitoring"],
}
METHODS = ("task_organised", "light_interposition", "dense_separation", "statistical", "force_to_space")
OWN = ("post_spacing", "patrol_sector", "brigades_per_sector")
MEASURES = ("force", "pool", "cycled", "density.per_km", "pool_by_rule.ROT2")


def random_case(specimen, draw):
    """The specimen with four roles, what each does at random densities, and methods that fit at random."""
    case = copy.deepcopy(specimen) | {"draws": 64, "force_sizes": [10_000]}
    case["roles"] = {
        name: {
            "label": name.title(),
            "tasks": tasks,
            "mission_type": draw(st.sampled_from(["observer", "enforcement"])),
        }
        for name, tasks in LADDER.items()
    }
    kept = [row for row in case["quantities"] if not row["id"].startswith(OWN)]
    for role in LADDER:
        for name in OWN:
            low, more, most = (draw(st.floats(0.5, 20)) for _ in range(3))
            kept.append({"id": f"{name}_{role}", "distribution": "pert", "low": low, "central": low + more,
                         "high": low + more + most, "origin": f"assumption:{name}_{role}"})  # fmt: skip
    case["quantities"] = kept
    case["methods"] = [
        {"role": role, "method": method, "fits": method == fitting or draw(st.booleans()), "reason": "So.",
         "origin": f"table:role_methods.csv#{role}/{method}"}
        for role in LADDER
        for fitting in [draw(st.sampled_from(METHODS))]
        for method in METHODS
    ]  # fmt: skip
    case["correlations"] = []
    return case


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_a_role_that_contains_the_tasks_of_another_never_needs_less(specimen, data):
    facts = {fact["id"]: fact for fact in size_force(random_case(specimen, data.draw))["facts"]}
    for large, small in permutations(LADDER, 2):
        if set(LADDER[small]) <= set(LADDER[large]):
            for measure in MEASURES:
                more, less = facts[f"sizing.{measure}.{large}"], facts[f"sizing.{measure}.{small}"]
                assert all(more[part] >= less[part] for part in PARTS), (measure, large, small)
            for task in {"posts", "patrols", "reserve_brigades"} & set(LADDER[small]):
                more, less = (facts[f"sizing.capability.{role}.{task}"] for role in (large, small))
                assert all(more[part] >= less[part] for part in PARTS), (task, large, small)
            more, less = (facts[f"sizing.method.task_organised.{role}"] for role in (large, small))
            assert all(more[part] >= less[part] for part in PARTS), (large, small)


def answers(least=1):
    spread = st.tuples(SIZES, SIZES, SIZES).map(lambda three: Spread(*sorted(three), 1.0))
    return st.lists(st.builds(lambda spread, central: Answer(spread=spread, central=central), spread, SIZES),
                    min_size=least, max_size=6)  # fmt: skip


@given(answers())
def test_a_range_runs_from_the_lowest_middle_result_to_the_highest(methods):
    middles = [one.spread.p50 for one in methods]
    found = across(methods).spread
    assert (found.p5, found.p95) == (min(middles), max(middles))
    assert min(middles) <= found.p50 * (1 + 1e-12)
    assert found.p50 <= max(middles) * (1 + 1e-12)
    assert sum(middle <= found.p50 * (1 + 1e-12) for middle in middles) * 2 >= len(middles)


@given(answers(2))
def test_a_range_is_raised_to_those_it_contains_and_no_further(methods):
    own, *contained = methods
    raised = at_least(own, contained)
    for place, part in enumerate(raised.spread.quantiles):
        assert part == max(one.spread.quantiles[place] for one in methods)
    assert at_least(own, []).spread.quantiles == own.spread.quantiles


def test_the_middle_of_two_methods_is_their_geometric_mean():
    two = [Answer(spread=Spread(1, size, 1e6, 0), central=size) for size in (1_000.0, 100_000.0)]
    assert across(two).spread.p50 == pytest.approx(10_000)


def test_a_range_over_nothing_is_refused():
    with pytest.raises(ValueError, match="no method fits"):
        across([])
