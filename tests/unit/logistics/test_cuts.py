"""The library of cuts against the linear programs it stands for."""

import numpy as np
import pytest
from benchmarks.bench_logistics import overstated

from peacebrief.logistics.bounds.cut import cut_of, largest_force_by_draw
from peacebrief.logistics.bounds.needed_cuts import build_cuts
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.network.limits import DrawnLimits, at_level
from peacebrief.logistics.network.supply_network import network_of

MIXED = np.array([4.0, 10.0, 2.0, 4.0])


def draws(network, count, *, seed):
    random = np.random.default_rng(seed)
    return DrawnLimits(
        levels=random.triangular(-1, 0, 1, (len(network.corridors), count)),
        force_share=random.triangular(0.05, 0.1, 0.2, count),
        tank_wagon_share=random.triangular(0.15, 0.3, 0.5, count),
        hazardous_share=random.triangular(0.1, 0.25, 0.5, count),
    )


def demands(real, count, *, seed):
    factors = np.random.default_rng(seed).uniform(0.6, 1.8, (len(real.demands), 4, count))
    return np.stack(list(real.demands.values()))[:, :, None] * factors


@pytest.fixture(scope="module")
def library(real):
    model = FlowModel(real.network)
    sample = draws(real.network, 1024, seed=1)
    return model, build_cuts(model, sample, demands(real, 1024, seed=2), quiet=16)


def test_levels_run_from_the_low_over_the_central_to_the_high_capacity():
    by_case = np.array([[10.0], [40.0], [100.0]])
    found = [at_level(by_case, np.array([level]))[0] for level in (-1, -0.5, 0, 0.5, 1)]
    assert found == pytest.approx([10, 25, 40, 70, 100])


def test_the_levels_of_a_case_give_the_limits_of_that_case(real):
    for level, case in ((-1.0, "low"), (0.0, "central"), (1.0, "high")):
        drawn = DrawnLimits(
            levels=np.full((len(real.network.corridors), 1), level),
            **{name: np.array([share]) for name, share in real.shares[case].items()},
        )
        found = drawn.limits(real.network, 0)
        assert found.arcs_t_per_day == pytest.approx(real.limits[case].arcs_t_per_day)
        assert found.handling_t_per_day == pytest.approx(real.limits[case].handling_t_per_day)


def test_a_cut_of_two_roads_is_the_sum_of_their_capacities(make):
    links = [
        make.link("A", "source>target", 100, corridor="a", capacity_low=50, capacity_high=300),
        make.link("B", "source>target", 80, corridor="b", scope="total_civil"),
    ]
    network = network_of(make.record([make.source, make.target], links, {"target": 1}))
    model = FlowModel(network)
    cut = cut_of(network, model.largest_force(demand_kg_per_person_day=MIXED, limits=make.whole(network)))
    drawn = DrawnLimits(
        levels=np.array([[-1.0, 0.0, 0.5], [1.0, 0.0, 0.0]]),
        force_share=np.array([0.5, 0.1, 0.1]),
        tank_wagon_share=np.ones(3),
        hazardous_share=np.ones(3),
    )
    demand = np.stack([MIXED, 2 * MIXED, MIXED], axis=1)[None]
    persons, binding = largest_force_by_draw([cut], drawn, demand)
    assert persons[0] == pytest.approx([(50 + 40) * 50, (100 + 8) * 25, (200 + 8) * 50])
    assert binding.tolist() == [[0, 0, 0]]


def test_a_cut_gives_back_the_program_it_was_read_from(real):
    model = FlowModel(real.network)
    for demand in real.demands.values():
        for case, limits in real.limits.items():
            found = model.largest_force(demand_kg_per_person_day=demand, limits=limits)
            level = {"low": -1.0, "central": 0.0, "high": 1.0}[case]
            drawn = DrawnLimits(
                levels=np.full((len(real.network.corridors), 1), level),
                **{name: np.array([share]) for name, share in real.shares[case].items()},
            )
            persons, _ = largest_force_by_draw([cut_of(real.network, found)], drawn, demand[None, :, None])
            assert persons[0, 0] == pytest.approx(found.persons, rel=1e-9)


@pytest.mark.slow
def test_no_cut_understates_and_hardly_any_draw_left_out_is_overstated(real, library):
    model, cuts = library
    excess = overstated(model, cuts, draws(real.network, 120, seed=3), demands(real, 120, seed=4))
    assert excess.min() > -1e-9
    assert np.mean(excess > 1e-9) < 0.02


@pytest.mark.slow
def test_the_cut_named_as_binding_is_the_one_that_says_the_least(real, library):
    _, cuts = library
    drawn, wanted = draws(real.network, 50, seed=5), demands(real, 50, seed=6)
    persons, binding = largest_force_by_draw(cuts, drawn, wanted)
    alone = np.stack([largest_force_by_draw([cut], drawn, wanted)[0] for cut in cuts])
    assert np.array_equal(persons, alone.min(axis=0))
    assert np.array_equal(np.take_along_axis(alone, binding[None], axis=0)[0], persons)


@pytest.mark.slow
def test_draws_are_the_same_bytes_however_they_are_cut_into_chunks(real, library):
    _, cuts = library
    drawn, wanted = draws(real.network, 60, seed=7), demands(real, 60, seed=8)
    whole, _ = largest_force_by_draw(cuts, drawn, wanted)
    parts = [
        largest_force_by_draw(
            cuts,
            DrawnLimits(
                levels=drawn.levels[:, rows],
                force_share=drawn.force_share[rows],
                tank_wagon_share=drawn.tank_wagon_share[rows],
                hazardous_share=drawn.hazardous_share[rows],
            ),
            wanted[:, :, rows],
        )[0]
        for rows in (slice(0, 7), slice(7, 8), slice(8, 60))
    ]
    assert np.concatenate(parts, axis=1).tobytes() == whole.tobytes()


@pytest.mark.slow
def test_a_library_that_is_complete_stays_as_it_is(real, library):
    model, cuts = library
    sample = draws(real.network, 40, seed=1)
    wanted = demands(real, 1024, seed=2)[:, :, :40]
    first = build_cuts(model, sample, wanted, quiet=40, known=cuts)
    again = build_cuts(model, sample, wanted, quiet=40, known=first)
    assert again == first
