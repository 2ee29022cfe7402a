"""The cheapest plan on networks that can be calculated by hand, and its independence of the order of rows."""

import copy

import numpy as np
import pytest

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Prices, Task
from peacebrief.logistics.flow.linear_program import generic_weights
from peacebrief.logistics.network.limits import limits_of_case
from peacebrief.logistics.network.supply_network import network_of

PRICES = Prices(eur_per_tkm={"road": 0.1, "rail_standard": 0.05}, transhipment_eur_per_t=7.0, war_risk_ratio=3.0)
MIXED = np.array([4.0, 10.0, 2.0, 4.0])


def planned(make, record, *, persons, demand=MIXED, closed=(), **shares):
    network = network_of(record)
    task = Task(persons=persons, demand_kg_per_person_day=demand, limits=make.whole(network, **shares), prices=PRICES)
    return FlowModel(network).least_cost(task, closed_links=closed)


def test_the_cheap_road_fills_up_before_the_dear_one_is_used(make):
    links = [
        make.link("cheap", "source>target", 60, distance_km=100),
        make.link("dear", "source>target", distance_km=300),
    ]
    plan = planned(make, make.record([make.source, make.target], links, {"target": 1}), persons=5000)
    assert plan.flow_t_per_day.sum(axis=1) == pytest.approx([60, 40])
    assert plan.cost_eur_per_day == pytest.approx(60 * 100 * 0.1 + 40 * 300 * 0.1)
    assert plan.unmet_t_per_day.sum() == pytest.approx(0, abs=1e-9)


def test_a_gauge_break_costs_its_transhipment_and_the_theatre_its_risk(make):
    nodes = [make.source, make.target, make.node("far")]
    links = [
        make.link("break", "source>target", mode="rail_standard", gauge_break=1, distance_km=100),
        make.link("inside", "target>far", distance_km=200),
    ]
    plan = planned(make, make.record(nodes, links, {"far": 1}), persons=1000)
    assert plan.cost_eur_per_day == pytest.approx(20 * (100 * 0.05 + 7 + 200 * 0.1 * 3))


def test_what_cannot_be_carried_stays_unmet_in_the_order_of_priority(make):
    record = make.record([make.source, make.target], [make.link("A", "source>target", 100)], {"target": 1})
    unmet = {persons: planned(make, record, persons=persons).unmet_t_per_day[0] for persons in (5000, 6000, 10000)}
    assert unmet[5000] == pytest.approx([0, 0, 0, 0], abs=1e-9)
    assert unmet[6000] == pytest.approx([0, 0, 0, 20], abs=1e-9)
    # Of 200 tonnes, 40 are provisions and 100 fuel: 60 tonnes of fuel fit behind the provisions.
    assert unmet[10000] == pytest.approx([0, 40, 20, 40], abs=1e-9)


def test_a_short_supply_is_carried_even_where_it_is_dear(make):
    links = [make.link("A", "source>target", 100, distance_km=20_000)]
    plan = planned(make, make.record([make.source, make.target], links, {"target": 1}), persons=10000)
    assert plan.flow_t_per_day.sum() == pytest.approx(100)


def test_racks_leave_fuel_behind_and_carry_the_rest(make):
    links = [make.link("A", "source>target", 100, mode="rail_standard", gauge_break=1)]
    record = make.record([make.source, make.target], links, {"target": 1})
    plan = planned(make, record, persons=5000, tank_wagon_share=0.3)
    assert plan.unmet_t_per_day[0] == pytest.approx([0, 20, 0, 0], abs=1e-9)


def test_with_every_link_closed_all_stays_unmet_and_nothing_is_paid(make):
    record = make.record([make.source, make.target], [make.link("A", "source>target")], {"target": 1})
    plan = planned(make, record, persons=1000, closed=["A"])
    assert plan.unmet_t_per_day[0] == pytest.approx(MIXED)
    assert plan.cost_eur_per_day == pytest.approx(0)


def flows_by_name(network, plan):
    ends = zip(network.arc_link, network.arc_from, plan.flow_t_per_day, strict=True)
    return {(network.links.ids[link], network.nodes[start]): flow for link, start, flow in ends}


def plan_of(real, record, case):
    network = network_of(record)
    limits = limits_of_case(network, case=case, **real.shares[case])
    demand = real.demands["high_intensity"]
    task = Task(persons=100_000, demand_kg_per_person_day=demand, limits=limits, prices=real.prices)
    return network, FlowModel(network).least_cost(task)


@pytest.mark.parametrize("case", ["low", "central"])
def test_flows_do_not_depend_on_the_order_of_the_rows(real, case):
    network, plan = plan_of(real, real.record, case)
    expected = flows_by_name(network, plan)
    for seed in range(4):
        record = copy.deepcopy(real.record)
        for table in ("nodes", "links", "sectors", "corridors"):
            np.random.default_rng(seed).shuffle(record[table])
        shuffled, again = plan_of(real, record, case)
        found = flows_by_name(shuffled, again)
        assert max(np.abs(found[name] - flow).max() for name, flow in expected.items()) < 1e-6
        assert again.cost_eur_per_day == pytest.approx(plan.cost_eur_per_day, rel=1e-9)


def test_equally_good_flows_are_told_apart_by_the_names_of_links_alone(make):
    links = [make.link(name, "source>target", 1000) for name in ("A", "B", "C")]
    used = set()
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        record = make.record([make.source, make.target], [links[place] for place in order], {"target": 1})
        plan = planned(make, record, persons=5000, demand=np.array([20.0, 0, 0, 0]))
        used.add(
            frozenset(links[place]["id"] for place, flow in zip(order, plan.flow_t_per_day, strict=True) if flow.any())
        )
    assert len(used) == 1
    assert len(next(iter(used))) == 1


def test_the_unique_plan_costs_as_little_as_any(real):
    model = FlowModel(real.network)
    for case, limits in real.limits.items():
        demand = real.demands["elevated"]
        task = Task(persons=100_000, demand_kg_per_person_day=demand, limits=limits, prices=real.prices)
        one, other = (model.least_cost(task, unique=unique) for unique in (True, False))
        assert one.cost_eur_per_day == pytest.approx(other.cost_eur_per_day, rel=1e-9), case
        assert one.unmet_t_per_day.sum(axis=0) == pytest.approx(other.unmet_t_per_day.sum(axis=0), abs=1e-6)


def test_generic_weights_lie_between_one_and_two_and_rest_on_the_name_alone():
    names = [f"L{number:03}/fuel" for number in range(500)]
    weights = generic_weights(names)
    assert 1 <= weights.min() < weights.max() < 2
    assert len(set(weights.tolist())) == len(names)
    assert generic_weights(names[::-1]).tolist() == weights[::-1].tolist()
