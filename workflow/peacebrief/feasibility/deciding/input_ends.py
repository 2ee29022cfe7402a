"""The judged and uncertain inputs behind the gates of an option, each with a low and a high end.

An end holds numbers, or places streams of chance at one uniform; all else stays as it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from peacebrief.feasibility.gates.option_gates import (
    FED,
    GENERATION,
    JUDGED,
    ROTATION,
    SIZE,
    SUPPLY,
    FedAfterLoss,
    Judged,
    chance_stream,
)
from peacebrief.feasibility.gates.planned_strength import PLAN, PlannedStrength
from peacebrief.feasibility.given import FeasibilityInputs, Option
from peacebrief.feasibility.turning_points.driver_range import largest_contributors
from peacebrief.generation.supply.membership import Membership
from peacebrief.generation.supply.sampled_position import BRIGADE_STREAM, BRIGADES, POSITION_STREAM, SHARES
from peacebrief.generation.supply.supply_driver import BRIGADE_WEIGHT, BY_BRIGADES, CHANCE, NAMES, SHARE
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.sampled import Sampled
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty.arrays import Floats
from peacebrief.uncertainty.distributions import inverse_cdf

# ASSUME: the low and the high end of an input are its 5th and its 95th percentile as drawn: nine draws in ten lie
# between them. What either is or is not is held at both.
LEVELS = (0.05, 0.95)
GRID = np.linspace(0.0005, 0.9995, 1999)
# What an input is: a number, an event that happens or not, one of two models, a doubt that has no number of its own.
NUMBER, EVENT, MODEL, DOUBT = "number", "event", "model", "doubt"
MANPOWER = (GENERATION, ROTATION)


@dataclass(frozen=True, slots=True)
class End:
    """What is held at a value, and at which uniform (0-1) streams are placed."""

    held: Mapping[str, float] = field(default_factory=dict)
    placed: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputEnds:
    """One input: what it is called, its two ends and, where it is a number, what it is there.

    `gates` names the gates that it can move.
    """

    id: str
    label: str
    ends: tuple[End, End]
    gates: tuple[str, ...]
    kind: str = NUMBER
    unit: str = ""
    values: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the inputs of the options are read from; `luck` is the luck with shares (0-1) by stream, as drawn."""

    inputs: FeasibilityInputs
    supply: SupplyModel
    fed: FedAfterLoss
    judged: Judged
    luck: Mapping[str, Floats]

    def gates(self, *kinds: str) -> tuple[str, ...]:
        """The gates of some kinds."""
        return tuple(gate.id for gate in self.inputs.gates if gate.kind in kinds)


def input_ends(asked: Asked, option: Option) -> Iterator[InputEnds]:
    """Every input of an option as planned that has two ends."""
    for one in (*_of_gates(asked, option), *_of_supply(asked, option), *_of_contributors(asked, option)):
        if one.values is None or one.values[0] != one.values[1]:
            yield one


def _of_gates(asked: Asked, option: Option) -> Iterator[InputEnds]:
    """Judged chances, the size of the force, what can be fed, and the strength planned."""
    for gate in asked.inputs.gates:
        if gate.kind == JUDGED:
            chance = asked.judged[gate.id, option.id, option.support_level]
            label, name = f"the chance judged for {gate.in_sentence}", chance_stream(gate.id)
            yield _number(name, label, "probability", inverse_cdf(chance)(np.array(LEVELS)), (gate.id,))
    deciding = asked.gates(*MANPOWER, SUPPLY)
    yield _number(SIZE, "the size of the force", "persons", np.array([option.span[0], option.span[2]]), deciding)
    fed = asked.fed.drawn(option.fighting_posture, np.array(LEVELS))
    label = "what can be fed with the worst country or corridor lost"
    yield _placed(FED, label, "persons", fed, asked.gates(SUPPLY))
    plan = PlannedStrength.of(asked.inputs, option.id)
    if plan.rows:
        shares = np.array(plan.quantiles(plan.horizon, LEVELS))
        yield _placed(PLAN, "the share of its strength that the plan keeps", "share", shares, asked.gates(*MANPOWER))


