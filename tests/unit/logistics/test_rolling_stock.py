"""Wagons, crews and lorries as limits: by hand, and against programs built apart from the package."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.logistics.test_oracles import demands, fed, largest_by_scipy, networks, shares

from peacebrief.logistics.bounds.binding_corridor import corridor_parts
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.losses.rolling_stock import LEVELS, WIDTHS, carriage
from peacebrief.logistics.network.limits import limits_of_case
from peacebrief.logistics.network.supply_network import network_of

MIXED = np.array([4.0, 10.0, 2.0, 4.0])  # twenty kilogrammes, half of them fuel


def fleet(name, *, mode="rail_broad", carries="all", vehicles=(5, 10, 20), load_t=2.0, loaded_km=50.0):
    low, central, high = vehicles
    numbers = {"vehicles_low": low, "vehicles_central": central, "vehicles_high": high}
    return {"id": name, "mode": mode, "carries": carries, "load_t": load_t, "loaded_km": loaded_km, **numbers}


def with_fleets(make, links, *fleets, nodes=()):
    record = make.record([make.source, *nodes, make.target], links, {"target": 1}) | {"fleets": list(fleets)}
    network = network_of(record, with_fleets=True)
    return FlowModel(network), make.whole(network)


def largest(make, links, *fleets):
    model, limits = with_fleets(make, links, *fleets)
    return model.largest_persons(demand_kg_per_person_day=MIXED, limits=limits)


def test_ten_wagons_of_two_tonnes_and_fifty_kilometres_a_day_carry_ten_tonnes_a_hundred_kilometres(make):
    rail = make.link("A", "source>target", 100, mode="rail_broad", distance_km=100.0)
    assert largest(make, [rail]) == pytest.approx(5000)
    assert largest(make, [rail], fleet("wagons")) == pytest.approx(10 / 0.02)


def test_goods_that_wagons_cannot_carry_go_by_road(make):
    rail = make.link("A", "source>target", 100, mode="rail_broad", distance_km=100.0)
    road = make.link("B", "source>target", 30)
    assert largest(make, [rail, road], fleet("wagons")) == pytest.approx((10 + 30) / 0.02)


def test_tank_wagons_limit_fuel_alone_and_freight_wagons_all_the_rest(make):
    rail = make.link("A", "source>target", 100, mode="rail_broad", distance_km=100.0)
    assert largest(make, [rail], fleet("tanks", carries="fuel")) == pytest.approx(10 / 0.01)
    tanks = fleet("tanks", carries="fuel", vehicles=(40, 40, 40))
    dry = fleet("wagons", carries="dry", vehicles=(30, 30, 30))
    assert largest(make, [rail], tanks, dry) == pytest.approx(30 / 0.01)


def test_the_part_of_scarce_wagons_is_named_with_the_corridors(make):
    rail = make.link("A", "source>target", 100, mode="rail_broad", distance_km=100.0)
    road = make.link("B", "source>target", 30, corridor="south")
    model, limits = with_fleets(make, [rail, road], fleet("wagons"))
    parts = corridor_parts(model, demand_kg_per_person_day=MIXED, limits=limits)
    assert parts == pytest.approx({"south": 0.75, "fleet.wagons": 0.25, "main": 0.0}, abs=1e-6)
    closed = corridor_parts(model, demand_kg_per_person_day=MIXED, limits=limits, closed_links=["B"])
    assert closed == pytest.approx({"fleet.wagons": 1.0, "south": 0.0, "main": 0.0}, abs=1e-6)


@pytest.mark.parametrize(
    ("width", "level", "tonnes"),
    [(1.0, 0.0, 10), (1.0, 1.0, 20), (1.0, -1.0, 5), (0.3, 1.0, 6), (0.3, -1.0, 5), (6.0, 0.5, 15), (0.0, 0.0, 0)],
)
def test_wide_ways_are_of_no_use_without_wagons(make, width, level, tonnes):
    """The way carries 20 tonnes, the wagons 5, 10 or 20 over a hundred kilometres."""
    rail = make.link("A", "source>target", 20, mode="rail_broad", distance_km=100.0)
    model, limits = with_fleets(make, [rail], fleet("wagons"))
    found = carriage(model, demand_kg_per_person_day=MIXED, limits=limits)
    assert found.persons == pytest.approx(1000)
    assert float(found.force(width=width, level=level)) == pytest.approx(tonnes / 0.02)


def test_without_fleets_the_ways_alone_decide(make):
    model, limits = with_fleets(make, [make.link("A", "source>target", 20)])
    found = carriage(model, demand_kg_per_person_day=MIXED, limits=limits)
    assert found.force(width=np.array([0.5, 1.0, 2.0]), level=np.zeros(3)) == pytest.approx([500, 1000, 2000])


def test_what_is_closed_feeds_nobody(make):
    model, limits = with_fleets(make, [make.link("A", "source>target", 20)], fleet("lorries", mode="road"))
    found = carriage(model, demand_kg_per_person_day=MIXED, limits=limits, closed_links=["A"])
    assert (found.persons, float(found.force(width=1.0, level=0.0))) == (0.0, 0.0)


counts = st.lists(st.integers(1, 40), min_size=3, max_size=3).map(sorted)
fleets = st.lists(
    st.builds(
        fleet,
        st.uuids().map(str),
        mode=st.sampled_from(["road", "rail_standard", "rail_broad"]),
        carries=st.sampled_from(["all", "dry", "fuel"]),
        vehicles=counts,
        loaded_km=st.sampled_from([20.0, 200.0]),
    ),
    max_size=3,
)


@pytest.mark.slow
@settings(max_examples=min(40, settings.default.max_examples))
@given(record=networks().filter(fed), rows=fleets, limits=shares, demand=demands)
def test_the_largest_force_with_fleets_is_that_of_scipy(record, rows, limits, demand):
    network = network_of(record | {"fleets": rows}, with_fleets=True)
    found = FlowModel(network).largest_persons(
        demand_kg_per_person_day=demand, limits=limits_of_case(network, **limits)
    )
    expected = largest_by_scipy(record, demand=demand, fleets=rows, **limits)
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.slow
@settings(max_examples=min(40, settings.default.max_examples))
@given(
    record=networks().filter(fed),
    rows=fleets,
    limits=shares,
    demand=demands,
    place=st.tuples(st.floats(0.05, 6.0), st.floats(-1.0, 1.0)),
)
def test_between_the_points_of_the_grid_never_too_much_is_said(record, rows, limits, demand, place):
    """Ways so many times as wide are tried as fleets so many times as small, by a program of their own."""
    width, level = place
    central = limits | {"case": "central"}
    network = network_of(record | {"fleets": rows}, with_fleets=True)
    model, given_limits = FlowModel(network), limits_of_case(network, **central)
    found = carriage(model, demand_kg_per_person_day=demand, limits=given_limits)
    drawn = [row | {"vehicles_central": _drawn(row, level) / width} for row in rows]
    exact = width * largest_by_scipy(record, demand=demand, fleets=drawn, **central)
    assert float(found.force(width=width, level=level)) <= exact * (1 + 1e-6) + 1e-6
    on_grid = float(found.force(width=WIDTHS[4], level=LEVELS[1]))
    halfway = [row | {"vehicles_central": _drawn(row, LEVELS[1]) / WIDTHS[4]} for row in rows]
    expected = WIDTHS[4] * largest_by_scipy(record, demand=demand, fleets=halfway, **central)
    assert on_grid == pytest.approx(expected, rel=1e-6, abs=1e-6)


def _drawn(row, level):
    low, central, high = (row[f"vehicles_{part}"] for part in ("low", "central", "high"))
    return central + level * (high - central if level > 0 else central - low)
