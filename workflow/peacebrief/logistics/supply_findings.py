"""Everything the facts are written from."""

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
from peacebrief.reasoning.because import because
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.simulate import Simulation
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
