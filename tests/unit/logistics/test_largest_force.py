"""The largest force on networks that can be calculated by hand."""

import numpy as np
import pytest

from peacebrief.errors import AnalystError
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.network.supply_network import network_of

FUEL_ONLY = np.array([0.0, 10.0, 0.0, 0.0])
MIXED = np.array([4.0, 10.0, 2.0, 4.0])


def largest(make, links, *, nodes=(), sectors=None, demand=MIXED, closed=(), **shares):
    network = network_of(make.record([make.source, make.target, *nodes], links, sectors or {"target": 1}))
    return FlowModel(network).largest_force(
        demand_kg_per_person_day=demand, limits=make.whole(network, **shares), closed_links=closed
    )


def test_one_road_feeds_its_capacity_over_the_demand(make):
    assert largest(make, [make.link("A", "source>target", 100)]).persons == pytest.approx(100 * 1000 / 20)


def test_only_the_force_share_of_civil_capacity_counts(make):
    links = [make.link("A", "source>target", 100, scope="total_civil"), make.link("B", "source>target", 30)]
    assert largest(make, links, force_share=0.2).persons == pytest.approx((20 + 30) * 50)


def test_a_chain_is_as_strong_as_its_weakest_link(make):
    links = [make.link("A", "source>middle", 100), make.link("B", "middle>target", 60)]
    assert largest(make, links, nodes=[make.node("middle")]).persons == pytest.approx(60 * 50)


def test_handling_limits_what_may_arrive_at_a_node(make):
    links = [make.link("A", "source>port", 100), make.link("B", "port>target", 100)]
    port = make.node("port", kind="seaport", handling=70.0, scope="total_civil")
    assert largest(make, links, nodes=[port], force_share=0.5).persons == pytest.approx(35 * 50)


def test_fuel_crosses_a_gauge_break_only_in_tank_wagons(make):
    links = [make.link("A", "source>target", 100, mode="rail_standard", gauge_break=1)]
    assert largest(make, links, demand=FUEL_ONLY, tank_wagon_share=0.3).persons == pytest.approx(3000)
    # With half of the demand fuel, racks for 30 of 100 tonnes bind before the track does.
    assert largest(make, links, tank_wagon_share=0.3).persons == pytest.approx(3000)
    assert largest(make, links, tank_wagon_share=0.6).persons == pytest.approx(5000)


def test_ammunition_enters_the_theatre_only_in_its_share(make):
    links = [make.link("A", "source>target", 100, enters_theatre=1)]
    # A tenth of the demand is ammunition: a share of five hundredths halves the force.
    assert largest(make, links, hazardous_share=0.05).persons == pytest.approx(2500)
    assert largest(make, links, hazardous_share=0.5).persons == pytest.approx(5000)


def test_the_sector_that_is_hardest_to_reach_decides(make):
    links = [make.link("A", "source>target", 1000), make.link("B", "target>far", 10)]
    force = largest(make, links, nodes=[make.node("far")], sectors={"target": 0.8, "far": 0.2})
    assert force.persons == pytest.approx(10 * 50 / 0.2)


def test_two_sectors_may_share_a_node(make):
    network = make.record([make.source, make.target], [make.link("A", "source>target")], {"target": 0.5})
    network["sectors"] += [{"id": "other", "node": "target", "share": 0.5}]
    network = network_of(network)
    found = FlowModel(network).largest_force(demand_kg_per_person_day=MIXED, limits=make.whole(network))
    assert found.persons == pytest.approx(5000)


def test_a_sector_that_nothing_reaches_means_no_force(make):
    force = largest(make, [make.link("A", "source>target")], nodes=[make.node("cut")], sectors={"target": 1, "cut": 1})
    assert force.persons == pytest.approx(0)


def test_a_closed_link_carries_nothing_and_opens_again(make):
    links = [make.link("A", "source>target", 100), make.link("B", "source>target", 40)]
    network = network_of(make.record([make.source, make.target], links, {"target": 1}))
    model, limits = FlowModel(network), make.whole(network)
    found = [
        model.largest_persons(demand_kg_per_person_day=MIXED, limits=limits, closed_links=closed)
        for closed in ((), ("A",), ("A", "B"), ("B",), ())
    ]
    assert found == pytest.approx([7000, 2000, 0, 5000, 7000])


def test_flows_arrive_as_they_are_demanded(make):
    links = [make.link("A", "source>target", 100), make.link("B", "source>target", 60)]
    flow = largest(make, links).flow_t_per_day
    assert flow.sum(axis=0) == pytest.approx(8 * MIXED)
    assert flow.min() >= 0


def test_prices_say_what_one_more_tonne_is_worth(make):
    links = [make.link("A", "source>middle", 100), make.link("B", "middle>target", 60)]
    found = largest(make, links, nodes=[make.node("middle")])
    assert found.arc_price == pytest.approx([0, 50])
    assert found.delivery_price == pytest.approx([50, 50, 50, 50])


def test_links_to_avoid_are_used_as_little_as_can_be_without_losing_force(make):
    links = [
        make.link("narrow", "source>middle", 50),
        make.link("A", "middle>target", 50),
        make.link("B", "middle>target", 50),
    ]
    network = network_of(make.record([make.source, make.node("middle"), make.target], links, {"target": 1}))
    model, limits = FlowModel(network), make.whole(network)
    for avoided in ("A", "B"):
        found = model.largest_force(demand_kg_per_person_day=MIXED, limits=limits, avoid=[avoided])
        flow = dict(zip(network.links.ids, network.link_flow(found.flow_t_per_day.sum(axis=1)), strict=True))
        assert found.persons == pytest.approx(2500)
        assert flow[avoided] == pytest.approx(0)


def test_a_force_that_needs_nothing_is_refused(make):
    with pytest.raises(AnalystError, match="no sector of the network demands anything"):
        largest(make, [make.link("A", "source>target")], demand=np.zeros(4))


def test_a_sector_where_supply_is_without_limit_is_refused_in_one_sentence(make):
    network = network_of(make.record([make.source, make.target], [make.link("A", "source>target")], {"source": 1}))
    with pytest.raises(AnalystError, match="no limit"):
        FlowModel(network).largest_force(demand_kg_per_person_day=MIXED, limits=make.whole(network))
