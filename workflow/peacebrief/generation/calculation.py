"""Everything that is calculated for a case, before it is written down as facts and tables."""

from __future__ import annotations

from peacebrief.generation.allocation import allocated
from peacebrief.generation.findings import Findings, Plan
from peacebrief.generation.inputs import GenerationInputs
from peacebrief.generation.quotas import quotas
from peacebrief.generation.recruiting_draws import growing_army, recruiting
from peacebrief.generation.rows import Option
from peacebrief.generation.simulate import Simulation, simulate
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.generation.tasks import task_of
from peacebrief.uncertainty.draws import ROWS


def findings(inputs: GenerationInputs, *, rows: int = ROWS) -> Findings:
    """Everything the facts are written from. Raises ValueError where an input cannot be used."""
    model = SupplyModel.of(inputs)
    armies = {state.id: state.army for state in inputs.states.values()} | dict(inputs.known_armies)
    simulation = simulate(model, armies=armies, rows=rows)
    plans = {
        (option.id, level): _plan(model, simulation, option, level)
        for option in inputs.options
        for level in inputs.us_levels
    }
    counted_on = {option.id: plans[option.id, option.us_level].counted_on for option in inputs.options}
    return Findings(
        model=model,
        simulation=simulation,
        plans=plans,
        strengths={option: growing_army(model, option, names) for option, names in counted_on.items()},
        recruiting=recruiting(model, counted_on=counted_on, rows=rows),
    )


def _plan(model: SupplyModel, simulation: Simulation, option: Option, us_level: str) -> Plan:
    names = model.members[option.id].names
    found = (simulation.chances(option.id, us_level, place) for place in range(len(names)))
    chances = {name: tuple(shares) for name, shares in zip(names, found, strict=True)}
    middle = {name: model.central_chance(option.id, us_level, name) for name in names}
    counted_on = tuple(name for name, chance in middle.items() if chance >= model.inputs.likely)
    task = task_of(model.inputs, option, counted_on=counted_on)
    return Plan(chances=chances, counted_on=counted_on, allocation=allocated(task=task), quotas=quotas(task=task))
