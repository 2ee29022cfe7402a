"""What it would be worth to know each driver before the verdicts are given, over all options.

Draws are cut into classes of equal probability of one driver, of a thousand draws or more. Counts are whole numbers,
so the result is the same in any order. Source: Strong and Oakley 2013 (partial information from one sample).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from peacebrief.feasibility.gates.gate_model import GateModel, Sample, passed, samples
from peacebrief.feasibility.gates.option_gates import FED, chance_stream, event_stream
from peacebrief.feasibility.gates.pass_patterns import pattern, patterns
from peacebrief.feasibility.gates.planned_strength import PLAN
from peacebrief.feasibility.given import FeasibilityInputs, mean
from peacebrief.feasibility.verdict_rule import THRESHOLDS, Chances, Thresholds, verdict
from peacebrief.generation.supply.sampled_position import BRIGADE_STREAM, MODEL_STREAM, SHARES
from peacebrief.generation.supply.supply_driver import BY_BRIGADES, NAMES
from peacebrief.generation.supply.supply_model import SupplyModel
from peacebrief.reasoning.attitude import LOADING
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty import Quantity
from peacebrief.uncertainty.arrays import Floats, Integers
from peacebrief.uncertainty.draws import ROWS, factor_stream
from peacebrief.uncertainty.sensitivity import DRAWS_PER_CLASS, FEWEST_CLASSES, MOST_CLASSES

FEWEST, MOST = 2**13, 2**14
CLASSES = 8
# Gains below half a point of probability are within the noise of the classes.
LEAST = 0.005
FACTOR = "factor:"
# Streams that decide nothing: what knowing them seems to be worth is noise.
IDLE = tuple(f"idle.{place}" for place in range(8))


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationValue:
    """What knowing one driver is worth.

    `gain` is in probability points of the whole option (all gates): the expected rise of the value of the best
    statement. `by_gates` is the same of a statement on each gate, added over gates. `changed` is the chance (0-1) that
    the ruling on its gates, without conditions, would be another.
    """

    driver: str
    gain: float
    by_gates: float
    changed: float


def statement_value(probability: float | Floats, *, thresholds: Thresholds = THRESHOLDS) -> Floats:
    """The expected value of the best statement on an option that works with this probability (0-1)."""
    # ASSUME: the thresholds of the verdict are read as odds: saying "feasible" gains as many points as the probability
    # exceeds the upper threshold, "not feasible" as many as it falls short of the lower, and saying neither gains none.
    chance = np.asarray(probability, dtype=np.float64)
    return np.maximum(np.maximum(chance - thresholds.feasible, thresholds.not_feasible - chance), 0.0)


def information_values(
    model: GateModel,
    *,
    drivers: Sequence[str],
    draws: int,
    seed: int,
    thresholds: Thresholds = THRESHOLDS,
    cuts: Mapping[str, float] | None = None,
    most_classes: int = MOST_CLASSES,
    rows: int = ROWS,
) -> tuple[InformationValue, ...]:
    """The worth of knowing each driver: a quantity, an event or `factor:<name>` of the model; greatest gain first.

    A driver with a cut (0-1) is known only as far as its uniform is below the cut or not. Fewer classes see less of a
    driver, but each with more draws and so with less noise.

    Raises ValueError for an unknown driver and for fewer draws than eight classes of a thousand.
    """
    if draws < FEWEST_CLASSES * DRAWS_PER_CLASS:
        fewest = FEWEST_CLASSES * DRAWS_PER_CLASS
        raise ValueError(f"the value of information needs at least {fewest} draws, not {draws}")
    classes = min(draws // DRAWS_PER_CLASS, most_classes)
    counts = _counts(model, drivers, (classes, cuts or {}), samples([model], draws=draws, seed=seed, rows=rows))
    found = [_information(driver, model.order, counts[driver], thresholds) for driver in sorted(set(drivers))]
    return tuple(sorted(found, key=lambda one: (-one.gain, -one.changed, one.driver)))


def _counts(
    model: GateModel, drivers: Sequence[str], cutting: tuple[int, Mapping[str, float]], drawn: Iterable[Sample]
) -> dict[str, Integers]:
    """By driver: draws (2 + gates, classes) in all, with every gate passed, and with each gate passed."""
    classes, cuts = cutting
    table = patterns(len(model.order))
    cells = table.shape[1]
    counts = {driver: np.zeros((classes, cells), dtype=np.int64) for driver in drivers}
    for sample in drawn:
        unknown = sorted(set(drivers) - sample.uniforms.keys())
        if unknown:
            raise ValueError(f"nothing that is drawn for the gates is called {', '.join(unknown)}")
        found = passed(model, sample)
        passes = pattern(np.array([found[gate] for gate in model.order]))
        for driver in counts:
            uniforms = sample.uniforms[driver]
            label = (uniforms >= cuts[driver] if driver in cuts else uniforms * classes).astype(np.int64)
            both = np.bincount(label * cells + passes, minlength=classes * cells)
            counts[driver] += both.reshape(classes, cells)
    chosen = np.vstack([np.ones_like(table[:1]), table.all(axis=0, keepdims=True), table]).astype(np.int64)
    return {driver: np.asarray(chosen @ found.T, dtype=np.int64) for driver, found in counts.items()}


def _information(driver: str, order: Sequence[str], counts: Integers, thresholds: Thresholds) -> InformationValue:
    filled = counts[:, counts[0] > 0]
    share = filled[0] / filled[0].sum()
    gains = [_gain(passes, filled[0], thresholds) for passes in filled[1:]]
    usual = _ruling(order, counts.sum(axis=1), thresholds)
    moved = [_ruling(order, column, thresholds) != usual for column in filled.T]
    return InformationValue(
        driver=driver, gain=gains[0], by_gates=fsum(gains[1:]), changed=float((share * np.array(moved)).sum())
    )


def _gain(passes: Integers, totals: Integers, thresholds: Thresholds) -> float:
    """By how much the best statement is worth more where the class of the driver is known."""
    share = totals / totals.sum()
    known = (share * statement_value(passes / totals, thresholds=thresholds)).sum()
    unknown = statement_value(float(passes.sum() / totals.sum()), thresholds=thresholds)
    return max(float(known - unknown), 0.0)


def _ruling(order: Sequence[str], counts: Integers, thresholds: Thresholds) -> str:
    joint, *chances = (counts[1:] / counts[0]).tolist()
    found = Chances(gates=dict(zip(order, chances, strict=True)), joint=joint)
    return verdict(chances=found, thresholds=thresholds).ruling


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
    level = inputs.option(option).support_level
    found = {event_stream(gate): mean(one) for (gate, own, at), one in chances.items() if (own, at) == (option, level)}
    for name in supply.members[option].names:
        found[f"position.{name}"] = 1 - supply.central_chance(option, level, name)
    return found | {MODEL_STREAM: supply.weight(BY_BRIGADES)}


def driver_labels(inputs: FeasibilityInputs, supply: SupplyModel) -> dict[str, str]:
    """What the streams of chance are called in print."""
    countries = {name: country_in_sentence(state.country) for name, state in supply.inputs.states.items()}
    found = {name: label for name, (label, _) in NAMES.items()}
    found |= {f"position.{name}": f"whether {country} takes part" for name, country in countries.items()}
    found |= {f"net_support.{name}": f"public support in {country}" for name, country in countries.items()}
    found |= {f"{SHARES}{name}": f"what the army of {country} keeps deployed" for name, country in countries.items()}
    found |= {event_stream(gate.id): f"whether it comes to {gate.in_sentence}" for gate in inputs.gates}
    found |= {chance_stream(gate.id): f"the chance judged for {gate.in_sentence}" for gate in inputs.gates}
    found[LOADING] = "how closely what follows the adversary's attitude is tied to it"
    found["position_chances"] = "doubt about what positions are worth"
    found[PLAN] = "how far the strength planned comes down"
    found |= {BRIGADE_STREAM: "how far counts of brigades err", MODEL_STREAM: "which of the two models of supply holds"}
    return found | {FED: "what can be fed with the worst country or corridor lost"}


def _drivers(model: GateModel) -> list[str]:
    ties = [tie for name in model.streams if name in model.ties for tie in model.ties[name].chain]
    tied = {factor_stream(tie.factor) for tie in ties} | {tie.drawn.id for tie in ties if tie.drawn}
    return [*model.streams, *sorted(tied)]


def _order(one: Worth) -> tuple[float, float, str]:
    return -one.gain, -one.changed, one.driver
