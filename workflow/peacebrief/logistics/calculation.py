"""Everything that is calculated for a case, before it is written down as facts and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from peacebrief.logistics.cheapest import Cheapest, cheapest, prices_of
from peacebrief.logistics.classes import CLASSES
from peacebrief.logistics.demand_vectors import gross_demand, net_demand
from peacebrief.logistics.drawn_cuts import cuts_of_case
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.force_draws import ForceDraws, level_numbers
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.link_pairs import LinkPairs, link_pairs
from peacebrief.logistics.losses import Loss, losses_of
from peacebrief.logistics.network_numbers import stage_numbers, way_numbers
from peacebrief.logistics.plan import demand_plan, whole_plan
from peacebrief.logistics.sampled import sampled_inputs
from peacebrief.logistics.simulate import central_values, simulate
from peacebrief.logistics.stress import Strain, Trial, strains
from peacebrief.logistics.supply import Supply
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.draws import ROWS


def findings(inputs: LogisticsInputs, *, rows: int = ROWS) -> Findings:
    """Everything the facts are written from."""
    sampled, supply = sampled_inputs(inputs), Supply.of(inputs)
    deployable = Supply.of(inputs, reached_only=True)
    plans = _plans(inputs, supply, central_values(demand_plan(inputs).values(), sampled))
    for one in (*way_numbers(inputs, plans), *stage_numbers(inputs, deployable), *level_numbers(inputs)):
        sampled[one.id] = one
    steps = whole_plan(inputs)
    central = central_values(steps.values(), sampled)
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
