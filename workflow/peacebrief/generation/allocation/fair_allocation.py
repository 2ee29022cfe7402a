"""The allocation: the largest force up to the requirement, shared as fairly as can be, proven and unique.

Totals by contributor and type are settled in this order: the largest force; the share of the army tied up, largest
first; the gaps by type as shares of what is required, largest first; last, generic weights, which settle the last ties
by name, not by the order of rows. Rotation follows from the totals (see `rotation_schedule`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import shake_256

import numpy as np

from peacebrief.generation.allocation.allocation_program import Program
from peacebrief.generation.allocation.allocation_task import Task
from peacebrief.generation.allocation.fairness import Bounds, Level, fairest
from peacebrief.uncertainty.arrays import Integers

BYTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Troops (persons) deployed at any one time by contributor and force type, and the task they answer.

    `led` says whether there are framework nations enough; without them nobody deploys.
    """

    task: Task
    troops: Mapping[str, Mapping[str, int]]
    led: bool = True

    @property
    def force(self) -> int:
        """Troops (persons) deployed in all."""
        return sum(sum(row.values()) for row in self.troops.values())

    def gaps(self) -> dict[str, int]:
        """Troops (persons) missing by force type."""
        return {
            name: required - sum(row[name] for row in self.troops.values())
            for name, required in self.task.requirement.items()
        }


def allocated(*, task: Task) -> Allocation:
    """The one largest and fairest allocation. Raises ValueError where the solver fails or its answer breaks a rule."""
    task = task.sorted()
    program = Program(task)
    loads, gaps = Bounds(base=program.most), Bounds(base=tuple(program.required))
    every = {cell: -1 for load in program.loads for cell in load.cells}
    largest = program.best(loads=loads, gaps=gaps, cost=every)
    if largest is None:
        return _written(program, None)
    program.force = int(largest.sum())
    loads = fairest(
        weights=[one.weight() for one in task.contributors],
        most=program.most,
        reach=_Reach(program, loads=None, gaps=gaps),
    )
    gaps = fairest(
        weights=[Fraction(required) for required in program.required],
        most=program.required,
        reach=_Reach(program, loads=loads, gaps=None),
    )
    troops = program.best(loads=loads, gaps=gaps, cost=_weights(program))
    if troops is None:
        raise ValueError("the fairest allocation could not be written out")
    _check(program, troops)
    return _written(program, troops)


class _Reach:
    """The program with bounds of one kind given and of the other kind, left as None, asked for."""

    def __init__(self, program: Program, *, loads: Bounds | None, gaps: Bounds | None) -> None:
        self._program, self._loads, self._gaps = program, loads, gaps

    def _both(self, bounds: Bounds) -> tuple[Bounds, Bounds]:
        return self._loads or bounds, self._gaps or bounds

    def bound(self, bounds: Bounds) -> bool:
        return self._program.may_reach(*self._both(bounds))

    def possible(self, bounds: Bounds) -> bool:
        loads, gaps = self._both(bounds)
        return self._program.best(loads=loads, gaps=gaps, cost={}) is not None

    def fewest(self, bounds: Bounds, loads: Mapping[int, int]) -> int:
        lower = bounds.lowered({item: load - 1 for item, load in loads.items()})
        level = Level(loads=loads, count=len(loads))
        kinds = self._both(replace(lower, levels=(*lower.levels, level)))
        return self._program.fewest_open(loads=kinds[0], gaps=kinds[1])


def _weights(program: Program) -> dict[tuple[int, int], int]:
    return {
        (row, column): generic_weight(contributor=one.name, force_type=name)
        for row, one in enumerate(program.task.contributors)
        for column, name in enumerate(program.types)
    }


def _written(program: Program, troops: Integers | None) -> Allocation:
    rows = [[0] * len(program.types) for _ in program.limits] if troops is None else troops.tolist()
    written = {
        one.name: dict(zip(program.types, row, strict=True))
        for one, row in zip(program.task.contributors, rows, strict=True)
    }
    return Allocation(task=program.task, troops=written, led=troops is not None)


def _check(program: Program, troops: Integers) -> None:
    """Every rule again, in whole numbers: a solver works within tolerances."""
    limits, minimums = np.array(program.limits), np.array(program.minimums)
    rule = program.task.framework
    kept = (
        troops.sum() == program.force
        and bool(np.all((troops >= 0) & (troops <= limits)))
        and bool(np.all((troops == 0) | (troops >= minimums)))
        and bool(np.all(troops.sum(axis=1) <= np.array(program.most)))
        and bool(np.all(troops.sum(axis=0) <= np.array(program.required)))
    )
    if rule is not None:
        leads = [one.name in rule.nations for one in program.task.contributors]
        sent = troops[np.flatnonzero(leads), program.types.index(rule.force_type)]
        kept = kept and int((sent >= max(rule.minimum, 1)).sum()) >= rule.needed
    if not kept:
        raise ValueError("the answer of the solver breaks a rule of the allocation")


# ASSUME: where several allocations are equally large and equally fair, weights drawn from the names of contributors and
# types decide; they have no meaning beyond making the published table one and the same everywhere.
def generic_weight(*, contributor: str, force_type: str) -> int:
    """A whole number from 1 to 2**24 that depends on the two names alone."""
    digest = shake_256(f"{contributor}/{force_type}".encode()).digest(BYTES)
    return int.from_bytes(digest, "big") + 1
