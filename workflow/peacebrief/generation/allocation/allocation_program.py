"""The program of the allocation: who can send how many of each type within given bounds.

The largest force that supply can fill up to a requirement by type is known in closed form and over draws.
Contributors on one side and force types on the other make a transport network, and the largest flow through it equals
its smallest cut: some types are cut at their requirement, the others at what each contributor can send to them.
Source: Ford and Fulkerson 1956 (largest flow, smallest cut).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from peacebrief.generation.allocation.allocation_task import Task
from peacebrief.generation.allocation.fairness import Bounds
from peacebrief.generation.allocation.mixed_integer import MixedInteger
from peacebrief.uncertainty.arrays import Floats, Integers

Cell = tuple[int, int]


class Load(NamedTuple):
    """What an item carries: `start` plus `sign` times the troops in its cells (contributor, type)."""

    start: int
    sign: int
    cells: Sequence[Cell]


class Program:
    """Troops by contributor and type under limits, smallest contingents and framework nations.

    Contributors and types are numbered in the order of the task. `force` is the least total asked for.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.types = list(task.requirement)
        self.required = list(task.requirement.values())
        self.force = 0
        self.limits = [[one.limit(name) for name in self.types] for one in task.contributors]
        self.minimums = [[one.minimums.get(name, 0) for name in self.types] for one in task.contributors]
        self.most = tuple(
            min(one.deployable, sum(row)) for one, row in zip(task.contributors, self.limits, strict=True)
        )
        rows, columns = range(len(self.limits)), range(len(self.types))
        self.loads = [Load(0, 1, [(row, column) for column in columns]) for row in rows]
        self.gaps = [Load(self.required[column], -1, [(row, column) for row in rows]) for column in columns]

    def uppers(self, loads: Bounds) -> list[list[int]]:
        """The most of each cell within bounds on loads, none where that is below the smallest contingent."""
        return [
            [
                most if (most := min(limit, cap, required)) >= minimum else 0
                for limit, minimum, required in zip(limits, minimums, self.required, strict=True)
            ]
            for limits, minimums, cap in zip(self.limits, self.minimums, loads.most(), strict=True)
        ]

    def may_reach(self, loads: Bounds, gaps: Bounds) -> bool:
        """Whether the force can be reached if contingents of any size were of use: the quick bound."""
        caps = np.array(loads.most(), dtype=np.float64)
        limits = np.array(self.uppers(loads), dtype=np.float64).reshape(len(caps), len(self.types)).T
        required = np.array(self.required, dtype=np.float64)
        least = required - np.array(gaps.most(), dtype=np.float64)
        if largest_force(requirement=required, deployable=caps, limits=limits) < self.force:
            return False
        return bool(largest_force(requirement=least, deployable=caps, limits=limits) >= least.sum())

    def best(self, *, loads: Bounds, gaps: Bounds, cost: Mapping[Cell, int]) -> Integers | None:
        """Troops (contributors, types) of least cost that reach the force within bounds, or None."""
        model, cells, _ = self._model(loads, gaps)
        found = model.least({cells[cell]: float(value) for cell, value in cost.items() if cell in cells})
        if found is None:
            return None
        troops = np.zeros((len(self.limits), len(self.types)), dtype=np.int64)
        for (row, column), place in cells.items():
            troops[row, column] = round(found[place])
        return troops

    def fewest_open(self, *, loads: Bounds, gaps: Bounds) -> int:
        """The fewest items of the last open level that must carry its loads; levels of gaps come after all others."""
        model, _, switches = self._model(loads, gaps)
        found = model.least(dict.fromkeys(switches, 1.0))
        if found is None:
            raise ValueError("a level of the allocation that was possible is so no longer")
        return int(sum(round(found[switch]) for switch in switches))

    def _model(self, loads: Bounds, gaps: Bounds) -> tuple[MixedInteger, dict[Cell, int], list[int]]:
        model = MixedInteger()
        cells = self._cells(model, self.uppers(loads))
        self._framework(model, cells)
        by_load, by_gap = _carry(model, cells, self.loads, loads), _carry(model, cells, self.gaps, gaps)
        for gap, required in zip(self.gaps, self.required, strict=True):
            model.row({cells[cell]: 1.0 for cell in gap.cells if cell in cells}, most=required)
        if self.force:
            model.row(dict.fromkeys(cells.values(), 1.0), least=self.force)
        return model, cells, by_gap or by_load

    def _cells(self, model: MixedInteger, uppers: Sequence[Sequence[int]]) -> dict[Cell, int]:
        # With the switches fixed the rest is a network, whose corners are whole: troops need not be declared so.
        cells: dict[Cell, int] = {}
        for row, column in np.argwhere(np.array(uppers).reshape(len(self.limits), len(self.types))).tolist():
            upper, minimum = uppers[row][column], self.minimums[row][column]
            cells[row, column] = place = model.column(upper)
            if minimum > 1:
                sent = model.column(1, whole=True)
                model.row({place: 1.0, sent: -float(upper)}, most=0)
                model.row({place: 1.0, sent: -float(minimum)}, least=0)
        return cells

    def _framework(self, model: MixedInteger, cells: Mapping[Cell, int]) -> None:
        rule = self.task.framework
        if rule is None:
            return
        column = self.types.index(rule.force_type)
        leads = []
        for row, one in enumerate(self.task.contributors):
            if one.name in rule.nations and (row, column) in cells:
                lead = model.column(1, whole=True)
                model.row({cells[row, column]: 1.0, lead: -float(rule.minimum)}, least=0)
                leads.append(lead)
        model.row(dict.fromkeys(leads, 1.0), least=rule.needed)


def _carry(model: MixedInteger, cells: Mapping[Cell, int], loads: Sequence[Load], bounds: Bounds) -> list[int]:
    """Rows that keep loads within bounds; the columns that say who stands at the last open level."""
    places = [{item: model.column(1, whole=True) for item in level.loads} for level in bounds.levels]
    for level, switches in zip(bounds.levels, places, strict=True):
        model.row(dict.fromkeys(switches.values(), 1.0), most=level.count)
    for item, load in enumerate(loads):
        base = bounds.base[item]
        terms = {cells[cell]: float(load.sign) for cell in load.cells if cell in cells}
        held = {
            switches[item]: float(level.loads[item] - base)
            for level, switches in zip(bounds.levels, places, strict=True)
            if item in switches
        }
        if len(held) > 1:
            model.row(dict.fromkeys(held, 1.0), most=1)
        model.row({**terms, **{place: -rise for place, rise in held.items()}}, most=base - load.start)
    return list(places[-1].values()) if places else []


def largest_force(*, requirement: Floats, deployable: Floats, limits: Floats) -> Floats:
    """Troops (persons) of the largest force up to the requirement; smallest contingents are not looked at.

    `requirement` is (types) or (types, draws), `deployable` (contributors) or (contributors, draws), the most each
    sends over all types, and `limits` (types, contributors) or (types, contributors, draws), the most of each type.
    """
    cuts: list[Floats] = []
    for supplied in product((False, True), repeat=len(requirement)):
        cut = np.zeros(())
        if any(supplied):
            sendable = limits[np.array(supplied)].sum(axis=0)
            cut = np.minimum(deployable, sendable).sum(axis=0)
        if not all(supplied):
            cut = cut + requirement[~np.array(supplied)].sum(axis=0)
        cuts.append(cut)
    return np.asarray(np.minimum.reduce(np.broadcast_arrays(*cuts)), dtype=np.float64)
