"""Every pair of links: against solving each pair on its own."""

from itertools import combinations

import numpy as np
import pytest

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.losses.link_pair import first_in_series, link_pairs
from peacebrief.logistics.network.supply_network import network_of

DEMAND = np.array([4.5, 12.3, 0.3, 3.9])


def random_network(make, seed):
    """A network of one origin and up to seven nodes; some links in series, some both ways, one or two sectors."""
    draw = np.random.default_rng(seed)
    count = int(draw.integers(4, 8))
    nodes = [make.source, *(make.node(f"n{number}") for number in range(count))]
    names = [row["id"] for row in nodes]
    pairs = [(start, end) for start in range(count + 1) for end in range(1, count + 1) if start != end]
    drawn = [pairs[place] for place in draw.permutation(len(pairs))[: int(draw.integers(count + 2, 2 * count + 3))]]
    chain = [(number, number + 1) for number in range(count)]
    links = [
        make.link(
            f"l{place}",
            f"{names[start]}>{names[end]}",
            float(draw.integers(5, 60)),
            two_way=int(start > 0 and draw.random() < 0.4),
            enters_theatre=int(start == 0),
        )
        for place, (start, end) in enumerate(chain + drawn)
    ]
    sectors = {f"n{count - 1}": 0.6, f"n{int(draw.integers(count - 1))}": 0.4}
    return network_of(make.record(nodes, links, sectors))


@pytest.mark.fast_cases(3)
@pytest.mark.parametrize("seed", range(12))
def test_every_pair_is_as_if_solved_on_its_own(make, seed):
    network = random_network(make, seed)
    limits, model = make.whole(network, hazardous_share=0.3), FlowModel(network)
    found = link_pairs(model, demand_kg_per_person_day=DEMAND, limits=limits)

    def left(*closed):
        return model.largest_persons(demand_kg_per_person_day=DEMAND, limits=limits, closed_links=closed)

    persons, ids = left(), sorted(network.links.ids)
    expected = {pair: left(*pair) / persons for pair in combinations(ids, 2)}
    assert found.asked == len(expected)
    known = {(pair.first, pair.second): pair.remaining for pair in found.pairs}
    assert {pair: known.get(pair, 1.0) for pair in expected} == pytest.approx(expected, abs=1e-7)
    assert known


def test_links_in_series_stand_and_fall_together(make):
    nodes = [make.source, make.node("a"), make.node("b"), make.target]
    links = [
        make.link("first", "source>a"),
        make.link("second", "a>b", two_way=1),
        make.link("third", "b>target"),
        make.link("other", "source>target"),
    ]
    network = network_of(make.record(nodes, links, {"target": 1.0}))
    assert first_in_series(network).tolist() == [0, 0, 0, 3]


def test_a_sector_on_the_way_keeps_its_links_apart(make):
    links = [make.link("to", "source>a"), make.link("on", "a>target")]
    network = network_of(make.record([make.source, make.node("a"), make.target], links, {"a": 0.5, "target": 0.5}))
    assert first_in_series(network).tolist() == [0, 1]


def test_the_worst_pairs_come_first_and_links_can_be_left_out(make):
    links = [make.link(name, "source>target", capacity) for name, capacity in (("a", 50), ("b", 30), ("c", 20))]
    network = network_of(make.record([make.source, make.target], links, {"target": 1.0}))
    found = link_pairs(FlowModel(network), demand_kg_per_person_day=DEMAND, limits=make.whole(network))
    assert [(pair.first, pair.second) for pair in found.pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert [pair.remaining for pair in found.pairs] == pytest.approx([0.2, 0.3, 0.5])
    assert [pair.first for pair in found.worst(1)] == ["a"]
    assert [(pair.first, pair.second) for pair in found.worst(5, leaving_out={"a"})] == [("b", "c")]


def test_where_nothing_arrives_no_pair_costs_anything(make):
    links = [make.link("away", "target>source"), make.link("back", "target>source")]
    network = network_of(make.record([make.source, make.target], links, {"target": 1.0}))
    assert link_pairs(FlowModel(network), demand_kg_per_person_day=DEMAND, limits=make.whole(network)).pairs == ()


@pytest.mark.slow
def test_a_random_sample_of_real_pairs_is_as_if_solved_on_its_own(real):
    demand, limits = real.demands["high_intensity"], real.limits["low"]
    found = link_pairs(FlowModel(real.network), demand_kg_per_person_day=demand, limits=limits)
    known = {(pair.first, pair.second): pair.remaining for pair in found.pairs}
    draw, model = np.random.default_rng(11), FlowModel(real.network)
    ids = np.array(real.network.links.ids)
    sample = [tuple(sorted(draw.choice(ids, 2, replace=False).tolist())) for _ in range(120)]
    sample += [pair for pair, left in list(known.items())[:: len(known) // 60] if left > 0]
    persons = model.largest_persons(demand_kg_per_person_day=demand, limits=limits)
    for pair in sample:
        alone = model.largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=pair)
        assert known.get(pair, 1.0) == pytest.approx(alone / persons, abs=1e-7)
    assert found.asked == len(ids) * (len(ids) - 1) / 2
    assert found.solved < found.asked / 20
