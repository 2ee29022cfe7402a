"""What criteria are measured from, and a measure with the rows and facts it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.feasibility.duration.past_operation import Durations
from peacebrief.feasibility.enablers.enabler_chain import EnablerChain
from peacebrief.feasibility.gates.option_gates import FedAfterLoss
from peacebrief.feasibility.given import Criterion, FeasibilityInputs, Option
from peacebrief.feasibility.ranking.scores import Measure, measured
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.simulate import Simulation
from peacebrief.uncertainty import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A measure and the rows and facts it came from."""

    measure: Measure
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything that criteria are measured from.

    `known` has the facts of earlier stages by id, `ratios` the steps to the hazard ratio of every option.
    """

    inputs: FeasibilityInputs
    known: Mapping[str, Mapping[str, Any]]
    supply: SupplyModel
    fed: FedAfterLoss
    chains: Mapping[tuple[str, str], EnablerChain]
    durations: Durations
    ratios: Simulation


def stream_of(criterion: Criterion) -> str:
    """The stream of a criterion whose luck all options share."""
    return f"score.{criterion.id}"


def measure_id(criterion: Criterion, option: Option) -> str:
    """The id of a measure."""
    return f"{option.id}/{criterion.id}"


def from_quantity(criterion: Criterion, option: Option, quantity: Quantity) -> Scored:
    """A measure that is one uncertain number, drawn on the stream of its id."""
    measure = measured(quantity, name=measure_id(criterion, option))
    return Scored(measure=measure, because=(quantity.origin,))
