"""The worst set of losses against every set tried in turn, by programs built apart from the package."""

import copy
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.logistics.test_oracles import demands, fed, largest_by_scipy, networks, shares

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.losses.interdiction import undominated, worst_set
from peacebrief.logistics.network.limits import limits_of_case
from peacebrief.logistics.network.loss import SingleLoss, single_losses
from peacebrief.logistics.network.supply_network import network_of

MIXED = np.array([4.0, 10.0, 2.0, 4.0])


def loss(name, *links):
    return SingleLoss(id=name, label=name.upper(), kind="country", links=frozenset(links))


def searched(make, links, losses, at_once, nodes=()):
    network = network_of(make.record([make.source, *nodes, make.target], links, {"target": 1}))
    return worst_set(
        FlowModel(network),
        losses=losses,
        at_once=at_once,
        demand_kg_per_person_day=MIXED,
        limits=make.whole(network),
    )


def test_two_losses_may_be_worse_than_the_worst_one_and_the_next(make):
    """Two roads that stand in for each other: the worst single loss is no part of the worst pair."""
    links = [
        make.link("wide", "source>middle", 60),
        make.link("one", "source>target", 40),
        make.link("left", "middle>target", 50),
        make.link("right", "middle>target", 50),
    ]
    losses = [loss("a", "one"), loss("b", "left"), loss("c", "right")]
    # Of 100 tonnes one takes 40, left or right alone 10, left and right together 60.
    single, pair = (searched(make, links, losses, count, [make.node("middle")]) for count in (1, 2))
    assert ([one.id for one in single.losses], single.remaining) == (["a"], pytest.approx(0.6))
    assert ([one.id for one in pair.losses], pair.remaining) == (["b", "c"], pytest.approx(0.4))


def test_a_loss_that_another_one_holds_is_left_out():
    part, whole, same = loss("part", "A"), loss("whole", "A", "B"), loss("same", "B", "A")
    assert undominated([part, whole, same]) == (whole,)


def test_where_nothing_can_be_lost_all_is_left(make):
    found = searched(make, [make.link("A", "source>target", 20)], [], 2)
    assert (found.losses, found.remaining, found.persons) == ((), 1.0, pytest.approx(1000))


def test_a_loss_too_many_is_not_named(make):
    """Where one loss leaves nothing, a second one is not told beside it."""
    links = [make.link("A", "source>target", 20)]
    found = searched(make, links, [loss("a", "A"), loss("b", "B")], 2)
    assert ([one.id for one in found.losses], found.remaining) == (["a"], 0.0)


@pytest.mark.slow
@settings(max_examples=min(40, settings.default.max_examples))
@given(
    record=networks().filter(fed),
    limits=shares,
    demand=demands,
    at_once=st.integers(1, 3),
    cuts=st.lists(st.frozensets(st.integers(0, 20), min_size=1, max_size=3), min_size=2, max_size=5),
)
def test_no_set_of_so_many_losses_leaves_less(record, limits, demand, at_once, cuts):
    ids = [row["id"] for row in record["links"]]
    losses = [
        SingleLoss(
            id=f"l{place}", label="", kind="country", links=frozenset(ids[number % len(ids)] for number in numbers)
        )
        for place, numbers in enumerate(cuts)
    ]

    def left(gone):
        closed = copy.deepcopy(record)
        for row in closed["links"]:
            row["open"] = 0 if any(row["id"] in one.links for one in gone) else row["open"]
        return largest_by_scipy(closed, demand=demand, **limits)

    sets = [gone for count in range(at_once + 1) for gone in combinations(losses, count)]
    network = network_of(record)
    found = worst_set(
        FlowModel(network),
        losses=losses,
        at_once=at_once,
        demand_kg_per_person_day=demand,
        limits=limits_of_case(network, **limits),
    )
    least = min(map(left, sets))
    assert found.persons == pytest.approx(least, rel=1e-6, abs=1e-6)
    assert left(found.losses) == pytest.approx(least, rel=1e-6, abs=1e-6)
    assert len(found.losses) <= at_once


def test_the_worst_set_of_the_real_network_is_that_of_every_set_tried(real):
    losses = [one for one in single_losses(real.record) if one.kind in {"country", "corridor"}]
    model, limits, demand = FlowModel(real.network), real.limits["central"], real.demands["high_intensity"]
    found = worst_set(model, losses=losses, at_once=2, demand_kg_per_person_day=demand, limits=limits)
    least = min(
        model.largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=one.links | other.links)
        for one, other in combinations(losses, 2)
    )
    assert found.persons == pytest.approx(least, rel=1e-8)
    assert found.solved < len(losses) * (len(losses) - 1) / 2
