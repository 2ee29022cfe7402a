"""Who takes part in every option at every level, and what they send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peacebrief.generation.allocation.burden_sharing import Burden, burden_table, nothing_sent
from peacebrief.generation.allocation.fair_allocation import Allocation, allocated
from peacebrief.generation.allocation.option_task import CONTINGENT, limit_name, quotas, requirement, task_of
from peacebrief.generation.given import GenerationInputs, Option
from peacebrief.generation.supply.simulated_contribution import Simulation, simulate
from peacebrief.generation.supply.supply_driver import BY_BRIGADES, BY_SHARE, MIXTURE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.generation.supply.supply_origins import counting_because, fact, middle_because
from peacebrief.uncertainty.draws import ROWS

PLEDGE = "compared_contribution"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One option at one level: the chance of each member by replicate, who is counted on, who sends what.

    `led` says whether framework nations enough are counted on.
    """

    chances: Mapping[str, tuple[float, ...]]
    counted_on: tuple[str, ...]
    led: bool
    allocation: Allocation
    quotas: Mapping[str, Mapping[str, int]]

    def chance(self, contributor: str) -> float:
        """The chance that a member takes part."""
        shares = self.chances[contributor]
        return sum(shares) / len(shares)

    def burden(self) -> list[Burden]:
        """The burden table, the largest share of army first; members that nobody counts on come last, by name."""
        rows = burden_table(allocation=self.allocation, quotas=self.quotas)
        known = {row.contributor for row in rows}
        return [*rows, *(nothing_sent(name) for name in self.chances if name not in known)]

    def central_supply(self) -> int:
        """Troops (persons) of those counted on at the central point, none without the framework nations."""
        if not self.led:
            return 0
        return sum(one.deployable for one in self.allocation.task.contributors)


@dataclass(frozen=True, kw_only=True)
class Contributions:
    """The model and its draws; by option and level who sends what."""

    model: SupplyModel
    simulation: Simulation
    plans: Mapping[tuple[str, str], Plan]

    @property
    def inputs(self) -> GenerationInputs:
        """What the stage was given."""
        return self.model.inputs

    def central_supply(self, option: str, support_level: str, by: str = MIXTURE) -> float:
        """Troops (persons) of those counted on at the central point, by one model or by the weighted mean of both."""
        plan, models = self.plans[option, support_level], self.model.members[option].models
        if by == BY_BRIGADES:
            return self.model.central_carried(option, plan.counted_on if plan.led else ())
        if by == BY_SHARE or BY_BRIGADES not in models:
            return plan.central_supply()
        return sum(self.model.weight(one) * self.central_supply(option, support_level, one) for one in models)

    def planned(self, option: str) -> Plan:
        """An option at the level it was planned with."""
        return self.plans[option, self.model.planned[option]]


def contributions(inputs: GenerationInputs, *, rows: int = ROWS) -> Contributions:
    """Who takes part, and what they send. Raises ValueError where an input cannot be used."""
    model = SupplyModel.of(inputs)
    simulation = simulate(model, pledges=pledges(inputs), rows=rows)
    plans = {
        (option.id, level): _plan(model, simulation, option, level)
        for option in inputs.options
        for level in inputs.support_levels
    }
    return Contributions(model=model, simulation=simulation, plans=plans)


def pledges(inputs: GenerationInputs) -> dict[str, float]:
    """What the state whose contribution is set beside its army would contribute (persons), by its name."""
    return {name: inputs.quantity(PLEDGE).central_point() for name in inputs.states if name == inputs.compared}


def _plan(model: SupplyModel, simulation: Simulation, option: Option, support_level: str) -> Plan:
    names = model.members[option.id].names
    found = (simulation.chances(option.id, support_level, place) for place in range(len(names)))
    chances = {name: tuple(shares) for name, shares in zip(names, found, strict=True)}
    middle = {name: model.central_chance(option.id, support_level, name) for name in names}
    counted_on = tuple(name for name, chance in middle.items() if chance >= model.inputs.likely)
    members = model.members[option.id]
    kept = members.troops(shares=members.shares[1])
    deployable = {name: int(troops) for name, troops in zip(names, kept.tolist(), strict=True)}
    task = task_of(model.inputs, option, deployable=deployable, counted_on=counted_on)
    return Plan(
        chances=chances,
        counted_on=counted_on,
        led=model.members[option.id].is_led_by(counted_on),
        allocation=allocated(task=task),
        quotas=quotas(task=task),
    )


def allocation_because(model: SupplyModel, option: str) -> Iterator[str]:
    """What the allocation of an option as planned came from."""
    yield from counting_because(model, option)
    yield from (fact(f"armies.{option}"), fact(f"size.{option}"))
    yield from (row.origin for row in model.inputs.requirements if row.option == option)
    chosen = next(row for row in model.inputs.options if row.id == option)
    limits = (limit_name(force_type) for force_type in requirement(model.inputs, chosen))
    yield from (model.sampled[name].origins[0] for name in (CONTINGENT, *limits) if name in model.sampled)
    yield from middle_because(model, model.members[option].names)