def _of_supply(asked: Asked, option: Option) -> Iterator[InputEnds]:
    """The assumptions behind supply, the two models of it, and what armies and brigades can do."""
    supply, gates, member = asked.supply, asked.gates(*MANPOWER), asked.supply.members[option.id]
    for name, one in supply.sampled.items():
        if name in NAMES and name not in (SHARE, BRIGADE_WEIGHT) and one.inverse is not None:
            label, unit = NAMES[name]
            yield _number(name, label, unit, one.inverse(np.array(LEVELS)), gates)
    if BY_BRIGADES in member.models:
        label, ends = "which of the two models of supply holds", tuple(End({BRIGADE_WEIGHT: one}) for one in (0.0, 1.0))
        yield InputEnds(id=BRIGADE_WEIGHT, label=label, ends=(ends[0], ends[1]), gates=gates, kind=MODEL)
        counts = np.array([_at(supply.sampled[f"{BRIGADES}{name}"], LEVELS) for name in member.names]).sum(axis=0)
        yield _placed(BRIGADE_STREAM, "the brigades that states could keep up", "brigades", counts, gates)
    yield from _shares(asked, member, gates)
    doubt = tuple(End(placed={POSITION_STREAM: level}) for level in LEVELS)
    label = "how far governments keep to what they have said"
    yield InputEnds(id=POSITION_STREAM, label=label, ends=(doubt[0], doubt[1]), gates=gates, kind=DOUBT)


def _of_contributors(asked: Asked, option: Option) -> Iterator[InputEnds]:
    """Whether those that could send most take part."""
    for name in largest_contributors(asked.supply, option.id):
        driver = f"{CHANCE}{name}"
        yield InputEnds(
            id=driver,
            label=f"whether {country_in_sentence(asked.supply.inputs.states[name].country)} takes part",
            ends=(End({driver: 0.0}), End({driver: 1.0})),
            gates=asked.gates(*MANPOWER),
            kind=EVENT,
        )


def armies_of_kinds(supply: SupplyModel, member: Membership) -> dict[str, dict[str, float]]:
    """The armies (persons) of the contributors to an option by kind of army, kinds by name."""
    found: dict[str, dict[str, float]] = {}
    for name, army in zip(member.names, member.counted.tolist(), strict=True):
        found.setdefault(supply.inputs.states[name].kind, {})[name] = army
    return dict(sorted(found.items()))


def kept_together(supply: SupplyModel, armies: Mapping[str, float], luck: Mapping[str, Floats]) -> Floats:
    """The share of some armies together that is kept deployed (0-1), in every draw; `luck` is by stream."""
    kept = [army * _at(supply.sampled[f"{SHARES}{name}"], luck[f"{SHARES}{name}"]) for name, army in armies.items()]
    return np.asarray(np.sum(kept, axis=0) / sum(armies.values()), dtype=np.float64)


# ASSUME: where what one kind of army keeps deployed is held, every army of the kind lies equally far from its own
# median, as far as brings the kind together to what is held.
def _shares(asked: Asked, member: Membership, gates: tuple[str, ...]) -> Iterator[InputEnds]:
    for kind, armies in armies_of_kinds(asked.supply, member).items():
        streams = [f"{SHARES}{name}" for name in armies]
        drawn = np.quantile(kept_together(asked.supply, armies, asked.luck), LEVELS)
        together = kept_together(asked.supply, armies, dict.fromkeys(streams, GRID))
        places = np.interp(drawn, together, GRID).tolist()
        ends = [End(placed=dict.fromkeys(streams, place)) for place in places]
        yield InputEnds(
            id=f"{SHARE}.{kind}",
            label=kept_label(kind),
            ends=(ends[0], ends[1]),
            gates=gates,
            unit="share",
            values=(float(drawn[0]), float(drawn[1])),
        )


def kept_label(kind: str) -> str:
    """What the share that a kind of army keeps deployed is called."""
    return f"the share of {kind} armies that is kept deployed"


def _at(one: Sampled, luck: Floats | tuple[float, ...]) -> Floats:
    """A sampled number at some luck (0-1)."""
    places = np.asarray(luck, dtype=np.float64)
    return np.full_like(places, one.central) if one.inverse is None else one.inverse(places)


def _number(name: str, label: str, unit: str, values: Floats, gates: tuple[str, ...]) -> InputEnds:
    """An input that is held by its values."""
    low, high = sorted(values.tolist())
    ends = End({name: low}), End({name: high})
    return InputEnds(id=name, label=label, ends=ends, gates=gates, unit=unit, values=(low, high))


def _placed(name: str, label: str, unit: str, values: Floats, gates: tuple[str, ...]) -> InputEnds:
    """An input whose stream of chance is placed."""
    ends = End(placed={name: LEVELS[0]}), End(placed={name: LEVELS[1]})
    low, high = values.tolist()
    return InputEnds(id=name, label=label, ends=ends, gates=gates, unit=unit, values=(low, high))
