"""The logistics stage: resolved inputs in, facts and tables out.

Everything that is calculated for a case, the steps in their order among it, is known before any of it is written
down as facts and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import numpy as np

from peacebrief.logistics.bounds.force_by_draw import ForceDraws, level_numbers
from peacebrief.logistics.bounds.needed_cuts import cuts_of_case
from peacebrief.logistics.cost.carriage import haul_steps
from peacebrief.logistics.cost.mission_cost import option_steps, size_cost_steps
from peacebrief.logistics.demand.daily_demand import (
    demand_steps,
    gross_demand,
    net_demand,
    option_supply_steps,
    reference_steps,
)
from peacebrief.logistics.demand.delivery_fuel import delivery_steps
from peacebrief.logistics.demand.fleet import fleet_steps
from peacebrief.logistics.demand.movement import lift_steps, movement_steps
from peacebrief.logistics.deployment.arrival import deployment_steps
from peacebrief.logistics.deployment.crossing_use import use_steps
from peacebrief.logistics.deployment.past_deployment import past_deployment_facts
from peacebrief.logistics.deployment.quickest_flow import deployment_facts
from peacebrief.logistics.deployment.stage_capacity import stage_numbers, way_numbers
from peacebrief.logistics.flow.cheapest_plan import Cheapest, cheapest, prices_of
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.given import CLASSES, LogisticsInputs
from peacebrief.logistics.losses.link_pair import LinkPairs, link_pairs
from peacebrief.logistics.losses.stress import Strain, Trial, strains
from peacebrief.logistics.network.corridor_capacity import network_facts
from peacebrief.logistics.network.loss import Loss, losses_of
from peacebrief.logistics.published.binding_corridor import binding_facts
from peacebrief.logistics.published.consumption_benchmark import anchor_facts
from peacebrief.logistics.published.expectation import hypothesis_facts
from peacebrief.logistics.published.fed_force import force_facts, stress_posture_facts
from peacebrief.logistics.published.loss_ranking import stress_facts
from peacebrief.logistics.published.number_facts import sampled_facts, settings_facts, size_facts, step_facts
from peacebrief.logistics.published.supply_tables import logistics_tables
from peacebrief.logistics.published.way_in import ways_in_facts, worst_facts
from peacebrief.logistics.published.worst_loss import link_pair_facts, one_lost_facts
from peacebrief.logistics.sampled_supply import sampled_inputs
from peacebrief.logistics.stocks.stock_level import stock_steps
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, stage_document, told_by
from peacebrief.reasoning.simulate import central_values, simulate
from peacebrief.reasoning.step import Step
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS

WRITERS = (
    step_facts,
    sampled_facts,
    size_facts,
    anchor_facts,
    force_facts,
    stress_facts,
    past_deployment_facts,
    hypothesis_facts,
    settings_facts,
    ways_in_facts,
    worst_facts,
    stress_posture_facts,
    one_lost_facts,
    binding_facts,
    link_pair_facts,
    deployment_facts,
)

AFTER_DEMAND = (
    delivery_steps,
    reference_steps,
    movement_steps,
    stock_steps,
    fleet_steps,
    deployment_steps,
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
    found = findings(LogisticsInputs.from_record(resolved), rows=rows)
    return stage_document(_facts(found), logistics_tables(found))


def _facts(found: Findings) -> Iterator[Record]:
    yield from told_by(network_facts, found.inputs)
    for write in WRITERS:
        yield from told_by(write, found)


def findings(inputs: LogisticsInputs, *, rows: int = ROWS) -> Findings:
    """Everything the facts are written from."""
    sampled, supply = sampled_inputs(inputs), Supply.of(inputs)
    deployable = Supply.of(inputs, reached_only=True)
    plans = _plans(inputs, supply, central_values(demand_plan(inputs), sampled))
    for one in (*way_numbers(inputs, plans), *stage_numbers(inputs, deployable), *level_numbers(inputs)):
        sampled[one.id] = one
    steps = whole_plan(inputs)
    central = central_values(steps, sampled)
    demand = {posture: gross_demand(central, posture) for posture in inputs.postures}
    losses = losses_of(inputs.record)
    # Two halves of about equal length side by side: the solver lets other threads run. Each has programs of its own, so
    # that nothing depends on which is faster.
    with ThreadPoolExecutor(max_workers=1) as beside:
        lost = beside.submit(_after_losses, inputs, losses, demand)
        library = cuts_of_case(inputs, supply, steps, sampled, central)
        draws = ForceDraws(inputs=inputs, sampled=sampled, cuts=library)
        simulation = simulate(inputs, steps, sampled, beside=draws, rows=rows)
        strained, pairs = lost.result()
    return Findings(
        inputs=inputs,
        steps=steps,
        sampled=sampled,
        simulation=simulation,
        supply=supply,
        plans=plans,
        largest={
            (case, posture): supply.model.largest_force(demand_kg_per_person_day=demand[posture], limits=limits)
            for case, limits in supply.limits.items()
            for posture in inputs.postures
        },
        draws=draws,
        losses=losses,
        strains=strained,
        pairs=pairs,
        deployable=deployable,
    )


def _plans(inputs: LogisticsInputs, supply: Supply, central: Mapping[str, float]) -> dict[str, Cheapest]:
    return {posture: cheapest(inputs, supply, central, net_demand(central, posture)) for posture in inputs.postures}


def _after_losses(
    inputs: LogisticsInputs, losses: Sequence[Loss], demand: Mapping[str, Floats]
) -> tuple[Sequence[Strain], dict[str, LinkPairs]]:
    """What every loss leaves, and every pair of links."""
    supply = Supply.of(inputs)
    return _strains(inputs, supply, losses, demand), _pairs(inputs, supply, demand)


def _strains(
    inputs: LogisticsInputs, supply: Supply, losses: Sequence[Loss], demand: Mapping[str, Floats]
) -> Sequence[Strain]:
    trial = Trial(
        demand_kg_per_person_day=demand,
        limits=supply.limits,
        prices=prices_of(inputs),
        persons=inputs.reference_size,
        policy_days=np.array([inputs.quantity(f"stock_days_{name}").central_point() for name in CLASSES]),
        horizons_days=inputs.loss_days,
    )
    return strains(supply.model, losses=losses, trial=trial)


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
