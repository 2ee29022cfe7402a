"""What can have arrived by a day, against a program with a layer of its own for every day."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import coo_array

from peacebrief.logistics.deployment.quickest_flow import arrived_by_day, day_of_arrival, days_to_ask
from peacebrief.logistics.deployment.repeated_flow import TransitNetwork, transit_days, transit_network


def network(arcs, *, nodes, sectors, handling=(), supply=(0,)):
    """Arcs as (from, to, days, tonnes a day), sectors as (node, share), handling as (node, tonnes a day)."""
    arc, sector, handled = np.array(arcs, float), np.array(sectors, float), np.array(handling, float).reshape(-1, 2)
    return TransitNetwork(
        nodes=nodes,
        supply=np.array(supply),
        arc_from=arc[:, 0].astype(int),
        arc_to=arc[:, 1].astype(int),
        transit_days=arc[:, 2],
        capacity_t_per_day=arc[:, 3],
        handling_node=handled[:, 0].astype(int),
        handling_t_per_day=handled[:, 1],
        sector_node=sector[:, 0].astype(int),
        sector_share=sector[:, 1],
    )


def day_by_day(net, last):
    """The same amount from one program over all days: freight may also wait anywhere. Transit in whole days.

    Columns are the flow of each arc by day of departure, what waits at each node and what each sector takes by day,
    and the tonnes arrived in all.
    """
    tau, days = net.transit_days.astype(int), last
    arcs, sectors = len(tau), len(net.sector_node)
    sent = np.arange(arcs * days).reshape(arcs, days)
    waiting = sent.size + np.arange(net.nodes * days).reshape(net.nodes, days)
    taken = sent.size + waiting.size + np.arange(sectors * days).reshape(sectors, days)
    total = sent.size + waiting.size + taken.size
    balance, shares = np.arange(net.nodes * days).reshape(net.nodes, days), net.nodes * days
    entries = []
    for arc, (start, end) in enumerate(zip(net.arc_from, net.arc_to, strict=True)):
        for day in range(days - tau[arc]):
            entries += [
                (balance[end, day + tau[arc]], sent[arc, day], 1.0),
                (balance[start, day], sent[arc, day], -1.0),
            ]
    for node in range(net.nodes):
        for day in range(days - 1):
            entries += [
                (balance[node, day], waiting[node, day], -1.0),
                (balance[node, day + 1], waiting[node, day], 1.0),
            ]
    for sector, node in enumerate(net.sector_node):
        for day in range(days):
            entries += [(balance[node, day], taken[sector, day], -1.0), (shares + sector, taken[sector, day], 1.0)]
        entries.append((shares + sector, total, -net.sector_share[sector]))
    upper = np.full(total + 1, np.inf)
    upper[: sent.size] = np.repeat(net.capacity_t_per_day, days)
    upper[[sent[arc, day] for arc in range(arcs) for day in range(max(days - tau[arc], 0), days)]] = 0.0
    kept = np.setdiff1d(np.arange(shares + sectors), balance[net.supply].ravel())  # supply comes from nowhere
    equal = matrix(entries, (shares + sectors, total + 1))[kept]
    found = linprog(
        -1.0 * (np.arange(total + 1) == total),
        A_eq=equal,
        b_eq=np.zeros(len(kept)),
        bounds=np.column_stack([np.zeros(total + 1), upper]),
        method="highs",
        **handling_of(net, sent, tau, width=total + 1),
    )
    assert found.status == 0, found.message
    return -found.fun


def handling_of(net, sent, tau, *, width):
    """What may enter the nodes of limited handling on each day."""
    days = sent.shape[1]
    entries = [
        (place * days + day + tau[arc], sent[arc, day], 1.0)
        for place, node in enumerate(net.handling_node)
        for arc in np.flatnonzero(net.arc_to == node)
        for day in range(days - tau[arc])
    ]
    if not entries:
        return {}
    limits = np.repeat(net.handling_t_per_day, days)
    return {"A_ub": matrix(entries, (len(limits), width)), "b_ub": limits}


def matrix(entries, shape):
    rows, columns, values = zip(*entries, strict=True)
    return coo_array((values, (rows, columns)), shape=shape).tocsr()


def random_network(seed):
    draw = np.random.default_rng(seed)
    nodes = int(draw.integers(5, 9))
    pairs = [(a, b) for a in range(nodes) for b in range(nodes) if a != b and b not in {0, 1}]
    kept = [pairs[place] for place in draw.permutation(len(pairs))[: int(draw.integers(nodes, 3 * nodes))]]
    arcs = [(a, b, int(draw.integers(0, 4)), float(draw.integers(1, 20))) for a, b in kept]
    sectors = draw.permutation(np.arange(2, nodes))[: int(draw.integers(1, 4))]
    weights = draw.integers(1, 6, len(sectors))
    handling = [(int(draw.integers(2, nodes)), float(draw.integers(2, 15)))]
    return network(
        arcs,
        nodes=nodes,
        sectors=list(zip(sectors.tolist(), (weights / weights.sum()).tolist(), strict=True)),
        handling=handling,
        supply=(0, 1),
    )


def test_one_road_brings_its_capacity_from_the_day_of_first_arrival():
    road = network([(0, 1, 2.5, 10)], nodes=2, sectors=[(1, 1)])
    assert arrived_by_day(road, days=[1, 2.5, 4, 10]) == pytest.approx([0, 0, 15, 75], abs=1e-4)


def test_the_slow_road_helps_only_once_it_has_had_time():
    roads = network([(0, 1, 1, 10), (0, 2, 2, 5), (2, 1, 3, 5)], nodes=3, sectors=[(1, 1)])
    assert arrived_by_day(roads, days=[5, 6, 7]) == pytest.approx([40, 55, 70], abs=1e-4)


def test_sectors_that_share_a_trunk_wait_for_the_farther_one():
    # By day 4 the far sector has at most 10 (4 - 3) = 10 t; it gets half of all, so 20 t is the most.
    trunk = network([(0, 1, 1, 10), (1, 2, 2, 10)], nodes=3, sectors=[(1, 0.5), (2, 0.5)])
    assert arrived_by_day(trunk, days=[3, 4]) == pytest.approx([0, 20], abs=1e-4)


def test_handling_at_a_port_limits_what_passes_it():
    port = network([(0, 1, 1, 10), (1, 2, 1, 10)], nodes=3, sectors=[(2, 1)], handling=[(1, 4)])
    assert arrived_by_day(port, days=[5]) == pytest.approx([12], abs=1e-4)


@pytest.mark.parametrize("seed", range(25))
def test_it_is_what_a_program_over_all_days_finds(seed):
    net = random_network(seed)
    days = [2, 5, 9]
    by_layers = [day_by_day(net, day) for day in days]
    assert arrived_by_day(net, days=days) == pytest.approx(by_layers, rel=1e-6, abs=1e-3)


def test_some_random_networks_deliver_and_need_more_than_one_group():
    """The comparison above would say little if nothing arrived, or if the shares never bound."""
    nets = [random_network(seed) for seed in range(25)]
    delivered = [arrived_by_day(net, days=[9])[0] for net in nets]
    assert sum(amount > 1 for amount in delivered) >= 10
    together = [network_of_one(net) for net in nets]
    free = [arrived_by_day(net, days=[9])[0] for net in together]
    assert sum(some < most - 1 for some, most in zip(delivered, free, strict=True)) >= 5


def network_of_one(net):
    """The same network with its sectors joined into one, free of shares."""
    sink, sectors = net.nodes, len(net.sector_node)
    return TransitNetwork(
        nodes=net.nodes + 1,
        supply=net.supply,
        arc_from=np.concatenate([net.arc_from, net.sector_node]),
        arc_to=np.concatenate([net.arc_to, np.full(sectors, sink)]),
        transit_days=np.concatenate([net.transit_days, np.zeros(sectors)]),
        capacity_t_per_day=np.concatenate([net.capacity_t_per_day, np.full(sectors, 1e6)]),
        handling_node=net.handling_node,
        handling_t_per_day=net.handling_t_per_day,
        sector_node=np.array([sink]),
        sector_share=np.array([1.0]),
    )


def test_more_days_never_bring_less_and_a_sector_at_the_origin_waits_for_nothing():
    net = random_network(3)
    arrived = arrived_by_day(net, days=days_to_ask())
    assert (np.diff(arrived) >= 0).all()
    there = network([(0, 1, 1, 10)], nodes=2, sectors=[(0, 0.5), (1, 0.5)])
    assert arrived_by_day(there, days=[3]) == pytest.approx([40], abs=1e-4)


def test_the_day_of_arrival_lies_on_the_line_between_two_days():
    days, arrived = [1.0, 2.0, 3.0], np.array([0.0, 10.0, 30.0])
    assert day_of_arrival(20.0, days=days, arrived_t=arrived) == pytest.approx(2.5)
    assert day_of_arrival(10.0, days=days, arrived_t=arrived) == pytest.approx(2.0)
    assert day_of_arrival(31.0, days=days, arrived_t=arrived) == float("inf")


def test_a_delay_adds_to_the_run():
    assert transit_days(distance_km=np.array([480.0]), speed_km_per_h=np.array([40.0]), delay_h=np.array([12.0])) == 1.0


@pytest.mark.fast_cases(1)
@pytest.mark.parametrize(("day", "rounded"), [(4, np.round), (6, np.ceil)])
def test_the_real_network_agrees_with_a_program_over_quarter_days(real, day, rounded):
    """With transit in whole quarter days, both are exact; whole days would be too coarse, as most links take hours."""
    parts = 4
    exact = transit_network(real.network, limits=real.limits["central"], case=1)
    stepped = replace(
        exact,
        transit_days=rounded(exact.transit_days * parts),
        capacity_t_per_day=exact.capacity_t_per_day / parts,
        handling_t_per_day=exact.handling_t_per_day / parts,
    )
    by_layers = day_by_day(stepped, day * parts)
    assert by_layers > 1000
    assert arrived_by_day(stepped, days=[day * parts]) == pytest.approx([by_layers], rel=1e-5)


def test_slow_trains_and_long_delays_go_with_low_capacities(real):
    low, central, high = (
        transit_network(real.network, limits=real.limits[name], case=case).transit_days
        for case, name in enumerate(("low", "central", "high"))
    )
    assert (low >= central).all()
    assert (central >= high).all()
