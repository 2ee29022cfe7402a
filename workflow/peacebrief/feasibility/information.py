"""What it would be worth to know each driver before the verdicts are given, over all options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import fsum

from peacebrief.feasibility.evppi import InformationValue, information_values
from peacebrief.feasibility.gate_model import GateModel
from peacebrief.feasibility.inputs import FeasibilityInputs
from peacebrief.feasibility.option_gates import ONE_LOST, chance_stream, event_stream
from peacebrief.feasibility.rows import mean
from peacebrief.generation.drivers import NAMES
from peacebrief.generation.supply_model import SupplyModel
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty import Quantity

FEWEST, MOST = 2**13, 2**14
CLASSES = 8
# Gains below half a point of probability are within the noise of the classes.
LEAST = 0.005
FACTOR = "factor:"
# Streams that decide nothing: what knowing them seems to be worth is noise.
IDLE = tuple(f"idle.{place}" for place in range(8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What knowing a driver is worth: `gain` in points of probability, added over the gates of all options.

    `changed` is the chance that the ruling on an option would be another, on average over options. `key` names the
    driver in the id of a fact, `label` in print.
    """

    driver: str
    key: str
    label: str
    gain: float
    changed: float


def worth_of_knowing(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    models: Mapping[str, GateModel],
    chances: Mapping[tuple[str, str, str], Quantity],
) -> tuple[Worth, ...]:
    """Every driver worth half a point or more, greatest gain first; `models` is by option, as planned.

    `chances` are the judged ones by gate, option and level.
    """
    # ASSUME: what knowing a driver seems to be worth is cut by what knowing a stream of chance that decides nothing
    # seems to be worth on average, since classes of draws differ by chance.
    found: dict[str, list[InformationValue]] = {}
    noise = dict.fromkeys(models, 0.0)
    for option, model in models.items():
        for one in _values(inputs, model, _cuts(inputs, supply, chances, option)):
            if one.driver in IDLE:
                noise[option] += one.by_gates / len(IDLE)
            else:
                found.setdefault(one.driver, []).append(one)
    labels = driver_labels(inputs, supply)
    worth = [
        Worth(
            driver=name,
            key=name.replace(":", "."),
            label=labels.get(name, f"the common factor {name.removeprefix(FACTOR).replace('_', ' ')}"),
            gain=fsum([*(one.by_gates for one in values), *(-cut for cut in noise.values())]),
            changed=fsum(one.changed for one in values) / len(models),
        )
        for name, values in found.items()
    ]
    return tuple(sorted((one for one in worth if one.gain >= LEAST), key=_order))


def _values(inputs: FeasibilityInputs, model: GateModel, cuts: Mapping[str, float]) -> tuple[InformationValue, ...]:
    tried = replace(model, events=(*model.events, *IDLE))
    return information_values(
        tried,
        drivers=_drivers(tried),
        draws=max(FEWEST, min(inputs.draws, MOST)),
        seed=inputs.seed,
        thresholds=inputs.thresholds,
        cuts=cuts,
        most_classes=CLASSES,
    )


def _cuts(
    inputs: FeasibilityInputs,
    supply: SupplyModel,
    chances: Mapping[tuple[str, str, str], Quantity],
    option: str,
) -> dict[str, float]:
    """Where an event is known by its outcome alone: the uniform at which it turns, by stream."""
    # ASSUME: of an event, such as whether a state takes part, only the outcome is known beforehand, at its central
    # chance.
    level = inputs.option(option).us_level
    found = {event_stream(gate): mean(one) for (gate, own, at), one in chances.items() if (own, at) == (option, level)}
    for name in supply.members[option].names:
        found[f"position.{name}"] = 1 - supply.central_chance(option, level, name)
    return found


def driver_labels(inputs: FeasibilityInputs, supply: SupplyModel) -> dict[str, str]:
    """What the streams of chance are called in print."""
    countries = {name: country_in_sentence(state.country) for name, state in supply.inputs.states.items()}
    found = {name: label for name, (label, _) in NAMES.items()}
    found |= {f"position.{name}": f"whether {country} takes part" for name, country in countries.items()}
    found |= {f"net_support.{name}": f"public support in {country}" for name, country in countries.items()}
    found |= {event_stream(gate.id): f"whether it comes to {gate.in_sentence}" for gate in inputs.gates}
    found |= {chance_stream(gate.id): f"doubt about the chance of {gate.in_sentence}" for gate in inputs.gates}
    found["position_chances"] = "doubt about what positions are worth"
    return found | {ONE_LOST: "what can be fed with the worst country or corridor lost"}


def _drivers(model: GateModel) -> list[str]:
    tied = {f"{FACTOR}{model.ties[name].factor}" for name in model.streams if name in model.ties}
    return [*model.streams, *sorted(tied)]


def _order(one: Worth) -> tuple[float, float, str]:
    return -one.gain, -one.changed, one.driver
