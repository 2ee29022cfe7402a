"""Everything the facts are written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peacebrief.generation.allocation import Allocation
from peacebrief.generation.burden import Burden, burden_table, nothing_sent
from peacebrief.generation.inputs import GenerationInputs
from peacebrief.generation.recruiting_draws import Recruiting
from peacebrief.generation.simulate import Simulation
from peacebrief.generation.supply_model import SupplyModel


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One option at one level: the chance of each member by replicate, who is counted on, who sends what."""

    chances: Mapping[str, tuple[float, ...]]
    counted_on: tuple[str, ...]
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
        if not self.allocation.led:
            return 0
        return sum(one.deployable for one in self.allocation.task.contributors)


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The model and its draws; by option and level who sends what; by option the armies counted on that may grow."""

    model: SupplyModel
    simulation: Simulation
    plans: Mapping[tuple[str, str], Plan]
    strengths: Mapping[str, float]
    recruiting: Recruiting

    @property
    def inputs(self) -> GenerationInputs:
        """What the stage was given."""
        return self.model.inputs

    def planned(self, option: str) -> Plan:
        """An option at the level it was planned with."""
        return self.plans[option, self.model.planned[option]]
