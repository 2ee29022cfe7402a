"""The whole calculation of the quantities as steps in their order."""

from __future__ import annotations

from itertools import chain

from peacebrief.logistics.cost_steps import option_steps, size_cost_steps
from peacebrief.logistics.delivery_steps import delivery_steps
from peacebrief.logistics.demand_steps import demand_steps, reference_steps
from peacebrief.logistics.deployment_steps import deployment_steps
from peacebrief.logistics.fleet_steps import fleet_steps
from peacebrief.logistics.haul_steps import haul_steps
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.lift_steps import lift_steps
from peacebrief.logistics.movement_steps import movement_steps
from peacebrief.logistics.option_supply_steps import option_supply_steps
from peacebrief.logistics.stock_steps import stock_steps
from peacebrief.logistics.use_steps import use_steps
from peacebrief.reasoning.step import Step

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


def demand_plan(inputs: LogisticsInputs) -> dict[str, Step]:
    """The steps that need nothing of the network."""
    return {step.id: step for step in demand_steps(inputs)}


def whole_plan(inputs: LogisticsInputs) -> dict[str, Step]:
    """Every step in the order of calculation, by id."""
    following = chain.from_iterable(steps(inputs) for steps in AFTER_DEMAND)
    return demand_plan(inputs) | {step.id: step for step in following}
