"""Which arcs and limits the rows of the tables give."""

import numpy as np
import pytest

from peacebrief.logistics.network.supply_network import network_of


def test_a_link_gives_one_arc_as_written_and_a_two_way_link_one_each_way(make):
    links = [make.link("A", "source>target"), make.link("B", "target>far", two_way=1)]
    network = network_of(make.record([make.source, make.target, make.node("far")], links, {"far": 1}))
    ends = [
        (network.links.ids[link], network.nodes[start], network.nodes[end])
        for link, start, end in zip(network.arc_link, network.arc_from, network.arc_to, strict=True)
    ]
    assert sorted(ends) == [("A", "source", "target"), ("B", "far", "target"), ("B", "target", "far")]


def test_a_link_that_is_not_open_is_left_out(make):
    links = [make.link("A", "source>target"), make.link("B", "source>target", open=0)]
    network = network_of(make.record([make.source, make.target], links, {"target": 1}))
    assert network.links.ids == ("A",)
    assert network.arcs_of(["B"]).size == 0


def test_a_link_touches_the_countries_of_its_ends_and_of_transit_but_not_the_theatre(make):
    links = [make.link("A", "source>target", transit_countries="XB;XC")]
    network = network_of(make.record([make.source, make.target], links, {"target": 1}))
    assert network.links.countries == ({"XA", "XB", "XC"},)


def test_racks_limit_gauge_breaks_and_the_railways_out_of_a_terminal_of_limited_handling(make):
    nodes = [make.source, make.node("terminal", handling=50.0), make.node("plain"), make.target]
    links = [
        make.link("into", "source>terminal", mode="rail_standard"),
        make.link("out_by_rail", "terminal>target", mode="rail_broad"),
        make.link("out_by_road", "terminal>target"),
        make.link("to_plain", "source>plain", mode="rail_standard"),
        make.link("break", "plain>target", mode="rail_standard", gauge_break=1),
    ]
    network = network_of(make.record(nodes, links, {"target": 1}))
    racked = {network.links.ids[link] for link in network.arc_link[network.racked]}
    assert racked == {"out_by_rail", "break"}


def test_handling_follows_the_corridor_of_most_links_that_leave_the_node(make):
    nodes = [make.source, make.node("port", kind="seaport", handling=50.0), make.target]
    links = [
        make.link("A", "source>port", corridor="sea"),
        make.link("B", "port>target", corridor="south"),
        make.link("C", "port>target", corridor="south"),
        make.link("D", "port>target", corridor="east"),
    ]
    assert network_of(make.record(nodes, links, {"target": 1})).handling.corridor == ("south",)


def test_a_node_that_supplies_without_limit_has_no_handling_limit(make):
    nodes = [make.node("air", kind="air_origin", handling=5.0), make.target]
    network = network_of(make.record(nodes, [make.link("A", "air>target")], {"target": 1}))
    assert network.supply.tolist() == [True, False]
    assert network.handling.node.size == 0


def test_a_link_to_an_unknown_node_is_refused(make):
    with pytest.raises(KeyError, match="nowhere"):
        network_of(make.record([make.source, make.target], [make.link("A", "source>nowhere")], {"target": 1}))


def test_the_flow_of_a_link_adds_up_both_directions(make):
    links = [make.link("A", "source>target"), make.link("B", "target>far", two_way=1)]
    network = network_of(make.record([make.source, make.target, make.node("far")], links, {"far": 1}))
    flow = np.array([[1.0, 10.0], [2.0, 20.0], [4.0, 40.0]])
    assert network.link_flow(flow).tolist() == [[1.0, 10.0], [6.0, 60.0]]


def test_every_open_link_of_the_real_network_lies_on_a_corridor_and_carries_something(real):
    links = real.network.links
    assert set(links.corridor) <= set(real.network.corridors)
    assert links.capacity_t_per_day.min() > 0
    assert np.all(np.diff(links.capacity_t_per_day, axis=0) >= 0)
    assert real.network.sector_share.sum() == pytest.approx(1.0)
