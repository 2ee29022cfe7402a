"""The model asked again and again gives what a model built anew would give, and errors in a sentence."""

from itertools import pairwise

import numpy as np
import pytest

from peacebrief.errors import AnalystError
from peacebrief.logistics.flow import linear_program as solver
from peacebrief.logistics.flow.flow_model import FlowModel
from peacebrief.logistics.flow.least_cost import Task
from peacebrief.logistics.flow.linear_program import LinearProgram, Matrix


def single(*, row_upper, column_upper=np.inf, row_lower=0.0):
    """Minimise -x with x between the bounds of one row and one column."""
    matrix = Matrix(rows=np.array([0]), columns=np.array([0]), values=np.array([1.0]))
    bounds = {"row_lower": np.array([row_lower]), "row_upper": np.array([row_upper])}
    return LinearProgram(matrix=matrix, cost=np.array([-1.0]), column_upper=np.array([column_upper]), **bounds)


def test_closures_from_the_last_basis_equal_models_built_anew(real):
    demand, limits = real.demands["elevated"], real.limits["central"]
    warm = FlowModel(real.network)
    links = real.network.links.ids[::16]
    pairs = list(pairwise(links))
    found = [warm.largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=pair) for pair in pairs]
    anew = [
        FlowModel(real.network).largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=pair)
        for pair in pairs
    ]
    assert found == pytest.approx(anew, rel=1e-9)


def test_starting_from_another_basis_changes_nothing(real):
    demand, limits = real.demands["garrison"], real.limits["low"]
    model = FlowModel(real.network)
    one, other = real.network.links.ids[40], real.network.links.ids[66]
    part = model.largest_force(demand_kg_per_person_day=demand, limits=limits, closed_links=[one])
    both = [
        model.largest_persons(demand_kg_per_person_day=demand, limits=limits, closed_links=[one, other], start=start)
        for start in (None, part.basis)
    ]
    assert both[0] == pytest.approx(both[1], rel=1e-9)
    assert both[0] <= part.persons * (1 + 1e-9)


def test_settings_may_change_back_and_forth(real):
    model = FlowModel(real.network)
    asked = [("garrison", "low"), ("high_intensity", "high"), ("garrison", "central"), ("garrison", "low")]
    found = [
        model.largest_persons(demand_kg_per_person_day=real.demands[posture], limits=real.limits[case])
        for posture, case in asked
    ]
    assert found[0] == pytest.approx(found[-1], rel=1e-12)
    assert found[0] < found[2]


def test_flows_balance_and_keep_to_every_limit(real):
    network, limits, demand = real.network, real.limits["low"], real.demands["high_intensity"]
    found = FlowModel(network).largest_force(demand_kg_per_person_day=demand, limits=limits)
    arriving = np.zeros((len(network.nodes), 4))
    np.add.at(arriving, network.arc_to, found.flow_t_per_day)
    handled = arriving[network.handling.node].sum(axis=1)
    np.add.at(arriving, network.arc_from, -found.flow_t_per_day)
    wanted = np.zeros_like(arriving)
    wanted[network.sector_node] = network.sector_share[:, None] * demand * found.persons / 1000
    assert arriving[~network.supply] == pytest.approx(wanted[~network.supply], abs=1e-6)
    assert np.all(found.flow_t_per_day.sum(axis=1) <= limits.arcs_t_per_day + 1e-6)
    assert np.all(handled <= limits.handling_t_per_day + 1e-6)
    racks = limits.tank_wagon_share * limits.arcs_t_per_day[network.racked]
    assert np.all(found.flow_t_per_day[network.racked, 1] <= racks + 1e-6)
    goods = limits.hazardous_share * limits.arcs_t_per_day[network.hazardous]
    assert np.all(found.flow_t_per_day[network.hazardous, 2] <= goods + 1e-6)


def test_a_plan_after_closures_is_the_plan_before_them(real):
    model = FlowModel(real.network)
    task = Task(
        persons=100_000,
        demand_kg_per_person_day=real.demands["elevated"],
        limits=real.limits["central"],
        prices=real.prices,
    )
    before = model.least_cost(task)
    used = real.network.link_flow(before.flow_t_per_day.sum(axis=1)) > 1
    closed = [link for link, flows in zip(real.network.links.ids, used, strict=True) if flows][:3]
    dearer = model.least_cost(task, closed_links=closed, unique=False)
    after = model.least_cost(task)
    assert dearer.cost_eur_per_day > before.cost_eur_per_day
    assert after.flow_t_per_day == pytest.approx(before.flow_t_per_day, abs=1e-9)


def test_a_program_without_a_solution_says_so_in_a_sentence():
    with pytest.raises(AnalystError, match=r"no optimal solution: the solver says infeasible\.$"):
        single(row_lower=2.0, row_upper=3.0, column_upper=1.0).solve()
    with pytest.raises(AnalystError, match="the solver says unbounded"):
        single(row_upper=np.inf).solve()


def test_a_solver_in_doubt_is_asked_once_more_from_nothing(monkeypatch):
    program = single(row_upper=3.0)
    asked = []

    def in_doubt_at_first():
        status = LinearProgram._run(program)
        asked.append(status)
        return None if len(asked) == 1 else status

    monkeypatch.setattr(program, "_run", in_doubt_at_first)
    assert program.solve() == pytest.approx(-3.0)
    assert len(asked) == 2


def test_an_option_the_solver_does_not_know_is_not_passed_over(monkeypatch):
    monkeypatch.setitem(solver.OPTIONS, "no_such_option", 1)
    with pytest.raises(AnalystError, match="did not accept the option no_such_option = 1"):
        single(row_upper=1.0)


def test_a_value_of_an_option_that_is_not_in_this_build_is_not_passed_over(monkeypatch):
    monkeypatch.setitem(solver.OPTIONS, "solver", "no_such_method")
    with pytest.raises(AnalystError, match="did not accept the option solver"):
        single(row_upper=1.0)
