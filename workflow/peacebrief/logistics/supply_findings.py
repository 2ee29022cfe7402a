"""Everything the facts are written from, and where a result came from.

The origin of a result is read off the arguments of its steps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peacebrief.logistics.bounds.force_by_draw import ForceDraws
from peacebrief.logistics.flow.cheapest_plan import Cheapest
from peacebrief.logistics.flow.flow_model import Supply
from peacebrief.logistics.flow.largest_supplied_force import LargestForce
from peacebrief.logistics.given import LogisticsInputs
from peacebrief.logistics.losses.link_pair import LinkPairs
from peacebrief.logistics.losses.stress import Strain
from peacebrief.logistics.network.loss import Loss
from peacebrief.logistics.sampled_supply import Sampled
from peacebrief.logistics.simulated_supply import Simulation
from peacebrief.reasoning.step import Step


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Inputs, steps and draws; by posture the cheapest plan; by capacity case and posture the largest force; losses.

    `pairs` has the losses of two links for the postures looked at; `deployable` the network to the sectors reached.
    """

    inputs: LogisticsInputs
    steps: Mapping[str, Step]
    sampled: Mapping[str, Sampled]
    simulation: Simulation
    supply: Supply
    plans: Mapping[str, Cheapest]
    largest: Mapping[tuple[str, str], LargestForce]
    draws: ForceDraws
    losses: Sequence[Loss]
    strains: Sequence[Strain]
    pairs: Mapping[str, LinkPairs]
    deployable: Supply

    def because(self, step_id: str) -> tuple[str, ...]:
        """What a step came from."""
        return because(self.steps[step_id], steps=self.steps, sampled=self.sampled)


def because(step: Step, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
    """What `step` came from: facts where its arguments are published, otherwise the rows behind them."""
    found: list[str] = []
    for source in step.takes.values():
        found += came_from(source, steps=steps, sampled=sampled)
    return tuple(sorted(set(found)))


def came_from(source: str, *, steps: Mapping[str, Step], sampled: Mapping[str, Sampled]) -> tuple[str, ...]:
    """A fact where a sampled number or a step is one, otherwise what it came from."""
    known: Sampled | Step = sampled[source] if source in sampled else steps[source]
    if known.fact:
        return (f"fact:{known.fact}",)
    return known.origins if isinstance(known, Sampled) else because(known, steps=steps, sampled=sampled)
