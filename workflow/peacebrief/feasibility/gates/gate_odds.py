"""How likely each gate is passed, all of them together, and which one fails first."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np

from peacebrief.feasibility.gates.gate_model import GateModel, passed, samples
from peacebrief.feasibility.gates.pass_patterns import pattern, patterns
from peacebrief.uncertainty.arrays import Booleans, Floats, Integers
from peacebrief.uncertainty.draws import REPLICATES, ROWS
from peacebrief.uncertainty.replicates import standard_error

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOdds:
    """Probabilities (0-1) over all draws, with Monte Carlo standard errors.

    `first_to_fail` and `joint` add up to one: in the order of the gates, which one stops the option first.
    `patterns` are the shares of draws by which gates they pass, as `pass_patterns` numbers them.
    """

    gates: Mapping[str, float]
    gate_errors: Mapping[str, float]
    joint: float
    joint_error: float
    first_to_fail: Mapping[str, float]
    patterns: tuple[float, ...]

    def weakest(self) -> str:
        """The gate that is passed least often; of equal ones the one met first."""
        return min(self.gates, key=lambda gate: self.gates[gate])

    def first_failure(self) -> str:
        """The gate that most often stops the option first; of equal ones the one met first."""
        return max(self.first_to_fail, key=lambda gate: self.first_to_fail[gate])


# By option and level.
Odds: TypeAlias = Mapping[tuple[str, str], GateOdds]
# By model of supply and option, as planned.
OddsUnder: TypeAlias = Mapping[tuple[str, str], GateOdds]


def all_gate_odds(
    models: Mapping[Key, GateModel],
    *,
    draws: int,
    seed: int,
    held: Mapping[str, float] | None = None,
    rows: int = ROWS,
) -> dict[Key, GateOdds]:
    """The odds of the gates of several options and levels, all on the same draws, for any number of rows a chunk.

    `held` keeps numbers at one value on common draws. Raises ValueError as `passed`.
    """
    counts = {key: _Counts(model.order) for key, model in models.items()}
    for sample in samples(models.values(), draws=draws, seed=seed, rows=rows):
        for key, model in models.items():
            found = passed(model, sample, held=held)
            counts[key].add(sample.replicate, np.array([found[gate] for gate in model.order]))
    return {key: found.odds(draws) for key, found in counts.items()}


class _Counts:
    """Draws counted by replicate and by the pattern of gates passed."""

    def __init__(self, order: Sequence[str]) -> None:
        self._order = order
        self._counts: Integers = np.zeros((REPLICATES, 2 ** len(order)), dtype=np.int64)

    def add(self, replicate: int, table: Booleans) -> None:
        self._counts[replicate] += np.bincount(pattern(table), minlength=self._counts.shape[1])

    def odds(self, draws: int) -> GateOdds:
        table = patterns(len(self._order))
        before = np.logical_and.accumulate(np.vstack([np.ones_like(table[:1]), table[:-1]]))
        passes, first = (self._in(where) for where in (table, before & ~table))
        joint = self._in(np.asarray(table.all(axis=0, keepdims=True), dtype=np.bool_))
        return GateOdds(
            gates=_by_gate(self._order, passes, draws),
            gate_errors=dict(zip(self._order, _errors(passes, draws), strict=True)),
            joint=float(joint.sum() / draws),
            joint_error=_errors(joint, draws)[0],
            first_to_fail=_by_gate(self._order, first, draws),
            patterns=tuple((self._counts.sum(axis=0) / draws).tolist()),
        )

    def _in(self, where: Booleans) -> Integers:
        """Draws (rows of `where`, replicates) in the patterns that a row names."""
        return np.asarray(where.astype(np.int64) @ self._counts.T, dtype=np.int64)


def _by_gate(order: Sequence[str], counts: Integers, draws: int) -> dict[str, float]:
    shares: Floats = counts.sum(axis=1) / draws
    return dict(zip(order, shares.tolist(), strict=True))


def _errors(counts: Integers, draws: int) -> list[float]:
    return [standard_error((row * REPLICATES / draws).tolist()) for row in counts]
