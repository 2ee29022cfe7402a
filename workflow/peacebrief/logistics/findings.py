"""Everything the facts are written from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peacebrief.logistics.cheapest import Cheapest
from peacebrief.logistics.force_draws import ForceDraws
from peacebrief.logistics.force_result import LargestForce
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.link_pairs import LinkPairs
from peacebrief.logistics.losses import Loss
from peacebrief.logistics.provenance import because
from peacebrief.logistics.sampled import Sampled
from peacebrief.logistics.simulate import Simulation
from peacebrief.logistics.stress import Strain
from peacebrief.logistics.supply import Supply
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
