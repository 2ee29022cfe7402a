"""What losses do to the supply of a force: by hand on a small network, and against plain solutions on the real one."""

import numpy as np
import pytest

from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Task
from peacebrief.logistics.losses.stress import Trial, strains
from peacebrief.logistics.network.loss import NOTHING, Loss, losses_of
from peacebrief.logistics.network.supply_network import network_of

DEMAND = np.array([1.0, 2.0, 1.0, 1.0])
WAR = np.array([1.0, 4.0, 9.0, 1.0])


def loss(*links):
    return Loss(id="+".join(links), label="", kind="", links=frozenset(links), parts=links)


@pytest.fixture(scope="module")
def small(make, real):
    """A short way of 300 t a day and a way twice as long of 200 t to one sector: 100,000 persons at 5 kg."""
    links = [
        make.link("short", "source>target", 300.0, distance_km=100.0, enters_theatre=1),
        make.link("long", "source>target", 200.0, distance_km=200.0, enters_theatre=1),
    ]
    network = network_of(make.record([make.source, make.target], links, {"target": 1.0}))
    trial = Trial(
        demand_kg_per_person_day={"peace": DEMAND, "war": WAR},
        limits={"central": make.whole(network)},
        prices=real.prices,
        persons=50_000.0,
        policy_days=np.array([14.0, 12.0, 7.0, 20.0]),
        horizons_days=(7, 30, 90),
    )
    losses = [loss("short"), loss("long"), loss("short", "long")]
    return {(one.posture, one.loss.id): one for one in strains(FlowModel(network), losses=losses, trial=trial)}


def test_what_remains_is_what_the_other_way_carries(small):
    assert small["peace", "none"].largest_force == pytest.approx(100_000)
    assert [small["peace", which].remaining for which in ("none", "short", "long", "short+long")] == pytest.approx(
        [1, 0.4, 0.6, 0]
    )


def test_the_force_shares_what_arrives_until_the_first_stock_is_gone(small):
    # The long way carries 200 of the 250 t a day: a fifth is missing, and fuel for 12 days lasts 60.
    short = small["peace", "short"]
    assert short.arriving == pytest.approx(0.8)
    assert short.stock_out.days == pytest.approx(60)
    assert short.stock_out.person_days[2] == pytest.approx([0.2 * 50_000 * 20, 0.2 * 50_000 * 30, 0, 0])
    assert small["peace", "long"].stock_out.days == 90


def test_with_nothing_left_the_stocks_are_all_there_is(small):
    # Ammunition for 7 days at 9 kg lasts 63 days at 1 kg; in war it is the first to go.
    assert small["peace", "short+long"].stock_out.days == pytest.approx(12)
    assert small["war", "short+long"].stock_out.days == pytest.approx(7)


def test_the_extra_cost_is_that_of_the_longer_way(small):
    # At 10 cents a tonne-kilometre: 250 t over the short way cost 2,500 EUR, 200 t over the long one 4,000 EUR.
    assert small["peace", "long"].extra_cost_eur_per_day == pytest.approx(0, abs=1e-6)
    assert small["peace", "short"].extra_cost_eur_per_day == pytest.approx(4_000 - 2_500)
    assert small["peace", "short"].unmet_t_per_day.sum() == pytest.approx(50)
    assert not small["peace", "short"].all_carried
    assert small["peace", "long"].all_carried


def test_where_nothing_could_be_fed_nothing_remains(make, real):
    links = [make.link("away", "target>source", enters_theatre=1)]
    network = network_of(make.record([make.source, make.target], links, {"target": 1.0}))
    trial = Trial(
        demand_kg_per_person_day={"peace": DEMAND},
        limits={"central": make.whole(network)},
        prices=real.prices,
        persons=1000.0,
        policy_days=np.full(4, 10.0),
        horizons_days=(30,),
    )
    found = strains(FlowModel(network), losses=[loss("away")], trial=trial)
    assert [(one.largest_force, one.remaining, one.arriving, one.stock_out.days) for one in found] == [
        (0, 0, 0, 10)
    ] * 2


@pytest.fixture(scope="module", params=[("garrison", "low"), ("high_intensity", "central")], ids="-".join)
def trying(request, real):
    """Every loss of the case, in two settings that go short in different ways."""
    posture, case = request.param
    trial = Trial(
        demand_kg_per_person_day={posture: real.demands[posture]},
        limits={case: real.limits[case]},
        prices=real.prices,
        persons=100_000.0,
        policy_days=np.array([14.0, 14.0, 7.0, 14.0]),
        horizons_days=(7, 30, 90),
    )
    losses = losses_of(real.record)
    found = {one.loss.id: one for one in strains(FlowModel(real.network), losses=losses, trial=trial)}
    task = Task(
        persons=trial.persons,
        demand_kg_per_person_day=real.demands[posture],
        limits=real.limits[case],
        prices=real.prices,
    )
    return found, task


@pytest.mark.slow
def test_pruned_answers_are_those_of_solving_each_loss_on_its_own(trying, real):
    found, task = trying
    model = FlowModel(real.network)
    sample = np.random.default_rng(7).permutation(sorted(found))[:20].tolist()
    unharmed = model.least_cost(task, unique=False).cost_eur_per_day
    for name in sample:
        closed = found[name].loss.links
        alone = model.largest_force(
            demand_kg_per_person_day=task.demand_kg_per_person_day, limits=task.limits, closed_links=closed
        )
        plan = model.least_cost(task, closed_links=closed, unique=False)
        assert found[name].largest_force == pytest.approx(alone.persons, rel=1e-8)
        assert found[name].unmet_t_per_day == pytest.approx(plan.unmet_t_per_day.sum(axis=0), abs=1e-5)
        extra = plan.cost_eur_per_day - unharmed
        assert found[name].extra_cost_eur_per_day == pytest.approx(extra, rel=1e-6, abs=0.5)


@pytest.mark.fast_cases(1)
def test_losing_more_never_leaves_more_nor_costs_less(trying):
    found, _ = trying
    nothing = found[NOTHING.id]
    assert nothing.remaining == 1
    assert nothing.extra_cost_eur_per_day == 0
    harmed = 0
    for one in found.values():
        for part in one.loss.parts if len(one.loss.parts) > 1 else (NOTHING.id,):
            assert one.remaining <= found[part].remaining + 1e-9
            assert one.stock_out.days <= found[part].stock_out.days + 1e-9
            assert (one.stock_out.person_days >= found[part].stock_out.person_days - 1e-6).all()
            if one.all_carried:
                assert one.extra_cost_eur_per_day >= found[part].extra_cost_eur_per_day - 1e-3
        harmed += one.remaining < 0.99
    assert harmed > len(found) / 2
