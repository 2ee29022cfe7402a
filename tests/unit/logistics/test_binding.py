"""Which corridors bind, and how it is said."""

import copy

import numpy as np
import pytest

from peacebrief.logistics.bounds.binding_corridor import binding, corridor_parts, in_words, parts_of, parts_of_cut
from peacebrief.logistics.bounds.cut import cut_of
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.network.limits import Limits, limits_of_case
from peacebrief.logistics.network.supply_network import network_of

MIXED = np.array([4.0, 10.0, 2.0, 4.0])
WORDS = {"north": "the northern crossings", "south": "the southern port", "east": "the eastern line"}


def parts(make, links, *, nodes=(), **shares):
    network = network_of(make.record([make.source, *nodes, make.target], links, {"target": 1}))
    limits = make.whole(network, **shares)
    return corridor_parts(FlowModel(network), demand_kg_per_person_day=MIXED, limits=limits)


def test_the_part_of_a_corridor_is_its_share_of_what_arrives(make):
    links = [
        make.link("A", "source>target", 30, corridor="south"),
        make.link("B", "source>target", 70, corridor="north"),
    ]
    assert parts(make, links) == pytest.approx({"north": 0.7, "south": 0.3})


def test_a_corridor_with_room_to_spare_has_no_part(make):
    links = [make.link("A", "source>middle", 90, corridor="south"), make.link("B", "middle>target", corridor="north")]
    assert parts(make, links, nodes=[make.node("middle")]) == pytest.approx({"south": 1.0, "north": 0.0}, abs=1e-9)


def test_racks_and_handling_count_for_their_corridor(make):
    links = [
        make.link("A", "source>target", 100, mode="rail_standard", gauge_break=1, corridor="north"),
        make.link("B", "source>port", 100, corridor="sea"),
        make.link("C", "port>target", 100, corridor="south"),
    ]
    port = make.node("port", kind="seaport", handling=30.0)
    # Half of the demand is fuel: the whole of both ways, 60 tonnes by rail and 30 by the port, with 30 in tank wagons.
    found = parts(make, links, nodes=[port], tank_wagon_share=0.01)
    assert binding(found) == ("south",)
    assert sum(found.values()) == pytest.approx(1)
    assert found["north"] == pytest.approx(1 / 31)


def test_where_limits_tie_the_answer_rests_on_names_and_not_on_the_order_of_rows(make):
    links = [
        make.link("A", "source>middle", 50, corridor="south"),
        make.link("B", "middle>target", 50, corridor="north"),
    ]
    one, other = (parts(make, rows, nodes=[make.node("middle")]) for rows in (links, links[::-1]))
    assert one == pytest.approx(other)


@pytest.mark.slow
def test_the_real_answer_does_not_depend_on_the_order_of_rows(real):
    record = copy.deepcopy(real.record)
    for table in ("nodes", "links", "sectors", "corridors"):
        np.random.default_rng(3).shuffle(record[table])
    shuffled = network_of(record)
    for case, demand in (("low", real.demands["high_intensity"]), ("central", real.demands["garrison"])):
        found = [
            corridor_parts(
                FlowModel(network),
                demand_kg_per_person_day=demand,
                limits=limits_of_case(network, case=case, **real.shares[case]),
            )
            for network in (real.network, shuffled)
        ]
        assert found[0] == pytest.approx(found[1], abs=1e-9)
        assert sum(found[0].values()) == pytest.approx(1)


@pytest.mark.slow
def test_a_little_less_of_a_binding_corridor_costs_its_part_of_the_force(real):
    network, limits, demand = real.network, real.limits["low"], real.demands["high_intensity"]
    model = FlowModel(network)
    found = corridor_parts(model, demand_kg_per_person_day=demand, limits=limits)
    whole = model.largest_persons(demand_kg_per_person_day=demand, limits=limits)
    by_arc = np.array(network.links.corridor)[network.arc_link]
    for corridor in binding(found):
        less = Limits(
            arcs_t_per_day=np.where(by_arc == corridor, 0.999, 1.0) * limits.arcs_t_per_day,
            handling_t_per_day=np.where(np.array(network.handling.corridor) == corridor, 0.999, 1.0)
            * limits.handling_t_per_day,
            tank_wagon_share=limits.tank_wagon_share,
            hazardous_share=limits.hazardous_share,
        )
        left = model.largest_persons(demand_kg_per_person_day=demand, limits=less)
        assert 1000 * (1 - left / whole) == pytest.approx(found[corridor], abs=0.001)


@pytest.mark.slow
def test_the_parts_of_a_cut_at_the_central_point_are_those_of_its_program(real):
    limits, demand = real.limits["central"], real.demands["elevated"]
    found = FlowModel(real.network).largest_force(demand_kg_per_person_day=demand, limits=limits)
    cut = cut_of(real.network, found)
    expected = parts_of(real.network, limits, found)
    assert parts_of_cut(real.network, cut, **real.shares["central"]) == pytest.approx(expected)


def test_corridors_are_listed_as_in_a_sentence():
    assert in_words(["north"], in_sentence=WORDS) == "the northern crossings"
    assert in_words(["south", "north"], in_sentence=WORDS) == "the southern port and the northern crossings"
    expected = "the eastern line, the southern port and the northern crossings"
    assert in_words(["east", "south", "north"], in_sentence=WORDS) == expected
    assert in_words([], in_sentence=WORDS) == "no corridor"
