"""The gates of every option at every level of support by the patron, on common draws.

Gates are must-pass conditions, never traded off against scores. A gate is passed by chance, where its probability is
judged, or by margin, where another stage has drawn what is there and what is needed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, cast

import numpy as np

from peacebrief.feasibility.gates.available_troops import SharedSupply, SupplyCounts
from peacebrief.feasibility.gates.gate_model import GateModel, Numbers
from peacebrief.feasibility.gates.planned_strength import PLAN, PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Gate, Option, judged
from peacebrief.generation.supply.supply_driver import ALONE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Booleans, Floats

SIZE, FED = "size", "supply_after_loss"
ONE, SET = "one", "set"
# Counted beside the gates: what is left after the horizon, whatever is planned.
FULL_STRENGTH = "full_strength"
JUDGED, GENERATION, SUPPLY, ROTATION = "judged", "generation", "supply", "rotation"
Place: TypeAlias = tuple[str, str]
# By gate, option and level.
Judged: TypeAlias = Mapping[tuple[str, str, str], Quantity]

# ASSUME: the doubt about a judged chance is common to all options and levels: where one judgement on a gate errs on the
# high side, the others on that gate do too.
# ASSUME: whether a judged gate opens is one chance for all options and levels: an option with the better chance passes
# wherever one with the worse chance does.


def event_passes(*, uniforms: float | Floats, probability: float | Floats) -> Booleans:
    """Where a gate that opens with `probability` (0-1) is passed: where its uniform falls below it.

    A high uniform is the bad end: a gate tied to a factor by a positive loading fails where the factor is high.
    Raises ValueError for a number that is no probability.
    """
    if not np.all((np.asarray(probability) >= 0) & (np.asarray(probability) <= 1)):
        raise ValueError("the probability of passing a gate must be between 0 and 1")
    return np.asarray(np.asarray(uniforms) < probability, dtype=np.bool_)


def margin_passes(*, available: float | Floats, required: float | Floats) -> Booleans:
    """Where what is available, in the unit of what is required, is enough. Raises ValueError for a missing number."""
    if np.any(np.isnan(available)) or np.any(np.isnan(required)):
        raise ValueError("a gate needs both what is available and what is required as numbers")
    return np.asarray(np.asarray(available) >= required, dtype=np.bool_)


def chance_stream(gate: str) -> str:
    """The stream of the doubt about a judged chance."""
    return f"gate_chance.{gate}"


def event_stream(gate: str) -> str:
    """The stream that decides whether a judged gate opens."""
    return f"gate.{gate}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FedAfterLoss:
    """Troops (persons) that can be fed after a loss: quantiles by posture and by what is lost.

    Lost is the worst country or corridor (`ONE`), or the worst set of them (`SET`).
    """

    levels: Mapping[Place, Floats]
    troops: Mapping[Place, Floats]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> FedAfterLoss:
        """The quantiles that logistics hands over."""
        rows = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
        places: dict[Place, list[tuple[float, float]]] = {}
        for row in rows:
            pair = float(row["level"]), float(row["troops"])
            places.setdefault((str(row["posture"]), str(row["lost"])), []).append(pair)
        levels, troops = ({place: np.array(pairs)[:, part] for place, pairs in places.items()} for part in (0, 1))
        return cls(levels=levels, troops=troops)

    def drawn(self, posture: str, uniforms: float | Floats, *, lost: str = ONE) -> Floats:
        """Troops by uniform; flat beyond the outermost quantiles."""
        # ASSUME: luck with supply is common to all postures: where one posture can be fed well, the others can too.
        place = posture, lost
        return np.asarray(np.interp(uniforms, self.levels[place], self.troops[place]), dtype=np.float64)

    def chance(self, posture: str, size: float, *, lost: str = ONE) -> float:
        """The share of draws (0-1) in which a size (persons) can be fed."""
        levels, troops = self.levels[posture, lost], self.troops[posture, lost]
        if size <= troops[0]:
            return 1.0
        if size > troops[-1]:
            return 0.0
        above = int(np.searchsorted(troops, size))
        part = (size - troops[above - 1]) / (troops[above] - troops[above - 1])
        return 1.0 - float(levels[above - 1] + part * (levels[above] - levels[above - 1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionGates:
    """Where the gates of one option at one level are passed; `counts` is told the supply where nothing is held.

    Of the two models of supply one holds in each draw, or `alone` keeps one of them throughout.
    """

    gates: Sequence[Gate]
    option: Option
    support_level: str
    plan: PlannedStrength
    supply: SharedSupply
    fed: FedAfterLoss
    counts: SupplyCounts | None = None
    alone: Mapping[str, float] = field(default_factory=dict)

    def __call__(
        self, values: Numbers, uniforms: Numbers, held: Mapping[str, float], gates: Collection[str]
    ) -> dict[str, Booleans]:
        """By gate; `held` may hold drivers of supply and the size of the force."""
        wanted = (gate for gate in self.gates if gate.id in gates)
        return {gate.id: self._passed(gate, values, uniforms, dict(held)) for gate in wanted}

    def _passed(self, gate: Gate, values: Numbers, uniforms: Numbers, held: dict[str, float]) -> Booleans:
        size = held.pop(SIZE, self.option.size)
        if gate.kind == JUDGED:
            return event_passes(uniforms=uniforms[event_stream(gate.id)], probability=values[chance_stream(gate.id)])
        if gate.kind == SUPPLY:
            troops = self.fed.drawn(self.option.fighting_posture, uniforms[FED])
            return margin_passes(available=troops, required=size)
        place = (self.option.id, self.support_level)
        drawn = self.supply.drawn(uniforms, {**self.alone, **held})
        rotation = gate.kind == ROTATION
        available = (self.plan.kept_up if rotation else self.plan.at_start)(drawn, *place, uniforms)
        if self.counts is not None:
            self.counts.add((*place, gate.kind), available)
            if rotation:
                self.counts.add((*place, FULL_STRENGTH), drawn.sustained(*place, years=self.plan.horizon))
        return margin_passes(available=available, required=size)


def judged_chances(inputs: FeasibilityInputs) -> dict[tuple[str, str, str], Quantity]:
    """The judged chance of each judged gate, option and level. Raises ValueError where one is missing."""
    found = {}
    for gate in inputs.gates:
        if gate.kind != JUDGED:
            continue
        for option in inputs.options:
            for level in inputs.support_levels:
                row = inputs.row_at("gate_chances", gate=gate.id, option=option.id, level=level)
                if row is None:
                    raise ValueError(f"no chance of the gate {gate.id} is given for {option.id} at the level {level}")
                found[gate.id, option.id, level] = judged(row, name=chance_stream(gate.id))
    return found


def gate_models(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    fed: FedAfterLoss,
    chances: Mapping[tuple[str, str, str], Quantity],
    *,
    counts: SupplyCounts | None = None,
) -> dict[Place, GateModel]:
    """The model of gates of every option and level; all draws of supply that it makes are counted in `counts`."""
    shared = SharedSupply(supply)
    judged_ids = [gate.id for gate in inputs.gates if gate.kind == JUDGED]
    planned = (PLAN,) if inputs.rows(PLAN) else ()
    events = (*(event_stream(gate) for gate in judged_ids), FED, *planned, *supply.streams)
    return {
        (option.id, level): GateModel(
            order=tuple(gate.id for gate in inputs.gates),
            passes=OptionGates(
                gates=inputs.gates,
                option=option,
                support_level=level,
                plan=PlannedStrength.of(inputs, option.id),
                supply=shared,
                fed=fed,
                counts=counts,
            ),
            quantities=tuple(chances[gate, option.id, level] for gate in judged_ids),
            events=events,
            drivers=frozenset({SIZE, *(driver.id for driver in supply.drivers(option.id, level))}),
            ties={**inputs.ties, **supply.ties},
        )
        for option in inputs.options
        for level in inputs.support_levels
    }


def models_alone(models: Mapping[Place, GateModel], supply: SupplyModel) -> dict[Place, GateModel]:
    """The same gates by model of supply and option, each model by itself, for every option as planned."""
    return {
        (by, option): replace(model, passes=replace(cast("OptionGates", model.passes), alone=ALONE[by], counts=None))
        for (option, level), model in models.items()
        if level == supply.planned[option]
        for by in supply.members[option].models
    }
