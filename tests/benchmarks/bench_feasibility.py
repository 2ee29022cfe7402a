"""How long SMAA takes beside a loop over pymcdm, on the same values and the same weights, and the whole stage.

Run by hand: `python tests/benchmarks/bench_feasibility.py [sets of weights as a power of two]`.
Our time covers drawing the weights, the sums, the ranks, acceptabilities and central weights; theirs the sums and the
ranks alone. Imports and inputs are left out of both. The stage runs on the real case with all of its draws; what
generation and logistics find for it beforehand is not in its time.
"""

import sys
import time
from pathlib import Path

import numpy as np
import scipy.special  # noqa: F401  # imported late by the model; its time is not the model's
from pymcdm.methods import WSM

from peacebrief.feasibility import judge_feasibility
from peacebrief.feasibility.ranking.criterion_weights import WHOLE_SIMPLEX, weight_chunks
from peacebrief.feasibility.ranking.scores import Scores
from peacebrief.feasibility.ranking.smaa import smaa
from peacebrief.feasibility.value_function import ValueFunction
from peacebrief.generation import generate_force
from peacebrief.inputs import resolve_case
from peacebrief.logistics import plan_logistics
from peacebrief.uncertainty import Quantity

OPTIONS, CRITERIA, USUAL = 4, 11, 17
SEED = 20261123
TARGET = "target: at least 100 times faster than the loop"
STAGE_TARGET = "target: below 5 s"
INPUTS = Path(__file__).parents[2] / "inputs"
# Draws of logistics, whose few quantiles are handed over.
BEFORE = 2**13


def specimen(spread: float) -> Scores:
    """Four options on eleven criteria, with random central values, fixed or uncertain by `spread`."""
    central = np.random.default_rng(SEED).random((OPTIONS, CRITERIA))
    cells = {}
    for (option, criterion), value in np.ndenumerate(central):
        name = f"o{option}", f"c{criterion:02d}"
        cells[name] = Quantity(
            id="/".join(name),
            origin="benchmark",
            distribution="pert" if spread else "fixed",
            low=max(float(value) - spread, 0.0),
            central=float(value),
            high=min(float(value) + spread, 1.0),
        )
    return Scores(measures=cells, scales={name: ValueFunction(((0.0, 0.0), (1.0, 1.0))) for _, name in cells})


def ours(scores: Scores, draws: int) -> tuple[float, np.ndarray]:
    """Seconds, and the rank acceptabilities."""
    start = time.perf_counter()
    found = smaa(scores=scores, draws=draws, seed=SEED)["whole_simplex"]
    return time.perf_counter() - start, found.ranks


def theirs(scores: Scores, draws: int) -> tuple[float, np.ndarray]:
    """Seconds, and the rank acceptabilities, of the loop on the same weights."""
    chunks = weight_chunks(WHOLE_SIMPLEX, criteria=scores.criteria, draws=draws, seed=SEED)
    weights = np.concatenate(list(chunks), axis=1).T.copy()
    values, types = scores.central(), np.ones(CRITERIA)
    method = WSM(lambda column, **_: column)
    places = np.zeros((OPTIONS, OPTIONS))
    start = time.perf_counter()
    for weight in weights:
        ranks = method.rank(method(values, weight, types)).astype(int)
        places[np.arange(OPTIONS), ranks - 1] += 1
    return time.perf_counter() - start, places / draws


def stage(inputs: Path) -> tuple[float, int]:
    """Seconds of the stage on the first case, and how many facts it finds."""
    stages = resolve_case(inputs, min(file.parent.name for file in inputs.glob("*/case.yaml"))).stages
    logistics = plan_logistics(stages["logistics"] | {"draws": BEFORE})
    generation = stages["generation"]
    found = generate_force(generation)
    start = time.perf_counter()
    judged = judge_feasibility(
        stages["feasibility"], generation=generation, found_generation=found, logistics=logistics
    )
    return time.perf_counter() - start, len(judged["facts"])


def main(power: int = USUAL, *, inputs: Path = INPUTS) -> None:
    """Print the table."""
    draws = 2**power
    fixed = specimen(0.0)
    ours(fixed, 2**10)
    (fast, mine), (slow, other) = ours(fixed, draws), theirs(fixed, draws)
    uncertain, _ = ours(specimen(0.2), draws)
    print(f"{'weights':>8}{'smaa s':>10}{'loop s':>10}{'ratio':>8}{'difference':>12}    ({TARGET})")
    print(f"{draws:>8}{fast:>10.3f}{slow:>10.2f}{slow / fast:>8.0f}{np.abs(mine - other).max():>12.1e}")
    print(f"with {OPTIONS * CRITERIA} uncertain scores: {uncertain:.3f} s")
    seconds, facts = stage(inputs)
    print(f"whole stage: {seconds:.1f} s for {facts} facts    ({STAGE_TARGET})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
