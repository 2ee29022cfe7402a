"""What it would be worth to know one driver before giving the verdict.

Draws are cut into classes of equal probability of the driver, of a thousand draws or more. Counts are whole numbers, so
the result is the same in any order. Source: Strong and Oakley 2013 (partial information from one sample).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np

from peacebrief.feasibility.gate_model import GateModel, Sample, passed, samples
from peacebrief.feasibility.patterns import pattern, patterns
from peacebrief.feasibility.verdict import THRESHOLDS, Thresholds, verdict
from peacebrief.uncertainty.arrays import Floats, Integers
from peacebrief.uncertainty.draws import ROWS
from peacebrief.uncertainty.sensitivity import DRAWS_PER_CLASS, FEWEST_CLASSES, MOST_CLASSES


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
    chances = (counts[2:] / counts[0]).tolist()
    return verdict(gates=dict(zip(order, chances, strict=True)), thresholds=thresholds).ruling
