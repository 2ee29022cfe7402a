"""The logistics stage: resolved inputs in, facts and tables out.

Everything that is calculated for a case, the steps in their order among it, is known before any of it is written
down as facts and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import numpy as np

from peacebrief.logistics.bounds.binding_corridor import binding_facts
from peacebrief.logistics.bounds.fed_force import LargestForces, force_facts, largest_force_table, stress_posture_facts
from peacebrief.logistics.bounds.force_by_draw import ForceDraws, level_numbers
from peacebrief.logistics.bounds.needed_cuts import cuts_of_case
from peacebrief.logistics.cost.carriage import haul_steps
from peacebrief.logistics.cost.mission_cost import cost_table, option_steps, size_cost_steps
from peacebrief.logistics.demand.consumption_benchmark import anchor_facts
from peacebrief.logistics.demand.daily_demand import (
    demand_steps,
    demand_table,
    gross_demand,
    net_demand,
    option_supply_steps,
    reference_steps,
)
from peacebrief.logistics.demand.delivery_fuel import delivery_steps
from peacebrief.logistics.demand.fleet import fleet_steps
from peacebrief.logistics.demand.last_mile import last_mile_steps
from peacebrief.logistics.demand.movement import demand_by_size_table, lift_steps, movement_steps, size_facts
from peacebrief.logistics.deployment.arrival import deployment_steps, fan_table
from peacebrief.logistics.deployment.crossing_use import use_steps
from peacebrief.logistics.deployment.option_arrival import option_arrival_steps, staged_numbers
from peacebrief.logistics.deployment.past_deployment import past_deployment_facts, past_deployments_table
from peacebrief.logistics.deployment.past_misses import miss_numbers, miss_steps
from peacebrief.logistics.deployment.quickest_flow import deployment_facts
from peacebrief.logistics.deployment.stage_capacity import stage_numbers, way_numbers
from peacebrief.logistics.expectation import country_verdicts, fed_verdicts, pace_verdicts
from peacebrief.logistics.flow.cheapest_plan import Cheapest, cheapest, flows_table, prices_of
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.logistics.losses.after_loss import AllLeft, LossDraws, all_left
from peacebrief.logistics.losses.link_pair import LinkPairs, link_pairs
from peacebrief.logistics.losses.loss_ranking import losses_table, shortfalls_table, stress_facts
from peacebrief.logistics.losses.stress import Strains, Trial, strains
from peacebrief.logistics.losses.supply_left import after_loss_facts, after_loss_table
from peacebrief.logistics.losses.worst_link_pair import WorstPairs, link_pair_facts, link_pairs_table, worst_pairs
from peacebrief.logistics.losses.worst_loss import worst_facts
from peacebrief.logistics.network.corridor_capacity import capacity_table, network_facts, nodes_table
from peacebrief.logistics.network.fleets import fleet_capacity_steps
from peacebrief.logistics.network.loss import losses_of
from peacebrief.logistics.network.only_way import ways_in_facts
from peacebrief.logistics.sampled_supply import sampled_facts, sampled_inputs
from peacebrief.logistics.settings import settings_facts
from peacebrief.logistics.stocks.stock_level import stock_steps
from peacebrief.reasoning.record import Record, Table, stage_document, step_facts, told_by
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import Simulation, central_values, simulate
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS

OF_INPUTS = (network_facts, ways_in_facts, settings_facts, anchor_facts, past_deployment_facts)

AFTER_DEMAND = (
    fleet_capacity_steps,
    delivery_steps,
    reference_steps,
    movement_steps,
    stock_steps,
    fleet_steps,
    last_mile_steps,
    deployment_steps,
    miss_steps,
    option_arrival_steps,
    lift_steps,
    haul_steps,
    option_steps,
    option_supply_steps,
    size_cost_steps,
    use_steps,
)


def plan_logistics(resolved: Mapping[str, Any], *, rows: int = ROWS) -> dict[str, Any]:
    """What a force needs, and whether it can be had: `{"facts": [...], "names": {...}, "tables": {...}}`.

    The same seed and number of draws give the same record for any number of rows evaluated at a time.
    Raises ValueError where an input cannot be used.
    """
    inputs = LogisticsInputs.from_record(resolved)
    supply, deployable = Supply.of(inputs), Supply.of(inputs, reached_only=True)
    plans = _plans(inputs, supply)
    sampled = _sampled(inputs, deployable, plans)
    central = central_values(whole_plan(inputs), sampled)
    demand = {posture: gross_demand(central, posture) for posture in inputs.postures}
    # Two halves of about equal length side by side: the solver lets other threads run. Each has programs of its own, so
    # that nothing depends on which is faster.
    with ThreadPoolExecutor(max_workers=1) as beside:
        lost = beside.submit(_after_losses, inputs, demand)
        largest, left = _largest(supply, demand), all_left(inputs, central, demand)
        simulation, draws = _over_draws(inputs, supply, sampled, left, largest, rows=rows)
        strained, pairs = lost.result()
    worst = worst_pairs(pairs, inside=supply.inside)
    facts = chain(
        _of_inputs_and_steps(inputs, simulation, deployable),
        _of_force(inputs, simulation, supply, largest, draws.force),
        _of_losses(inputs, strained, worst),
        told_by(after_loss_facts, inputs, simulation=simulation, left=left, draws=draws),
    )
    tables = _tables_of_inputs_and_steps(inputs, simulation) | _tables_of_losses(inputs, simulation, strained, worst)
    tables["flows"] = flows_table(inputs, supply=supply, plans=plans)
    return stage_document(facts, tables | {"largest_force": largest_force_table(largest)})


def _of_inputs_and_steps(inputs: LogisticsInputs, simulation: Simulation, deployable: Supply) -> Iterator[Record]:
    for write in OF_INPUTS:
        yield from told_by(write, inputs)
    yield from told_by(step_facts, simulation)
    yield from told_by(sampled_facts, simulation)
    yield from told_by(size_facts, inputs, simulation=simulation)
    yield from told_by(pace_verdicts, inputs, simulation=simulation)
    yield from told_by(deployment_facts, inputs, supply=deployable, central=simulation.central)


def _of_force(
    inputs: LogisticsInputs, simulation: Simulation, supply: Supply, largest: LargestForces, draws: ForceDraws
) -> Iterator[Record]:
    yield from told_by(force_facts, inputs, simulation=simulation, largest=largest, draws=draws)
    yield from told_by(stress_posture_facts, inputs, largest=largest)
    yield from told_by(binding_facts, inputs, supply=supply, central=simulation.central, draws=draws)
    yield from told_by(fed_verdicts, inputs, largest=largest, draws=draws)


def _of_losses(inputs: LogisticsInputs, strained: Strains, worst: WorstPairs) -> Iterator[Record]:
    yield from told_by(stress_facts, inputs, strains=strained)
    yield from told_by(worst_facts, inputs, strains=strained)
    yield from told_by(country_verdicts, inputs, strains=strained)
    yield from told_by(link_pair_facts, inputs, worst=worst)


def _tables_of_inputs_and_steps(inputs: LogisticsInputs, simulation: Simulation) -> dict[str, Table]:
    return {
        "demand": demand_table(inputs, simulation=simulation),
        "demand_by_size": demand_by_size_table(inputs, simulation=simulation),
        "network_nodes": nodes_table(inputs),
        "deployment_fan": fan_table(inputs, simulation=simulation),
        "cost": cost_table(inputs, simulation=simulation),
        "corridor_capacity": capacity_table(inputs),
        "loc_tests": past_deployments_table(inputs),
    }


def _tables_of_losses(
    inputs: LogisticsInputs, simulation: Simulation, strained: Strains, worst: WorstPairs
) -> dict[str, Table]:
    return {
        "losses": losses_table(strained),
        "link_pairs": link_pairs_table(worst),
        "shortfalls": shortfalls_table(inputs, strains=strained),
        "supply_after_loss": after_loss_table(inputs, simulation=simulation),
    }


def _largest(supply: Supply, demand: Mapping[str, Floats]) -> LargestForces:
    """The largest force in every capacity case and posture."""
    return {
        (case, posture): supply.model.largest_force(demand_kg_per_person_day=needed, limits=limits).persons
        for case, limits in supply.limits.items()
        for posture, needed in demand.items()
    }


def _plans(inputs: LogisticsInputs, supply: Supply) -> dict[str, Cheapest]:
    """The cheapest plan of every posture."""
    central = central_values(demand_plan(inputs), sampled_inputs(inputs))
    return {posture: cheapest(inputs, supply, central, net_demand(central, posture)) for posture in inputs.postures}


def _sampled(inputs: LogisticsInputs, deployable: Supply, plans: Mapping[str, Cheapest]) -> dict[str, Sampled]:
    """What is sampled of the inputs, of the ways in the plans, of the network and of past deployments."""
    stages = {one.id: one for one in stage_numbers(inputs, deployable)}
    of_network = (*way_numbers(inputs, plans), *stages.values(), *level_numbers(inputs))
    of_deployment = (*staged_numbers(inputs), *miss_numbers(inputs, stages))
    return sampled_inputs(inputs) | {one.id: one for one in (*of_network, *of_deployment)}


def _over_draws(
    inputs: LogisticsInputs,
    supply: Supply,
    sampled: Mapping[str, Sampled],
    left: AllLeft,
    largest: LargestForces,
    *,
    rows: int,
) -> tuple[Simulation, LossDraws]:
    """Every step, and the largest force with nothing lost and after losses, in every draw."""
    steps = whole_plan(inputs)
    cuts = cuts_of_case(inputs, supply, steps, sampled, central_values(steps, sampled))
    force = ForceDraws(inputs=inputs, sampled=sampled, cuts=cuts)
    whole = {posture: largest["central", posture] for posture in inputs.postures}
    draws = LossDraws(force=force, left=left, whole=whole)
    return simulate(inputs, steps, sampled, beside=draws, rows=rows), draws


def _after_losses(inputs: LogisticsInputs, demand: Mapping[str, Floats]) -> tuple[Strains, dict[str, LinkPairs]]:
    """What every loss leaves, and every pair of links."""
    supply = Supply.of(inputs)
    return _strains(inputs, supply, demand), _pairs(inputs, supply, demand)


def _strains(inputs: LogisticsInputs, supply: Supply, demand: Mapping[str, Floats]) -> Strains:
    trial = Trial(
        demand_kg_per_person_day=demand,
        limits=supply.limits,
        prices=prices_of(inputs),
        persons=inputs.reference_size,
        policy_days=np.array([inputs.quantity(f"stock_days_{name}").central_point() for name in CLASSES]),
        horizons_days=inputs.loss_days,
    )
    return strains(supply.model, losses=losses_of(inputs.record), trial=trial)


def _pairs(inputs: LogisticsInputs, supply: Supply, demand: Mapping[str, Floats]) -> dict[str, LinkPairs]:
    """The losses of two links in the calmest posture, at central capacity."""
    calm = inputs.postures[0]
    return {calm: link_pairs(supply.model, demand_kg_per_person_day=demand[calm], limits=supply.limits["central"])}


def demand_plan(inputs: LogisticsInputs) -> dict[str, Step]:
    """The steps that need nothing of the network."""
    return {step.id: step for step in demand_steps(inputs)}


def whole_plan(inputs: LogisticsInputs) -> dict[str, Step]:
    """Every step in the order of calculation, by id."""
    following = chain.from_iterable(steps(inputs) for steps in AFTER_DEMAND)
    return demand_plan(inputs) | {step.id: step for step in following}
