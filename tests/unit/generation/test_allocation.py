"""The allocation against complete enumeration, a plain program by another solver interface, and hand calculation."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from peacebrief.generation.allocation.allocation_task import Contributor, Framework, Task
from peacebrief.generation.allocation.fair_allocation import allocated, generic_weight

NAMES = ("Aland", "Borduria", "Cagliostro")
TYPES = ("brigades", "monitors")


def state(name, army=1000, *, ratio=4, deployable=100, limits=None, minimums=None):
    return Contributor(
        name=name,
        army=army,
        ratio=ratio,
        deployable=deployable,
        limits={"brigades": 100} if limits is None else limits,
        minimums=minimums or {},
    )


def small(*, armies, ratios, deployable, limits, minimums, requirement, framework):
    rule = Framework(nations=NAMES[:2], needed=1, force_type="brigades", minimum=framework) if framework else None
    contributors = tuple(
        state(
            name,
            armies[row],
            ratio=ratios[row],
            deployable=deployable[row],
            limits=dict(zip(TYPES, limits[row], strict=True)),
            minimums=dict(zip(TYPES, minimums[row], strict=True)),
        )
        for row, name in enumerate(NAMES)
    )
    return Task(contributors=contributors, requirement=dict(zip(TYPES, requirement, strict=True)), framework=rule)


def triples(element):
    return st.tuples(element, element, element)


def pairs(element):
    return st.tuples(element, element)


TASKS = st.builds(
    small,
    armies=triples(st.integers(3, 12)),
    ratios=triples(st.sampled_from([1, 2, 2.5, 4])),
    deployable=triples(st.integers(0, 6)),
    limits=triples(pairs(st.integers(0, 3))),
    minimums=triples(pairs(st.integers(0, 3))),
    requirement=pairs(st.integers(0, 7)),
    framework=st.integers(0, 2),
)


def every_allocation(task):
    cells = [(one, name) for one in task.contributors for name in task.requirement]
    choices = [
        [troops for troops in range(one.limits[name] + 1) if troops == 0 or troops >= one.minimums[name]]
        for one, name in cells
    ]
    for found in product(*choices):
        troops = {one.name: {} for one in task.contributors}
        for (one, name), sent in zip(cells, found, strict=True):
            troops[one.name][name] = sent
        if permitted(task, troops):
            yield troops


def permitted(task, troops):
    rule = task.framework
    leads = [] if rule is None else [troops[name][rule.force_type] >= rule.minimum for name in rule.nations]
    return (
        all(sum(troops[one.name].values()) <= one.deployable for one in task.contributors)
        and all(sum(row[name] for row in troops.values()) <= most for name, most in task.requirement.items())
        and (rule is None or sum(leads) >= rule.needed)
    )


def rank(task, troops):
    """The smaller, the better: size, shares of armies, gaps, weights."""
    shares = [Fraction(sum(troops[one.name].values())) * Fraction(one.ratio) / one.army for one in task.contributors]
    gaps = [
        Fraction(most - sum(row[name] for row in troops.values()), most)
        for name, most in task.requirement.items()
        if most
    ]
    weight = sum(
        generic_weight(contributor=one, force_type=name) * sent
        for one, row in troops.items()
        for name, sent in row.items()
    )
    force = sum(sum(row.values()) for row in troops.values())
    return -force, sorted(shares, reverse=True), sorted(gaps, reverse=True), weight


@pytest.mark.slow
@settings(max_examples=3 * settings.default.max_examples)
@given(task=TASKS)
def test_the_allocation_is_the_single_best_of_all_that_are_permitted(task):
    ranked = sorted((rank(task, troops), list(enumerate(troops.items()))) for troops in every_allocation(task))
    found = allocated(task=task)
    if not ranked:
        assert not found.led
        assert found.force == 0
        return
    assert found.led
    assert len(ranked) == 1 or ranked[0][0] < ranked[1][0]
    assert {name: dict(row) for name, row in found.troops.items()} == {name: row for _, (name, row) in ranked[0][1]}


def armies(count, seed):
    drawn = np.random.default_rng(seed)
    return tuple(
        state(
            f"state {number:02d}",
            int(drawn.integers(400, 90_000)),
            ratio=int(drawn.integers(3, 6)),
            deployable=int(drawn.integers(0, 2500)),
            limits={"brigades": int(drawn.integers(0, 2000)), "enablers": int(drawn.integers(0, 600)), "monitors": 200},
            minimums={"brigades": 120, "enablers": 30, "monitors": 5},
        )
        for number in range(count)
    )


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize("seed", range(4))
def test_size_and_largest_share_are_those_of_a_plain_program(seed):
    contributors = armies(12, seed)
    requirement = {"brigades": 4000, "enablers": 1500, "monitors": 600}
    found = allocated(task=Task(contributors=contributors, requirement=requirement))
    force = -plain_program(contributors, requirement, force=None)
    assert found.force == round(force)
    share = max(sum(found.troops[one.name].values()) * one.ratio / one.army for one in contributors)
    assert share == pytest.approx(plain_program(contributors, requirement, force=round(force)), abs=1e-7)


def plain_program(contributors, requirement, *, force):
    """Least of minus the force, or of the largest share for a given force, over whole troops; columns x, z, share."""
    types = list(requirement)
    count = len(contributors) * len(types)
    limits = np.array([[one.limits[name] for name in types] for one in contributors], dtype=float)
    minimums = np.array([[one.minimums[name] for name in types] for one in contributors], dtype=float)
    each = np.kron(np.eye(len(contributors)), np.ones(len(types)))
    by_type = np.kron(np.ones(len(contributors)), np.eye(len(types)))
    nothing = np.zeros((count, 1))
    weights = np.array([one.army / one.ratio for one in contributors])
    pad = np.zeros((len(contributors), count))
    rows = [
        (np.hstack([np.eye(count), -np.diag(limits.ravel()), nothing]), -np.inf, 0),
        (np.hstack([np.eye(count), -np.diag(minimums.ravel()), nothing]), 0, np.inf),
        (np.hstack([each, pad, np.zeros((len(each), 1))]), 0, [one.deployable for one in contributors]),
        (np.hstack([by_type, np.zeros((len(types), count + 1))]), 0, list(requirement.values())),
        (np.hstack([each, pad, -weights[:, None]]), -np.inf, 0),
    ]
    if force is not None:
        rows.append((np.hstack([np.ones(count), np.zeros(count + 1)])[None], force, np.inf))
    cost = np.zeros(2 * count + 1)
    cost[:count], cost[-1] = (-1, 0) if force is None else (0, 1)
    done = milp(
        cost,
        constraints=[LinearConstraint(*row) for row in rows],
        integrality=np.append(np.ones(2 * count), 0),
        bounds=Bounds(0, np.append(np.full(count, np.inf), [*np.ones(count), 1e3])),
        options={"mip_rel_gap": 0},
    )
    assert done.success
    return done.fun


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_answer_is_one_whatever_order_the_solver_sees(seed, monkeypatch):
    contributors = list(armies(20, 11))
    requirement = {"monitors": 500, "brigades": 2500, "enablers": 900}
    rule = Framework(nations=("state 03", "state 04"), needed=1, force_type="brigades", minimum=200)
    expected = allocated(task=Task(contributors=tuple(contributors), requirement=requirement, framework=rule))
    np.random.default_rng(seed).shuffle(contributors)
    turned = Task(contributors=tuple(contributors), requirement=dict(reversed(requirement.items())), framework=rule)
    assert allocated(task=turned) == expected
    monkeypatch.setattr(Task, "sorted", lambda task: task)
    found = allocated(task=turned)
    assert list(found.troops) != list(expected.troops)
    assert found.troops == expected.troops


def test_without_limits_in_the_way_every_army_ties_up_the_same_share():
    contributors = (state("A", 1000), state("B", 3000))
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 40}))
    assert found.troops == {"A": {"brigades": 10}, "B": {"brigades": 30}}


def test_where_one_army_is_at_its_limit_the_next_share_is_still_made_as_small_as_can_be():
    # A can send 4 only; the other 36 fall on armies of 1,000 and 2,000.
    contributors = (state("A", 1000, deployable=4), state("B", 1000), state("C", 2000))
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 40}))
    assert [row["brigades"] for row in found.troops.values()] == [4, 12, 24]


def test_a_slower_rotation_asks_for_fewer_troops_of_an_equal_army():
    contributors = (state("A", ratio=3), state("B", ratio=5))
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 40}))
    assert [row["brigades"] for row in found.troops.values()] == [25, 15]


def test_alike_contributors_share_what_does_not_divide_by_name_alone():
    contributors = tuple(state(name, minimums={"brigades": 5}) for name in ("A", "B", "C"))
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 11}))
    weights = {name: generic_weight(contributor=name, force_type="brigades") for name in ("A", "B", "C")}
    cheapest = sorted(weights, key=weights.__getitem__)
    expected = {cheapest[0]: 6, cheapest[1]: 5, cheapest[2]: 0}
    assert {name: row["brigades"] for name, row in found.troops.items()} == expected


def test_nobody_sends_less_than_the_smallest_contingent():
    contributors = (state("A", minimums={"brigades": 30}), state("B", 9000, minimums={"brigades": 30}))
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 50}))
    assert [row["brigades"] for row in found.troops.values()] == [0, 50]


def test_the_gap_is_told_by_force_type():
    contributors = (state("A", limits={"brigades": 10, "monitors": 5}),)
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 40, "monitors": 5}))
    assert found.gaps() == {"brigades": 30, "monitors": 0}


def test_without_a_framework_nation_there_is_no_force():
    contributors = (state("A", deployable=0), state("B"))
    rule = Framework(nations=("A",), needed=1, force_type="brigades", minimum=10)
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 40}, framework=rule))
    assert (found.led, found.force, found.gaps()) == (False, 0, {"brigades": 40})


def test_a_framework_nation_sends_its_part_although_fairness_would_ask_for_less():
    contributors = (state("A", 1000), state("B", 9000))
    rule = Framework(nations=("A",), needed=1, force_type="brigades", minimum=25)
    found = allocated(task=Task(contributors=contributors, requirement={"brigades": 50}, framework=rule))
    assert [row["brigades"] for row in found.troops.values()] == [25, 25]


@settings(max_examples=15, deadline=None)
@given(task=TASKS)
def test_a_contributor_that_stays_away_never_makes_the_force_larger(task):
    gone = state(NAMES[0], deployable=0, limits={"brigades": 0})
    fewer = Task(contributors=(gone, *task.contributors[1:]), requirement=task.requirement, framework=task.framework)
    assert allocated(task=fewer).force <= allocated(task=task).force


def test_thirty_three_contributors_are_allocated_in_whole_numbers_within_all_limits():
    contributors = armies(33, 5)
    requirement = {"brigades": 9000, "enablers": 5000, "monitors": 1000}
    found = allocated(task=Task(contributors=contributors, requirement=requirement))
    for one in contributors:
        row = found.troops[one.name]
        assert sum(row.values()) <= one.deployable
        assert all(sent == 0 or one.minimums[name] <= sent <= one.limits[name] for name, sent in row.items())
    assert all(gap >= 0 for gap in found.gaps().values())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"army": 0}, "A: the strength of the army"),
        ({"ratio": 0.5}, "A: the rotation ratio must be one or more, not 0.5"),
        ({"deployable": -1}, "A: limits and smallest contingents"),
    ],
)
def test_an_impossible_contributor_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        state("A", **wrong)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"contributors": (state("A"), state("A"))}, "the contributor A is given more than once"),
        ({"requirement": {"brigades": -1}}, "the requirement of brigades must be zero or more, not -1"),
        ({"nations": ("Z",)}, "the framework nation Z is no contributor"),
        ({"force_type": "monitors"}, "lead monitors, which is not required"),
        ({"needed": 0}, "a framework needs at least one nation"),
    ],
)
def test_an_impossible_task_is_refused(wrong, said):
    rule = {"nations": ("A",), "needed": 1, "force_type": "brigades", "minimum": 1}
    task = {"contributors": (state("A"),), "requirement": {"brigades": 1}}
    rule |= {key: value for key, value in wrong.items() if key in rule}
    task |= {key: value for key, value in wrong.items() if key in task}
    with pytest.raises(ValueError, match=said):
        Task(**task, framework=Framework(**rule))
